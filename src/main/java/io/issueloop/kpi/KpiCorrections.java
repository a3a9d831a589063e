package io.issueloop.kpi;

import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Correction events of upheld appeals (kpi.md §5): append-only, and read whenever a quarter's lines
 * are computed, so that computing again keeps them. The last about a line counts.
 */
@Service
@Transactional
public class KpiCorrections {

    private final JdbcClient jdbc;
    private final Clock clock;

    KpiCorrections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One line of one person's metric as it is to be.
     *
     * @param line the issue's, article's or learning item's number, as lines bear it
     * @param numerator a share (P1, P3); for P5 the item's weight takes its place
     * @param actor who decided; never the person
     */
    public record Correction(
            String appealNo,
            Period quarter,
            String metric,
            UserId person,
            String line,
            boolean included,
            BigDecimal numerator,
            BigDecimal denominator,
            String reason,
            UserId actor) {}

    /** Appends it; the quarter is to be recomputed afterwards. */
    public void record(Correction one) {
        jdbc.sql(
                        """
                        insert into kpi_correction (appeal_no, period, metric, person, issue_no, included,
                                                    numerator, denominator, reason, actor, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.appealNo(),
                        one.quarter().code(),
                        one.metric(),
                        one.person().value(),
                        one.line(),
                        one.included(),
                        one.numerator(),
                        one.denominator(),
                        one.reason(),
                        one.actor().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many there are of a quarter. */
    @Transactional(readOnly = true)
    public int count(Period quarter) {
        return jdbc.sql("select count(*) from kpi_correction where period = ?")
                .param(quarter.code())
                .query(Integer.class)
                .single();
    }
}
