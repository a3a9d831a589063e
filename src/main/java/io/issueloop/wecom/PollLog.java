package io.issueloop.wecom;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each kind was last looked through, by whichever node. */
@Component
class PollLog {

    private final JdbcClient jdbc;

    PollLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param problem why the last look failed; absent when it did not
     */
    record Entry(Optional<Instant> succeededAt, Optional<String> problem) {}

    void succeeded(String kind) {
        jdbc.sql(
                        """
                insert into wecom_poll (kind, succeeded_at) values (:kind, now())
                on conflict (kind) do update
                   set succeeded_at = now(), failed_at = null, problem = null
                """)
                .param("kind", kind)
                .update();
    }

    void failed(String kind, String problem) {
        jdbc.sql(
                        """
                insert into wecom_poll (kind, failed_at, problem) values (:kind, now(), :problem)
                on conflict (kind) do update set failed_at = now(), problem = excluded.problem
                """)
                .param("kind", kind)
                .param("problem", problem)
                .update();
    }

    Entry of(String kind) {
        return jdbc.sql("select succeeded_at, problem from wecom_poll where kind = :kind")
                .param("kind", kind)
                .query(
                        (row, n) ->
                                new Entry(
                                        instant(
                                                row.getObject(
                                                        "succeeded_at", OffsetDateTime.class)),
                                        Optional.ofNullable(row.getString("problem"))))
                .optional()
                .orElse(new Entry(Optional.empty(), Optional.empty()));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
