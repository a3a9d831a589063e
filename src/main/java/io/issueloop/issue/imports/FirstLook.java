package io.issueloop.issue.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What has to be known of a whole file before its first row is taken: which line a key stands on
 * first, and which rows refer to a row that will never be there. It lies in PostgreSQL, so that the
 * heap does not grow with the file.
 */
@Component
class FirstLook {

    private static final int BATCH = 500;

    private final NamedParameterJdbcTemplate jdbc;

    FirstLook(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a key stands first.
     *
     * @param sound whether what it refers to, and what that refers to, is there or will be
     */
    record Line(int line, boolean sound) {}

    /** Collects the rows of one run, some hundred at a time. */
    final class Notes {
        private final long runId;
        private final List<MapSqlParameterSource> waiting = new ArrayList<>();

        private Notes(long runId) {
            this.runId = runId;
        }

        /** A row that keeps the rules; a key's second row is remembered by nothing. */
        void see(int line, ImportRow row) {
            waiting.add(
                    new MapSqlParameterSource()
                            .addValue("run", runId)
                            .addValue("key", row.key())
                            .addValue("line", line)
                            .addValue("to", to(row)));
            if (waiting.size() == BATCH) {
                write();
            }
        }

        /** After the last row: chains are followed to their ends. */
        void complete() {
            write();
            while (spread(runId) > 0) {
                continue; // as often as the longest chain has links
            }
        }

        private void write() {
            jdbc.batchUpdate(
                    """
                    insert into import_line (run_id, key, line, refers_to, sound)
                    values (:run, :key, :line, :to, cast(:to as text) is null)
                    on conflict (run_id, key) do nothing
                    """,
                    waiting.toArray(MapSqlParameterSource[]::new));
            waiting.clear();
        }
    }

    /** Begins anew, also for a run somebody else began. */
    Notes begin(long runId) {
        forget(runId);
        return new Notes(runId);
    }

    private static @Nullable String to(ImportRow row) {
        return row.link().map(ImportRow.Link::to).orElse(null);
    }

    /** From rows that need nothing to those that refer to them; a circle is never reached. */
    private int spread(long runId) {
        return jdbc.update(
                """
                update import_line l set sound = true
                 where run_id = :run and not sound
                   and (exists (select 1 from import_line t
                                 where t.run_id = :run and t.key = l.refers_to and t.sound)
                        or exists (select 1 from imported_issue i
                                    where i.external_key = l.refers_to and i.written))
                """,
                Map.of("run", runId));
    }

    /** By key, as far as they keep the rules. */
    Map<String, Line> of(long runId, Collection<String> keys) {
        var found = new HashMap<String, Line>();
        if (!keys.isEmpty()) {
            jdbc.query(
                    "select key, line, sound from import_line where run_id = :run and key in (:keys)",
                    Map.of("run", runId, "keys", keys),
                    row -> {
                        found.put(
                                row.getString("key"),
                                new Line(row.getInt("line"), row.getBoolean("sound")));
                    });
        }
        return found;
    }

    /** The run is over. */
    void forget(long runId) {
        jdbc.update("delete from import_line where run_id = :run", Map.of("run", runId));
    }
}
