package io.issueloop.knowledge;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes articles; a write that another one overtook is refused. */
@Component
class ArticleStore {

    private final JdbcClient jdbc;
    private final ArticleRows rows;

    ArticleStore(JdbcClient jdbc, ArticleRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    ArticleNo nextNumber(Instant now) {
        var serial = jdbc.sql("select nextval('article_serial')").query(Long.class).single();
        return ArticleNo.of(LocalDate.ofInstant(now, Zones.REPORTING), serial);
    }

    /** False when the issue has an article already, or the article an open revision. */
    boolean add(Article article) {
        return jdbc.sql(
                                """
                insert into article (article_no, version, issue_no, team_id, title, problem, cause, solution,
                                     verification, tags, authors, status, created_by, created_at, revises)
                values (:articleNo, 1, :issueNo, :team, :title, :problem, :cause, :solution,
                        :verification, :tags, cast(:authors as jsonb), :status, :createdBy, :createdAt, :revises)
                on conflict do nothing
                """)
                        .params(content(article))
                        .param("issueNo", article.issueNo().value())
                        .param("team", article.team().map(TeamId::value).orElse(null))
                        .param("createdBy", article.origin().by().value())
                        .param("createdAt", utc(article.origin().at()))
                        .param(
                                "revises",
                                article.origin().revises().map(ArticleNo::value).orElse(null))
                        .update()
                == 1;
    }

    /**
     * @throws Refused when it was changed since it was read
     */
    void save(Article article) {
        var saved =
                jdbc.sql(
                                """
                update article
                   set version = version + 1, title = :title, problem = :problem, cause = :cause,
                       solution = :solution, verification = :verification, tags = :tags,
                       authors = cast(:authors as jsonb), status = :status, reviewer = :reviewer,
                       comment = :comment, submitted_at = :submittedAt, published_at = :publishedAt
                 where article_no = :articleNo and version = :version
                """)
                        .params(content(article))
                        .param("version", article.version())
                        .param("reviewer", article.reviewer().map(UserId::value).orElse(null))
                        .param("comment", article.comment())
                        .param(
                                "submittedAt",
                                article.submittedAt().map(ArticleStore::utc).orElse(null))
                        .param(
                                "publishedAt",
                                article.publishedAt().map(ArticleStore::utc).orElse(null))
                        .update();
        if (saved == 0) {
            throw new Refused("刚刚有人更新了这篇文章，请刷新后重试");
        }
    }

    Optional<Article> find(ArticleNo articleNo) {
        return one("article_no = :key", articleNo.value());
    }

    Optional<Article> of(IssueNo issueNo) {
        return one("issue_no = :key and revises is null", issueNo.value());
    }

    /** The revision somebody writes or reviews now. */
    Optional<Article> openRevision(ArticleNo articleNo) {
        return one("revises = :key and status in ('DRAFT', 'IN_REVIEW')", articleNo.value());
    }

    private Optional<Article> one(String where, String key) {
        return jdbc.sql("select * from article where " + where)
                .param("key", key)
                .query(rows)
                .optional();
    }

    private Map<String, @Nullable Object> content(Article article) {
        var text = article.text();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("articleNo", article.no().value());
        params.put("title", text.title());
        params.put("problem", text.problem());
        params.put("cause", text.cause());
        params.put("solution", text.solution());
        params.put("verification", text.verification());
        params.put("tags", String.join(" ", text.tags()));
        params.put("authors", rows.json(article.authors()));
        params.put("status", article.status().name());
        return params;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
