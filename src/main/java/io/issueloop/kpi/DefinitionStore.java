package io.issueloop.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of definition versions. */
@Component
class DefinitionStore {

    private final JdbcClient jdbc;

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<DefinitionVersion> all() {
        return select("true order by version desc");
    }

    Optional<DefinitionVersion> version(int version) {
        return select("version = " + version).stream().findFirst();
    }

    /** The version in force: of those active, the one that began last before the period did. */
    DefinitionVersion at(Period period) {
        return select(
                        """
                        version = (select version from kpi_definition_version
                                    where state = 'ACTIVE' and starts_at <= '%s'
                                    order by starts_at desc, version desc limit 1)
                        """
                                .formatted(period.start()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no definitions for " + period));
    }

    /** Keeps a draft and answers its number. */
    int insert(DefinitionVersion draft) {
        int version =
                jdbc.sql(
                                """
                                insert into kpi_definition_version
                                       (version, state, effective_from, starts_at, cap, reason, created_by, created_at)
                                select max(version) + 1, 'DRAFT', ?, ?, ?, ?, ?, ? from kpi_definition_version
                                returning version
                                """)
                        .params(
                                draft.effectiveFrom().code(),
                                utc(draft.effectiveFrom().start()),
                                draft.cap(),
                                draft.reason(),
                                draft.createdBy(),
                                utc(draft.createdAt()))
                        .query(Integer.class)
                        .single();
        draft.settings().forEach(setting -> insert(version, setting));
        return version;
    }

    private void insert(int version, DefinitionVersion.Setting setting) {
        jdbc.sql(
                        """
                        insert into kpi_definition (version, metric, basis, target, weight, remark)
                        values (:version, :metric, :basis, :target, :weight, :remark)
                        """)
                .param("version", version)
                .param("metric", setting.metric())
                .param("basis", setting.basis())
                .param("target", setting.target())
                .param("weight", setting.weight())
                .param("remark", setting.remark())
                .update();
    }

    /** Whether it still was a draft. */
    boolean decide(int version, DefinitionVersion.State state, String actor, Instant now) {
        return jdbc.sql(
                                """
                                update kpi_definition_version set state = ?, decided_by = ?, decided_at = ?
                                 where version = ? and state = 'DRAFT'
                                """)
                        .params(state.name(), actor, utc(now), version)
                        .update()
                == 1;
    }

    private List<DefinitionVersion> select(String where) {
        return jdbc.sql("select * from kpi_definition_version where " + where)
                .query((row, n) -> version(row))
                .list();
    }

    private DefinitionVersion version(ResultSet row) throws SQLException {
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        int version = row.getInt("version");
        return new DefinitionVersion(
                version,
                DefinitionVersion.State.valueOf(row.getString("state")),
                Period.of(row.getString("effective_from")),
                row.getBigDecimal("cap"),
                row.getString("reason"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                settings(version));
    }

    private List<DefinitionVersion.Setting> settings(int version) {
        return jdbc.sql(
                        "select * from kpi_definition where version = ? order by metric like 'P%', metric")
                .param(version)
                .query(
                        (row, n) ->
                                new DefinitionVersion.Setting(
                                        row.getString("metric"),
                                        row.getString("basis"),
                                        row.getBigDecimal("target"),
                                        row.getBigDecimal("weight"),
                                        row.getString("remark")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
