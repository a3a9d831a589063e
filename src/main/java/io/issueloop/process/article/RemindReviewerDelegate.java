package io.issueloop.process.article;

import static io.issueloop.process.ProcessVariables.REVIEWER_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleReviews;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒审核. */
@Component
class RemindReviewerDelegate implements JavaDelegate {

    private final ArticleReviews reviews;

    RemindReviewerDelegate(ArticleReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reviewer = UserId.of(REVIEWER_ID.from(execution));
        reviews.remind(ArticleNo.of(businessKey(execution)), reviewer);
    }
}
