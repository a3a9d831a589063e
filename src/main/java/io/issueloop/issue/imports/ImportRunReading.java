package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.ImportRun.State;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Reads a run from its row. */
record ImportRunReading(ObjectMapper json) implements RowMapper<ImportRun> {

    static final String SELECT =
            "select r.*, f.name, f.size from import_run r join import_file f on f.id = r.file_id";

    private static final TypeReference<Map<ImportColumn, String>> MAPPING =
            new TypeReference<>() {};

    @Override
    public ImportRun mapRow(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                new ImportRun.File(
                        row.getLong("file_id"), row.getString("name"), row.getLong("size")),
                options(row),
                State.valueOf(row.getString("state")),
                UserId.of(row.getString("started_by")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("total_rows"),
                row.getInt("last_line"),
                row.getObject("held_until", OffsetDateTime.class).toInstant(),
                row.getInt("taken_over"),
                counts(row),
                texts(row, "ignored"),
                Optional.ofNullable(row.getString("message")));
    }

    private Options options(ResultSet row) throws SQLException {
        try {
            return new Options(
                    row.getBoolean("dry_run"),
                    row.getBoolean("updates"),
                    texts(row, "baseline"),
                    json.readValue(row.getString("mapping"), MAPPING));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("opened"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
