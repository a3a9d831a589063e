package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every run there was or is to be, and how far it got. */
@Component
class ImportRuns {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ImportRunReading reading;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.reading = new ImportRunReading(json);
        this.clock = clock;
    }

    /**
     * @param held whether the caller works on it itself
     */
    long request(long fileId, Options options, UserId by, boolean held) {
        return jdbc.sql(
                        """
                        insert into import_run (file_id, dry_run, updates, baseline, mapping, state, started_by,
                                                requested_at, held_until)
                        values (:file, :dryRun, :updates, :baseline, cast(:mapping as jsonb), 'WAITING', :by, :now,
                                :heldUntil)
                        returning id
                        """)
                .param("file", fileId)
                .param("dryRun", options.dryRun())
                .param("updates", options.updates())
                .param("baseline", options.baseline().toArray(String[]::new))
                .param("mapping", write(options.mapping()))
                .param("by", by.value())
                .param("now", now())
                .param("heldUntil", held ? now().plus(ImportHolds.HOLD) : now())
                .query(Long.class)
                .single();
    }

    void begun(long id, int totalRows, List<String> ignored) {
        jdbc.sql(
                        """
                        update import_run set state = 'RUNNING', total_rows = :rows, ignored = :ignored,
                               held_until = :until
                         where id = :id
                        """)
                .param("id", id)
                .param("rows", totalRows)
                .param("ignored", ignored.toArray(String[]::new))
                .param("until", now().plus(ImportHolds.HOLD))
                .update();
    }

    /** In the transaction that wrote the rows. */
    void progressed(long id, int lastLine, Counts more) {
        jdbc.sql(
                        """
                        update import_run
                           set last_line = :line, held_until = :until, added = added + :added,
                               changed = changed + :changed, unchanged = unchanged + :unchanged,
                               refused = refused + :refused, opened = opened + :opened
                         where id = :id
                        """)
                .param("id", id)
                .param("line", lastLine)
                .param("until", now().plus(ImportHolds.HOLD))
                .param("added", more.added())
                .param("changed", more.changed())
                .param("unchanged", more.unchanged())
                .param("refused", more.refused())
                .param("opened", more.opened())
                .update();
    }

    void ended(long id, Optional<String> failure) {
        jdbc.sql(
                        """
                        update import_run set state = :state, message = :message, finished_at = :now where id = :id
                        """)
                .param("id", id)
                .param("state", failure.isPresent() ? "FAILED" : "DONE")
                .param("message", failure.orElse(null))
                .param("now", now())
                .update();
    }

    Optional<ImportRun> find(long id) {
        return jdbc.sql(ImportRunReading.SELECT + " where r.id = :id")
                .param("id", id)
                .query(reading)
                .optional();
    }

    /** The newest first. */
    List<ImportRun> latest(int count) {
        return jdbc.sql(ImportRunReading.SELECT + " order by r.id desc limit :count")
                .param("count", count)
                .query(reading)
                .list();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
