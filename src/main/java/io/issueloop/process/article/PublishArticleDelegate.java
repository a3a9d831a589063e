package io.issueloop.process.article;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 发布文章. */
@Component
class PublishArticleDelegate implements JavaDelegate {

    private final ArticleReviews reviews;

    PublishArticleDelegate(ArticleReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.publish(ArticleNo.of(businessKey(execution)));
    }
}
