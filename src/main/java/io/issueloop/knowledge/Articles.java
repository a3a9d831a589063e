package io.issueloop.knowledge;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge base as people read it. */
@Service
public class Articles {

    private final ArticleStore store;
    private final ArticleSearch search;
    private final ArticleDocuments documents;
    private final ReviewerChoice reviewers;
    private final ArticleLog log;
    private final JdbcClient jdbc;
    private final Clock clock;

    Articles(
            ArticleStore store,
            ArticleSearch search,
            ArticleDocuments documents,
            ReviewerChoice reviewers,
            ArticleLog log,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.documents = documents;
        this.reviewers = reviewers;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The article, where this member may read it: what is not published is for those involved. */
    public Optional<Article> find(ArticleNo articleNo, UserId reader) {
        return store.find(articleNo).filter(article -> mayRead(article, reader));
    }

    /** The article written from an issue, where this member may read it. */
    public Optional<Article> of(IssueNo issueNo, UserId reader) {
        return store.of(issueNo).filter(article -> mayRead(article, reader));
    }

    /** Whether an issue has an article, readable or not. */
    public boolean isThere(IssueNo issueNo) {
        return store.of(issueNo).isPresent();
    }

    /** Published articles in which every word occurs; all of them, newest first, without words. */
    public ArticlePage search(String words, int page, int size) {
        return search.page(words, page, size);
    }

    /** What this member writes or is to review, also for whoever they act for today. */
    public List<Article> mine(UserId user) {
        return search.unpublishedOf(user, reviewers.actingFor(user));
    }

    /** At most three published articles that may answer what somebody is about to report. */
    public List<Article> suggestFor(String text) {
        return search.similar(text);
    }

    /** Whether this member may approve it now. */
    public boolean mayReview(Article article, UserId user) {
        return article.status() == ArticleStatus.IN_REVIEW
                && !article.isWrittenBy(user)
                && reviewers.may(article, user);
    }

    /** Where its document in WeCom is opened. */
    public Optional<String> documentUrl(ArticleNo articleNo) {
        return documents.url(articleNo);
    }

    /** What happened to it, oldest first. */
    public List<ArticleEvent> history(ArticleNo articleNo) {
        return log.of(articleNo);
    }

    /**
     * 有帮助, or not any more; once per member.
     *
     * @throws Refused when it is not published, or one's own
     */
    @Transactional
    public void markUseful(ArticleNo articleNo, UserId by, boolean useful) {
        var article = store.find(articleNo).filter(found -> mayRead(found, by));
        if (article.map(Article::status).filter(ArticleStatus.PUBLISHED::equals).isEmpty()) {
            throw new Refused("只能评价已发布的文章");
        }
        if (article.get().isWrittenBy(by)) {
            throw new Refused("不能给自己的文章点“有帮助”");
        }
        var statement =
                useful
                        ? """
                        insert into article_useful (article_no, user_id, marked_at) values (:no, :user, :now)
                        on conflict do nothing
                        """
                        : "delete from article_useful where article_no = :no and user_id = :user and cast(:now as timestamptz) is not null";
        jdbc.sql(statement)
                .param("no", articleNo.value())
                .param("user", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whom it helped. */
    public Usefulness usefulness(ArticleNo articleNo, UserId reader) {
        return jdbc.sql(
                        """
                select count(*) as count, coalesce(bool_or(user_id = :reader), false) as mine
                  from article_useful where article_no = :no
                """)
                .param("no", articleNo.value())
                .param("reader", reader.value())
                .query(Usefulness.class)
                .single();
    }

    /** How many it helped, and whether the reader is one of them. */
    public record Usefulness(long count, boolean mine) {}

    private boolean mayRead(Article article, UserId reader) {
        return article.status() == ArticleStatus.PUBLISHED
                || article.isWrittenBy(reader)
                || reviewers.may(article, reader);
    }
}
