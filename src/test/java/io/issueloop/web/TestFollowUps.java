package io.issueloop.web;

import io.issueloop.issue.FollowUpProcess;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleProcess;
import io.issueloop.knowledge.ArticleReviews;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Nobody is asked for anything; what people do is done at once. */
class TestFollowUps implements FollowUpProcess, ArticleProcess {

    private final ObjectProvider<ArticleReviews> reviews;

    TestFollowUps(ObjectProvider<ArticleReviews> reviews) {
        this.reviews = reviews;
    }

    @Override
    public void askForSolution(IssueNo issueNo, UserId handler) {}

    @Override
    public void solutionSuperseded(IssueNo issueNo) {}

    @Override
    public void askAboutRating(IssueNo issueNo, UserId lead) {}

    @Override
    public boolean isOpen(IssueNo issueNo, Step step) {
        return true;
    }

    @Override
    public void startReview(ArticleNo articleNo, UserId reviewer) {}

    @Override
    public void completeReview(ArticleNo articleNo, UserId actor, Map<String, Object> answers) {
        var comment = answers.get("reviewComment").toString();
        if (answers.get("articleReview").equals("approve")) {
            reviews.getObject().approve(articleNo, actor, comment);
        } else {
            reviews.getObject().sendBack(articleNo, actor, comment);
        }
    }
}
