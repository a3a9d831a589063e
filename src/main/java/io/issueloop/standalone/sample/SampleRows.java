package io.issueloop.standalone.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes sample issues as the application would have left them. */
@Component
class SampleRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NamedParameterJdbcTemplate jdbc;

    SampleRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(Instant reportedAt) {
        var serial = jdbc.queryForObject("select nextval('issue_serial')", Map.of(), Long.class);
        return "ISS-%s-%04d"
                .formatted(
                        DateTimeFormatter.BASIC_ISO_DATE.format(
                                reportedAt.atZone(Zones.REPORTING).toLocalDate()),
                        serial);
    }

    void write(String no, SampleIssue issue, String project) {
        jdbc.update(
                """
                insert into issue (issue_no, version, description, urgency, project, major, reporter, source, status,
                                   category, sub_category, team_id, handler, service_level_minutes, due_at,
                                   personal_due_at, reported_at, resolved_at, closed_at, assignment_count,
                                   resolution_count, cause, measures, verification, stars, note)
                values (:no, :version, :description, :urgency, :project, false, :reporter, 'SHEET', 'CLOSED',
                        :category, :subCategory, :team, :handler, :minutes, :dueAt, :dueAt, :reportedAt, :resolvedAt,
                        :closedAt, :assignments, :resolutions, :cause, :measures, :verification, :stars, :note)
                """,
                row(no, issue, project));
        var events =
                issue.events.stream()
                        .map(event -> event(no, event))
                        .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(
                """
                insert into issue_event (issue_no, type, actor, holder, occurred_at, recorded_at, payload)
                values (:no, :type, :actor, :holder, :at, :at, cast(:payload as jsonb))
                """,
                events);
    }

    private static MapSqlParameterSource row(String no, SampleIssue issue, String project) {
        var solution =
                issue.events.stream()
                        .filter(event -> event.type().equals("RESOLVED"))
                        .reduce((first, second) -> second)
                        .map(SampleIssue.Event::payload)
                        .orElse(Map.of());
        return new MapSqlParameterSource()
                .addValue("no", no)
                .addValue("version", issue.events.size())
                .addValue("description", issue.text.description())
                .addValue("urgency", issue.urgency)
                .addValue("project", project)
                .addValue("reporter", issue.reporter)
                .addValue("category", issue.text.category())
                .addValue("subCategory", issue.text.keyword())
                .addValue("team", issue.team.id())
                .addValue("handler", issue.handler)
                .addValue("minutes", issue.serviceLevelMinutes)
                .addValue("dueAt", utc(issue.dueAt))
                .addValue("reportedAt", utc(issue.reportedAt()))
                .addValue("resolvedAt", utc(issue.resolvedAt))
                .addValue("closedAt", utc(issue.closedAt()))
                .addValue("assignments", issue.assignments)
                .addValue("resolutions", issue.resolutions)
                .addValue("cause", solution.get("cause"))
                .addValue("measures", solution.get("solution"))
                .addValue("verification", solution.get("verification"))
                .addValue("stars", issue.stars)
                .addValue("note", issue.note);
    }

    private static MapSqlParameterSource event(String no, SampleIssue.Event event) {
        try {
            return new MapSqlParameterSource()
                    .addValue("no", no)
                    .addValue("type", event.type())
                    .addValue("actor", event.actor())
                    .addValue("holder", event.holder())
                    .addValue("at", utc(event.at()))
                    .addValue("payload", JSON.writeValueAsString(event.payload()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
