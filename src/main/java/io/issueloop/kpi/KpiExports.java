package io.issueloop.kpi;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who took which numbers away, for ever (trust.md §2). */
@Service
public class KpiExports {

    private final JdbcClient jdbc;
    private final Clock clock;

    KpiExports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param caller a userid, or a script's name and the member it acted for
     * @param what period and scope, or one value
     */
    @Transactional
    public void log(String caller, String what, int rows) {
        jdbc.sql("insert into kpi_export_log (caller, what, rows, at) values (?, ?, ?, ?)")
                .params(caller, what, rows, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
