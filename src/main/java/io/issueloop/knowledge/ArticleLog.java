package io.issueloop.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the append-only {@code article_event}: the facts of P3 (kpi.md §4). */
@Component
class ArticleLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ArticleLog(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    enum Type {
        CREATED,
        EDITED,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        WITHDRAWN;

        /** What happens to a revision is no fact of P3. */
        String of(Article article) {
            return article.isRevision() ? "REVISION_" + this : name();
        }
    }

    /**
     * What a reviewer said.
     *
     * @param onBehalfOf the reviewer who was away, where somebody else spoke
     */
    record Said(String comment, Optional<UserId> onBehalfOf) {}

    /** The article as it is, who did it, and what was said; a revision's under its article. */
    void append(Type type, Article article, UserId actor, String comment) {
        append(type, article, actor, new Said(comment, Optional.empty()));
    }

    void append(Type type, Article article, UserId actor, Said said) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                insert into article_event (article_no, type, actor, occurred_at, recorded_at, payload)
                values (:articleNo, :type, :actor, :now, :now, cast(:payload as jsonb))
                """)
                .param("articleNo", article.origin().revises().orElse(article.no()).value())
                .param("type", type.of(article))
                .param("actor", actor.value())
                .param("now", now)
                .param("payload", payload(article, said))
                .update();
    }

    /** Oldest first. */
    List<ArticleEvent> of(ArticleNo articleNo) {
        return jdbc.sql(
                        """
                select type, actor, occurred_at, coalesce(payload ->> 'comment', '') as comment,
                       payload ->> 'onBehalfOf' as behalf
                  from article_event where article_no = :articleNo order by occurred_at, id
                """)
                .param("articleNo", articleNo.value())
                .query(
                        (row, index) ->
                                new ArticleEvent(
                                        row.getString("type"),
                                        UserId.of(row.getString("actor")),
                                        instant(row.getObject("occurred_at", OffsetDateTime.class)),
                                        row.getString("comment"),
                                        Optional.ofNullable(row.getString("behalf"))
                                                .map(UserId::of)))
                .list();
    }

    private String payload(Article article, Said said) {
        var shares = new HashMap<String, Object>();
        article.authors().shares().forEach((user, share) -> shares.put(user.value(), share));
        var payload =
                new HashMap<String, Object>(
                        Map.of(
                                "title",
                                article.text().title(),
                                "issueNo",
                                article.issueNo().value(),
                                "shares",
                                shares,
                                "comment",
                                said.comment()));
        said.onBehalfOf().ifPresent(user -> payload.put("onBehalfOf", user.value()));
        if (article.isRevision()) {
            payload.put("revision", article.no().value());
        }
        article.reviewer().ifPresent(reviewer -> payload.put("reviewer", reviewer.value()));
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
