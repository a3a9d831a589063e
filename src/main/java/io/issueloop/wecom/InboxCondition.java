package io.issueloop.wecom;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the inbox stands. */
@Component
public class InboxCondition {

    private final JdbcClient jdbc;

    InboxCondition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param waiting messages that are due and not worked on yet
     * @param oldest age of the oldest of them
     * @param parked messages given up after many tries, waiting for a person
     * @param problem of the last one given up
     */
    public record Standing(
            long waiting, Optional<Duration> oldest, long parked, Optional<String> problem) {}

    public Standing now() {
        return jdbc.sql(
                        """
                select count(*) filter (where due) as waiting,
                       count(*) filter (where status = 'PARKED') as parked,
                       extract(epoch from now() - min(received_at) filter (where due)) as oldest,
                       (array_agg(problem order by id desc) filter (where status = 'PARKED'))[1] as problem
                  from (select id, status, received_at, problem,
                               status = 'PENDING' and parked_until <= now() as due
                          from wecom_inbox where status in ('PENDING', 'PARKED')) as open
                """)
                .query(
                        (row, n) ->
                                new Standing(
                                        row.getLong("waiting"),
                                        Optional.ofNullable(row.getBigDecimal("oldest"))
                                                .map(s -> Duration.ofSeconds(s.longValue())),
                                        row.getLong("parked"),
                                        Optional.ofNullable(row.getString("problem"))))
                .single();
    }
}
