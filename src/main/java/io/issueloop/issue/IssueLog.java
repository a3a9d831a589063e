package io.issueloop.issue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the append-only {@code issue_event}; every event is published in the transaction
 * that records it.
 */
@Component
class IssueLog {

    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    IssueLog(JdbcClient jdbc, ObjectMapper json, Clock clock, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.publisher = publisher;
    }

    void append(
            Issue issue,
            IssueEventType type,
            UserId actor,
            Instant occurredAt,
            Map<String, Object> payload) {
        var event = new IssueEvent(issue.no(), type, actor, issue.handler(), occurredAt, payload);
        jdbc.sql(
                        """
                insert into issue_event (issue_no, type, actor, holder, occurred_at, recorded_at, payload)
                values (:issueNo, :type, :actor, :holder, :occurredAt, :recordedAt, cast(:payload as jsonb))
                """)
                .param("issueNo", event.issueNo().value())
                .param("type", type.name())
                .param("actor", actor.value())
                .param("holder", event.holder().map(UserId::value).orElse(null))
                .param("occurredAt", utc(occurredAt))
                .param("recordedAt", utc(clock.instant()))
                .param("payload", write(payload))
                .update();
        publisher.publishEvent(event);
    }

    List<RecordedEvent> of(IssueNo issueNo) {
        return jdbc.sql(
                        """
                select issue_no, type, actor, holder, occurred_at, recorded_at, payload
                  from issue_event where issue_no = :issueNo order by occurred_at, id
                """)
                .param("issueNo", issueNo.value())
                .query(this::event)
                .list();
    }

    private RecordedEvent event(ResultSet row, int index) throws SQLException {
        var holder = Optional.ofNullable(row.getString("holder")).map(UserId::of);
        var event =
                new IssueEvent(
                        IssueNo.of(row.getString("issue_no")),
                        IssueEventType.valueOf(row.getString("type")),
                        UserId.of(row.getString("actor")),
                        holder,
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        read(row.getString("payload")));
        return new RecordedEvent(
                event, row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private String write(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload is not JSON", e);
        }
    }

    private Map<String, Object> read(String payload) {
        try {
            return json.readValue(payload, PAYLOAD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored payload is not JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
