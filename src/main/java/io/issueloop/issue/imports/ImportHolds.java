package io.issueloop.issue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works on a run. A node holds the one it works on; one whose node died is taken on by another
 * after a minute, where it stopped.
 */
@Component
class ImportHolds {

    static final Duration HOLD = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ImportHolds(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Takes the oldest run nobody works on; empty when there is none. */
    Optional<Long> claim() {
        return jdbc.sql(
                        """
                        update import_run
                           set held_until = :until,
                               taken_over = taken_over + case state when 'RUNNING' then 1 else 0 end
                         where id = (select id from import_run
                                      where state in ('WAITING', 'RUNNING') and held_until <= :now
                                      order by id limit 1 for update skip locked)
                        returning id
                        """)
                .param("until", now().plus(HOLD))
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    /**
     * Takes the newest run over the same content with the same wishes whose node died; empty when
     * there is none.
     */
    Optional<Long> takeOver(long fileId, Options options) {
        return jdbc.sql(
                        """
                        update import_run set held_until = :until, taken_over = taken_over + 1
                         where id = (select r.id from import_run r join import_file f on f.id = r.file_id
                                      where f.sha256 = (select sha256 from import_file where id = :file)
                                        and r.state = 'RUNNING' and r.held_until <= :now
                                        and r.dry_run = :dryRun and r.updates = :updates
                                        and r.baseline = cast(:baseline as text[]) and r.mapping = cast(:mapping as jsonb)
                                      order by r.id desc limit 1 for update of r skip locked)
                        returning id
                        """)
                .param("until", now().plus(HOLD))
                .param("now", now())
                .param("file", fileId)
                .param("dryRun", options.dryRun())
                .param("updates", options.updates())
                .param("baseline", options.baseline().toArray(String[]::new))
                .param("mapping", write(options.mapping()))
                .query(Long.class)
                .optional();
    }

    /** Still at work on it. */
    void hold(long id) {
        jdbc.sql("update import_run set held_until = :until where id = :id")
                .param("id", id)
                .param("until", now().plus(HOLD))
                .update();
    }

    /** Gives it back to whoever comes next. */
    void release(long id) {
        jdbc.sql("update import_run set held_until = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /**
     * What failed for a reason of ours goes on where it stopped; also by whoever runs the same file
     * again.
     *
     * @return whether there was something to go on with
     */
    boolean resume(long id) {
        return jdbc.sql(
                                """
                        update import_run
                           set state = 'RUNNING', message = null, finished_at = null, held_until = :now
                         where id = :id and state = 'FAILED' and total_rows > 0
                        """)
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
