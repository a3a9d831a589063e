package io.issueloop.wecom;

import io.issueloop.issue.FollowUpProcess;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleProcess;
import io.issueloop.shared.UserId;
import java.util.Map;

/** Nobody is asked for anything after a resolution. */
class TestFollowUps implements FollowUpProcess, ArticleProcess {

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
        throw new IllegalStateException("not part of these tests");
    }
}
