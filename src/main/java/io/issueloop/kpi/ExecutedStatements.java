package io.issueloop.kpi;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was executed under which words, for ever. */
@Component
class ExecutedStatements {

    private final JdbcClient jdbc;

    ExecutedStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is executed, once for every wording. */
    void keep(Instant now) {
        for (var kpi : KpiDefinitions.ALL) {
            jdbc.sql(
                            """
                            insert into kpi_statement (hash, metric, basis, formula, sql, first_at)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            KpiDefinitions.hash(kpi),
                            kpi.metric(),
                            kpi.basis(),
                            kpi.formula(),
                            kpi.sql(),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
