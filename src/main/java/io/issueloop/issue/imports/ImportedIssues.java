package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.IssueNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which issue stands for which external key, and what its row said last. */
@Component
class ImportedIssues {

    private static final TypeReference<Map<ImportColumn, String>> VALUES = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    ImportedIssues(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param written whether the issue is there; otherwise its number is only promised to rows that
     *     refer to it
     */
    record Known(IssueNo issueNo, boolean written, Map<ImportColumn, String> values) {}

    Map<String, Known> find(Collection<String> keys) {
        var found = new HashMap<String, Known>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.query(
                """
                select external_key, issue_no, written, row from imported_issue where external_key in (:keys)
                """,
                Map.of("keys", keys),
                row -> {
                    var known =
                            new Known(
                                    IssueNo.of(row.getString("issue_no")),
                                    row.getBoolean("written"),
                                    read(row.getString("row")));
                    found.put(row.getString("external_key"), known);
                });
        return found;
    }

    /** So many numbers nobody had before, the first part being the day they are recorded on. */
    List<IssueNo> newNumbers(String day, int count) {
        return jdbc
                .queryForList(
                        "select nextval('issue_serial') from generate_series(1, :count)",
                        Map.of("count", count),
                        Long.class)
                .stream()
                .map(serial -> IssueNo.of("ISS-%s-%04d".formatted(day, serial)))
                .toList();
    }

    /** Promises numbers to keys whose rows come later. */
    void promise(long runId, Map<String, IssueNo> numbers) {
        put(
                numbers.entrySet().stream()
                        .map(
                                one ->
                                        params(runId, one.getKey(), one.getValue())
                                                .addValue("written", false)
                                                .addValue("row", "{}"))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Remembers what the rows said whose issues are there now. */
    void written(long runId, List<NewFacts> issues) {
        put(
                issues.stream()
                        .map(
                                one ->
                                        params(runId, one.row().key(), one.issueNo())
                                                .addValue("written", true)
                                                .addValue("row", write(one.row().values())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private void put(MapSqlParameterSource[] rows) {
        jdbc.batchUpdate(
                """
                insert into imported_issue (external_key, issue_no, run_id, written, row)
                values (:key, :no, :run, :written, cast(:row as jsonb))
                on conflict (external_key) do update
                   set written = excluded.written, row = excluded.row,
                       run_id = case when imported_issue.written then imported_issue.run_id else excluded.run_id end
                """,
                rows);
    }

    private static MapSqlParameterSource params(long runId, String key, IssueNo issueNo) {
        return new MapSqlParameterSource()
                .addValue("run", runId)
                .addValue("key", key)
                .addValue("no", issueNo.value());
    }

    private String write(Map<ImportColumn, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<ImportColumn, String> read(String values) {
        try {
            return json.readValue(values, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
