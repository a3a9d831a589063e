package io.issueloop.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who took which list away, for ever (trust.md §2); exports of numbers are logged by kpi. */
@Service
public class Exports {

    private final JdbcClient jdbc;
    private final Clock clock;

    Exports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was taken away. */
    public enum Kind {
        ISSUES,
        AUDIT
    }

    /**
     * @param caller a userid, or a script's name and the member it acted for
     * @param what the conditions and the format
     */
    @Transactional
    public void log(Kind kind, String caller, String what, int rows) {
        jdbc.sql("insert into export_log (kind, caller, what, rows, at) values (?, ?, ?, ?, ?)")
                .params(kind.name(), caller, what, rows, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
