package io.issueloop.process.article;

import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleProcess;
import io.issueloop.knowledge.ArticleReviews;
import io.issueloop.process.ProcessVariables;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The review of articles on Camunda. */
@Component
class CamundaArticleProcess implements ArticleProcess {

    private static final String ARTICLE_REVIEW = "article_review";
    private static final String REVIEW = "Task_ReviewArticle";

    private final RuntimeService runtime;
    private final OpenTasks openTasks;
    private final ArticleReviews reviews;

    CamundaArticleProcess(RuntimeService runtime, OpenTasks openTasks, ArticleReviews reviews) {
        this.runtime = runtime;
        this.openTasks = openTasks;
        this.reviews = reviews;
    }

    @Override
    public void startReview(ArticleNo articleNo, UserId reviewer) {
        runtime.startProcessInstanceByKey(
                ARTICLE_REVIEW,
                articleNo.value(),
                Map.of(ProcessVariables.REVIEWER_ID.name(), reviewer.value()));
        reviews.ask(articleNo, reviewer);
    }

    @Override
    public void completeReview(ArticleNo articleNo, UserId actor, Map<String, Object> answers) {
        var notOpen = "文章 %s 已经审核过或还没有提交，请刷新查看最新状态".formatted(articleNo);
        openTasks.complete(new OpenTasks.Which(articleNo.value(), REVIEW, notOpen), actor, answers);
    }
}
