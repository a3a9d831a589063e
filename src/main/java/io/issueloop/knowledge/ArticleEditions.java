package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How articles read before a revision took their place; kept for ever. */
@Component
class ArticleEditions {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleEditions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As it reads now, before it is replaced. */
    void keep(Article article) {
        var text = article.text();
        jdbc.sql(
                        """
                insert into article_edition (article_no, edition, title, problem, cause, solution, verification,
                                             tags, reviewer, replaced_at)
                values (:no, (select count(*) + 1 from article_edition where article_no = :no), :title, :problem,
                        :cause, :solution, :verification, :tags, :reviewer, :now)
                """)
                .param("no", article.no().value())
                .param("title", text.title())
                .param("problem", text.problem())
                .param("cause", text.cause())
                .param("solution", text.solution())
                .param("verification", text.verification())
                .param("tags", String.join(" ", text.tags()))
                .param("reviewer", article.reviewer().map(UserId::value).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first one first. */
    List<ArticleEdition> of(ArticleNo articleNo) {
        return jdbc.sql("select * from article_edition where article_no = :no order by edition")
                .param("no", articleNo.value())
                .query(
                        (row, index) ->
                                new ArticleEdition(
                                        row.getInt("edition"),
                                        new ArticleText(
                                                row.getString("title"),
                                                row.getString("problem"),
                                                row.getString("cause"),
                                                row.getString("solution"),
                                                row.getString("verification"),
                                                List.of(row.getString("tags").split(" "))),
                                        Optional.ofNullable(row.getString("reviewer"))
                                                .map(UserId::of),
                                        row.getObject("replaced_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
