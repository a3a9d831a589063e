package io.issueloop.issue;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who took which list of issues away, for ever (trust.md §2). */
@Service
public class IssueExports {

    private final JdbcClient jdbc;
    private final Clock clock;

    IssueExports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param caller a userid, or a script's name and the member it acted for
     * @param what the conditions and the format
     */
    @Transactional
    public void log(String caller, String what, int rows) {
        jdbc.sql("insert into issue_export_log (caller, what, rows, at) values (?, ?, ?, ?)")
                .params(caller, what, rows, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
