package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.kpi.Period;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a snapshot, nothing else: whatever changed since does not show. */
@Component
class KeptRows {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final JdbcClient inParts;
    private final ObjectMapper json;

    KeptRows(JdbcClient jdbc, DataSource database, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        var template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_A_TIME);
        inParts = JdbcClient.create(template);
    }

    /** A number as it was locked. */
    record Value(
            String period,
            String metric,
            String basis,
            boolean counts,
            String scope,
            String scopeName,
            @Nullable String value,
            String numerator,
            String denominator,
            long n,
            @Nullable String target,
            String status,
            String details) {}

    /** An issue in or out of it, and why. */
    record Line(
            String period,
            String metric,
            String basis,
            String issueNo,
            String team,
            String teamName,
            String person,
            String personName,
            boolean included,
            String reason,
            String numerator,
            String denominator) {}

    Optional<SnapshotHead> head(Period quarter, int revision) {
        return jdbc.sql("select head from quarter_snapshot where quarter = ? and revision = ?")
                .params(quarter.code(), revision)
                .query(String.class)
                .optional()
                .map(this::head);
    }

    long countOfLines(Period quarter, int revision) {
        return jdbc.sql(
                        "select count(*) from quarter_snapshot_line where quarter = ? and revision = ?")
                .params(quarter.code(), revision)
                .query(Long.class)
                .single();
    }

    /** One by one, in their order; within a transaction they do not come all at once. */
    void values(ArchivePart part, Consumer<Value> reader) {
        try (var values =
                inParts
                        .sql(
                                """
                                select period, metric, basis, counts, scope, scope_name, value, numerator, denominator,
                                       n, target, status, details
                                  from quarter_snapshot_value where quarter = ? and revision = ? order by place
                                """)
                        .params(part.quarter().code(), part.revision())
                        .query(Value.class)
                        .stream()) {
            values.forEach(reader);
        }
    }

    /** Those of this part, as {@link #values}. */
    void lines(ArchivePart part, Consumer<Line> reader) {
        try (var lines =
                inParts
                        .sql(
                                """
                                select period, metric, basis, issue_no, team, team_name, person, person_name,
                                       included, reason, numerator, denominator
                                  from quarter_snapshot_line
                                 where quarter = ? and revision = ? and place between ? and ? order by place
                                """)
                        .params(part.quarter().code(), part.revision())
                        .params(part.first(), part.last())
                        .query(Line.class)
                        .stream()) {
            lines.forEach(reader);
        }
    }

    private SnapshotHead head(String text) {
        try {
            return json.readValue(text, SnapshotHead.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
