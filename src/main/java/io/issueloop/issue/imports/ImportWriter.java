package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.imports.NewFacts.Promise;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many issues and their facts at once. The facts are not published: nobody is told of the
 * past. Each has a key, so that writing it again writes nothing.
 */
@Component
class ImportWriter {

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ImportWriter(NamedParameterJdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(List<NewFacts> issues) {
        jdbc.batchUpdate(
                """
                insert into issue (issue_no, version, description, urgency, project, major, reporter, source, status,
                                   category, sub_category, team_id, handler, service_level_minutes, due_at,
                                   personal_due_at, reported_at, resolved_at, closed_at, assignment_count,
                                   resolution_count, stars, note)
                values (:no, 0, :description, :urgency, :project, false, :reporter, 'IMPORT', :status,
                        :category, :subCategory, :team, :handler, :minutes, :dueAt, :dueAt, :reportedAt, :resolvedAt,
                        :closedAt, :assignments, :resolutions, :stars, :note)
                """,
                issues.stream().map(ImportWriter::row).toArray(MapSqlParameterSource[]::new));
        appendFacts(issues);
    }

    /** What the row says now; what happened since the last time is added. */
    void update(NewFacts issue) {
        jdbc.update(
                """
                update issue set version = version + 1, description = :description, project = :project,
                       status = :status, category = coalesce(:category, category),
                       team_id = coalesce(:team, team_id), handler = coalesce(:handler, handler),
                       service_level_minutes = coalesce(:minutes, service_level_minutes),
                       due_at = coalesce(:dueAt, due_at), personal_due_at = coalesce(:dueAt, personal_due_at),
                       resolved_at = :resolvedAt, closed_at = :closedAt,
                       assignment_count = greatest(assignment_count, :assignments),
                       resolution_count = :resolutions, stars = :stars, note = :note
                 where issue_no = :no
                """,
                row(issue));
        appendFacts(List.of(issue));
    }

    private void appendFacts(List<NewFacts> issues) {
        jdbc.batchUpdate(
                """
                insert into issue_event (issue_no, type, actor, holder, occurred_at, recorded_at, payload, idempotency_key)
                values (:no, :type, :actor, :holder, :at, :now, cast(:payload as jsonb), :key)
                on conflict (idempotency_key) do nothing
                """,
                issues.stream()
                        .flatMap(issue -> issue.events().stream())
                        .map(this::event)
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(NewFacts issue) {
        var row = issue.row();
        var promise = issue.promise();
        return new MapSqlParameterSource()
                .addValue("no", issue.issueNo().value())
                .addValue("description", row.words().description())
                .addValue("urgency", row.words().urgency().name())
                .addValue("project", row.words().project())
                .addValue("reporter", row.reporter().value())
                .addValue("status", row.status().name())
                .addValue("category", issue.category().main().orElse(null))
                .addValue("subCategory", issue.category().sub().orElse(null))
                .addValue("team", promise.map(Promise::team).map(team -> team.value()).orElse(null))
                .addValue("handler", row.handler().map(UserId::value).orElse(null))
                .addValue("minutes", promise.map(p -> p.serviceLevel().toMinutes()).orElse(null))
                .addValue("dueAt", utc(promise.map(Promise::dueAt)))
                .addValue("reportedAt", utc(Optional.of(row.times().created())))
                .addValue("resolvedAt", utc(row.times().resolved()))
                .addValue("closedAt", utc(row.closedAt()))
                .addValue("assignments", row.handler().isPresent() ? 1 : 0)
                .addValue("resolutions", row.times().resolved().isPresent() ? 1 : 0)
                .addValue("stars", row.stars().orElse(null))
                .addValue("note", issue.note().orElse(null));
    }

    private MapSqlParameterSource event(IssueEvent event) {
        return new MapSqlParameterSource()
                .addValue("no", event.issueNo().value())
                .addValue("type", event.type().name())
                .addValue("actor", event.actor().value())
                .addValue("holder", event.holder().map(UserId::value).orElse(null))
                .addValue("at", utc(Optional.of(event.occurredAt())))
                .addValue("now", utc(Optional.of(clock.instant())))
                .addValue("payload", write(event))
                .addValue("key", key(event));
    }

    /** Once in an issue's imported life, but for what a corrected row may say anew. */
    private static String key(IssueEvent event) {
        var again =
                event.type() == IssueEventType.TRIAGED || event.type() == IssueEventType.COMMENTED
                        ? "/" + event.payload().hashCode()
                        : "";
        return "import/%s/%s%s".formatted(event.issueNo(), event.type(), again);
    }

    private String write(IssueEvent event) {
        try {
            return json.writeValueAsString(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload is not JSON", e);
        }
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
