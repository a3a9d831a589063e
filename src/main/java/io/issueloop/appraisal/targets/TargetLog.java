package io.issueloop.appraisal.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happened to a round, for ever, and what people said and acknowledged. */
@Component
class TargetLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TargetLog(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The words of {@code target_event}. */
    enum What {
        OPENED,
        COMMENTED,
        DECISION_ASKED,
        DECIDED,
        KEPT,
        ACKNOWLEDGED,
        REMINDED,
        IN_FORCE
    }

    /**
     * @param at Asia/Shanghai
     */
    record Comment(UserId author, String text, OffsetDateTime at) {}

    void append(Period from, What what, UserId actor, Map<String, Object> payload) {
        jdbc.sql(
                        """
                        insert into target_event (from_quarter, type, actor, at, payload)
                        values (?, ?, ?, ?, cast(? as jsonb))
                        """)
                .params(from.code(), what.name(), actor.value(), now(), write(payload))
                .update();
    }

    void comment(Period from, UserId author, String text) {
        jdbc.sql("insert into target_comment (from_quarter, author, text, at) values (?, ?, ?, ?)")
                .params(from.code(), author.value(), text, now())
                .update();
        append(from, What.COMMENTED, author, Map.of("text", text));
    }

    /** Oldest first. */
    List<Comment> comments(Period from) {
        return jdbc.sql(
                        "select author, text, at from target_comment where from_quarter = ? order by id")
                .param(from.code())
                .query(
                        (row, n) ->
                                new Comment(
                                        UserId.of(row.getString("author")),
                                        row.getString("text"),
                                        row.getObject("at", OffsetDateTime.class)
                                                .withOffsetSameInstant(Zones.REPORTING_OFFSET)))
                .list();
    }

    /** Once each; nothing happens the second time. */
    void acknowledge(Period from, UserId user) {
        int first =
                jdbc.sql(
                                "insert into target_acknowledgement values (?, ?, ?) on conflict do nothing")
                        .params(from.code(), user.value(), now())
                        .update();
        if (first == 1) {
            append(from, What.ACKNOWLEDGED, user, Map.of());
        }
    }

    List<UserId> acknowledged(Period from) {
        return jdbc
                .sql(
                        "select user_id from target_acknowledgement where from_quarter = ? order by user_id")
                .param(from.code())
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String write(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload is not JSON", e);
        }
    }
}
