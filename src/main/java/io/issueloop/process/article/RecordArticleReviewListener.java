package io.issueloop.process.article;

import static io.issueloop.process.ProcessVariables.ARTICLE_APPROVED;

import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleReviews;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 审核文章: 通过, or 退回修改 with a comment. */
@Component
class RecordArticleReviewListener implements TaskListener {

    private final ArticleReviews reviews;
    private final Acting acting;

    RecordArticleReviewListener(ArticleReviews reviews, Acting acting) {
        this.reviews = reviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var articleNo = ArticleNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var comment = fields.text("reviewComment");
        switch (fields.text("articleReview")) {
            case "approve" -> {
                reviews.approve(articleNo, acting.now(), comment);
                ARTICLE_APPROVED.set(task, true);
            }
            case "return" -> {
                reviews.sendBack(articleNo, acting.now(), comment);
                ARTICLE_APPROVED.set(task, false);
            }
            default -> throw new Refused("请选择审核结果：通过 或 退回修改");
        }
    }
}
