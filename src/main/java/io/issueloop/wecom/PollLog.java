package io.issueloop.wecom;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each kind of thing was last looked through by reconciliation, by whichever node. */
@Component
public class PollLog {

    private final JdbcClient jdbc;

    PollLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How one kind stands.
     *
     * @param label in Chinese
     * @param interval between two looks
     * @param succeededAt absent before the first
     * @param problem why the last one failed, where it did
     */
    public record Standing(
            String label,
            Duration interval,
            Optional<Instant> succeededAt,
            Optional<String> problem) {}

    /** Every kind that is looked through; none before the application has run. */
    public List<Standing> standings() {
        return jdbc.sql(
                        """
                select label, extract(epoch from interval)::bigint as seconds, succeeded_at, problem
                  from wecom_poll order by kind
                """)
                .query(
                        (row, n) ->
                                new Standing(
                                        row.getString("label"),
                                        Duration.ofSeconds(row.getLong("seconds")),
                                        instant(
                                                row.getObject(
                                                        "succeeded_at", OffsetDateTime.class)),
                                        Optional.ofNullable(row.getString("problem"))))
                .list();
    }

    void succeeded(Poller poller, Duration interval) {
        jdbc.sql(
                        """
                insert into wecom_poll (kind, label, interval, succeeded_at)
                values (:kind, :label, make_interval(secs => :seconds), now())
                on conflict (kind) do update
                   set label = excluded.label, interval = excluded.interval,
                       succeeded_at = now(), failed_at = null, problem = null
                """)
                .param("kind", poller.kind())
                .param("label", poller.label())
                .param("seconds", interval.toSeconds())
                .update();
    }

    void failed(Poller poller, Duration interval, String problem) {
        jdbc.sql(
                        """
                insert into wecom_poll (kind, label, interval, failed_at, problem)
                values (:kind, :label, make_interval(secs => :seconds), now(), :problem)
                on conflict (kind) do update
                   set label = excluded.label, interval = excluded.interval,
                       failed_at = now(), problem = excluded.problem
                """)
                .param("kind", poller.kind())
                .param("label", poller.label())
                .param("seconds", interval.toSeconds())
                .param("problem", problem)
                .update();
    }

    /** Nobody is to miss what is switched off. */
    void rests(Poller poller) {
        jdbc.sql("delete from wecom_poll where kind = :kind").param("kind", poller.kind()).update();
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
