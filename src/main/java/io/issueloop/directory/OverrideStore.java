package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of overrides: one current row per kind and subject, the former ones kept. */
@Component
class OverrideStore {

    private final JdbcClient jdbc;

    OverrideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Overrides current() {
        Map<TeamId, UserId> leads = new HashMap<>();
        Map<UserId, Boolean> handling = new HashMap<>();
        Map<Role, Map<UserId, Boolean>> administrators = new EnumMap<>(Role.class);
        Map<String, TeamId> projects = new HashMap<>();
        Map<UserId, Set<String>> skills = new HashMap<>();
        for (var row : rows()) {
            var value = row.value();
            switch (row.kind()) {
                case LEAD -> leads.put(TeamId.of(Long.parseLong(row.subject())), UserId.of(value));
                case HANDLER -> handling.put(UserId.of(row.subject()), isYes(value));
                case KPI_ADMIN, PROCESS_ADMIN ->
                        administrators
                                .computeIfAbsent(
                                        Role.valueOf(row.kind().name()), role -> new HashMap<>())
                                .put(UserId.of(row.subject()), isYes(value));
                case PROJECT -> projects.put(row.subject(), TeamId.of(Long.parseLong(value)));
                case SKILL -> skills.put(UserId.of(row.subject()), Set.of(value.split(",")));
            }
        }
        return new Overrides(leads, handling, administrators, projects, skills);
    }

    /** Replaces what was said of the subject; an empty value takes it back. */
    void set(Adjustment.Kind kind, String subject, String value, UserId by, Instant at) {
        var params =
                Map.<String, Object>of(
                        "kind", kind.name(),
                        "subject", subject,
                        "value", value,
                        "by", by.value(),
                        "at", at.atOffset(ZoneOffset.UTC));
        jdbc.sql(
                        """
                update organisation_override set ended_by = :by, ended_at = :at
                 where kind = :kind and subject = :subject and ended_at is null
                """)
                .params(params)
                .update();
        if (!value.isEmpty()) {
            jdbc.sql(
                            """
                    insert into organisation_override (kind, subject, value, set_by, set_at)
                    values (:kind, :subject, :value, :by, :at)
                    """)
                    .params(params)
                    .update();
        }
    }

    List<Adjustment> rows() {
        return jdbc.sql(
                        "select kind, subject, value, set_by, set_at from organisation_override where ended_at is null order by id")
                .query(
                        (row, index) ->
                                new Adjustment(
                                        Adjustment.Kind.valueOf(row.getString("kind")),
                                        row.getString("subject"),
                                        row.getString("value"),
                                        UserId.of(row.getString("set_by")),
                                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Adjustment> find(Adjustment.Kind kind, String subject) {
        return rows().stream()
                .filter(row -> row.kind() == kind && row.subject().equals(subject))
                .findFirst();
    }

    private static boolean isYes(String value) {
        return value.equals(Adjustment.YES);
    }
}
