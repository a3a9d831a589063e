package io.issueloop.process.article;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.directory.Directory;
import io.issueloop.issue.FollowUpTimes;
import io.issueloop.knowledge.Article;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleReviews;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import java.util.Date;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a review its due time, and its form the article at a glance: at most 500 characters. */
@Component
class ShowArticleListener implements TaskListener {

    private static final int MAX = 500;

    private final ArticleReviews reviews;
    private final FollowUpTimes times;
    private final Directory directory;

    ShowArticleListener(ArticleReviews reviews, FollowUpTimes times, Directory directory) {
        this.reviews = reviews;
        this.times = times;
        this.directory = directory;
    }

    @Override
    public void notify(DelegateTask task) {
        var article = reviews.get(ArticleNo.of(task.getExecution().getProcessBusinessKey()));
        task.setDueDate(Date.from(times.dueAt()));
        task.setVariableLocal(SUMMARY.name(), summary(article));
    }

    private String summary(Article article) {
        var text = article.text();
        var authors =
                article.authors().users().stream()
                        .map(directory::name)
                        .collect(Collectors.joining("、"));
        var all =
                FormText.plain(
                        "%s　%s\n作者：%s　来自问题 %s\n全文见文章页 /knowledge/%s\n问题：%s\n原因：%s\n方案：%s\n验证：%s"
                                .formatted(
                                        article.no(),
                                        text.title(),
                                        authors,
                                        article.issueNo(),
                                        article.no(),
                                        text.problem(),
                                        text.cause(),
                                        text.solution(),
                                        text.verification()));
        return Excerpt.of(all, MAX);
    }
}
