package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.knowledge.Article;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleRevisions;
import io.issueloop.knowledge.ArticleStatus;
import io.issueloop.knowledge.Articles;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws articles for REST, with what the reader may do. */
@Component
class ArticleViews {

    private static final int EXCERPT = 100;

    private final Articles articles;
    private final ArticleRevisions revisions;
    private final Directory directory;

    ArticleViews(Articles articles, ArticleRevisions revisions, Directory directory) {
        this.articles = articles;
        this.revisions = revisions;
        this.directory = directory;
    }

    ArticleView of(Article article, UserId reader) {
        var text = article.text();
        var useful = articles.usefulness(article.no(), reader);
        return new ArticleView(
                article.no().value(),
                article.version(),
                article.status().label(),
                article.issueNo().value(),
                text.title(),
                text.problem(),
                text.cause(),
                text.solution(),
                text.verification(),
                text.tags(),
                authors(article),
                article.reviewer().map(UserId::value).orElse(null),
                article.reviewer().map(directory::name).orElse(null),
                article.comment().isEmpty() ? null : article.comment(),
                article.submittedAt().map(Times::local).orElse(null),
                article.publishedAt().map(Times::local).orElse(null),
                articles.documentUrl(article.no()).orElse(null),
                useful.count(),
                useful.mine(),
                article.status() == ArticleStatus.DRAFT && article.isWrittenBy(reader),
                articles.mayReview(article, reader),
                revisions.may(article, reader),
                article.origin().revises().map(ArticleNo::value).orElse(null),
                revisions.open(article.no()).map(ArticleNo::value).orElse(null),
                revisions.editions(article.no()).size(),
                history(article));
    }

    ArticleView.Line line(Article article) {
        var problem = article.text().problem().strip().replaceAll("\\s+", " ");
        return new ArticleView.Line(
                article.no().value(),
                article.status().label(),
                article.text().title(),
                Excerpt.of(problem, EXCERPT),
                article.text().tags(),
                article.authors().users().stream().map(directory::name).toList(),
                article.publishedAt().map(Times::local).orElse(null),
                articles.usefulness(article.no(), UserId.SYSTEM).count());
    }

    private List<ArticleView.Author> authors(Article article) {
        return article.authors().shares().entrySet().stream()
                .map(
                        one ->
                                new ArticleView.Author(
                                        one.getKey().value(),
                                        directory.name(one.getKey()),
                                        one.getValue()))
                .toList();
    }

    private List<ArticleView.Event> history(Article article) {
        var shown = article.origin().revises().orElse(article.no());
        return articles.history(shown).stream()
                .map(
                        event ->
                                new ArticleView.Event(
                                        event.type(),
                                        directory.name(event.actor()),
                                        Times.local(event.at()),
                                        event.comment(),
                                        event.onBehalfOf().map(directory::name).orElse(null)))
                .toList();
    }
}
