package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows that were not taken, with the reason and what stood there. */
@Component
class ImportProblems {

    private static final TypeReference<Map<ImportColumn, String>> CELLS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    ImportProblems(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(long runId, List<ImportProblem> problems) {
        jdbc.batchUpdate(
                """
                insert into import_problem (run_id, line, reason, cells)
                values (:run, :line, :reason, cast(:cells as jsonb)) on conflict (run_id, line) do nothing
                """,
                problems.stream()
                        .map(
                                problem ->
                                        new MapSqlParameterSource()
                                                .addValue("run", runId)
                                                .addValue("line", problem.line())
                                                .addValue("reason", problem.reason())
                                                .addValue("cells", write(problem.cells())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The first of them, in the file's order. */
    List<ImportProblem> first(long runId, int count) {
        return jdbc.query(
                "select line, reason, cells from import_problem where run_id = :run order by line limit :count",
                Map.of("run", runId, "count", count),
                (row, number) ->
                        new ImportProblem(
                                row.getInt("line"),
                                row.getString("reason"),
                                read(row.getString("cells"))));
    }

    /** All of them, in the file's order, page by page. */
    void forEach(long runId, Consumer<ImportProblem> work) {
        int after = 0;
        List<ImportProblem> page;
        do {
            page = after(runId, after);
            page.forEach(work);
            after = page.isEmpty() ? after : page.get(page.size() - 1).line();
        } while (!page.isEmpty());
    }

    private List<ImportProblem> after(long runId, int line) {
        return jdbc.query(
                """
                select line, reason, cells from import_problem where run_id = :run and line > :line
                 order by line limit 500
                """,
                Map.of("run", runId, "line", line),
                (row, number) ->
                        new ImportProblem(
                                row.getInt("line"),
                                row.getString("reason"),
                                read(row.getString("cells"))));
    }

    private String write(Map<ImportColumn, String> cells) {
        try {
            return json.writeValueAsString(cells).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<ImportColumn, String> read(String cells) {
        try {
            return json.readValue(cells, CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
