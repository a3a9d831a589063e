package io.issueloop.process.article;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 退回作者. */
@Component
class ReturnArticleDelegate implements JavaDelegate {

    private final ArticleReviews reviews;

    ReturnArticleDelegate(ArticleReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.tellOfReturn(ArticleNo.of(businessKey(execution)));
    }
}
