package io.issueloop.kpi;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When time alone changes the lines of an issue: at the next due time of whoever holds it, and
 * always while its clock stands or it has events that are yet to come. Its age is kept as the
 * moment its clock began, so that it need not be written again.
 */
@Component
class TimedIssues {

    private final JdbcClient jdbc;

    TimedIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(Period period) {
        jdbc.sql("delete from kpi_open_issue where period = ?").param(period.code()).update();
    }

    void forget(Period period, String[] issues) {
        jdbc.sql("delete from kpi_open_issue where period = :period and issue_no = any(:issues)")
                .param("period", period.code())
                .param("issues", issues)
                .update();
    }

    /** Of the issues now in kpi_issue and kpi_outcome; once a period is over, nothing moves. */
    void remember(PeriodLook look) {
        if (!look.asOf().isBefore(look.period().end())) {
            return;
        }
        jdbc.sql(
                        """
                        insert into kpi_open_issue (period, issue_no, changes_at)
                        select :period, issue_no, min(at)
                          from (select issue_no, due as at
                                  from kpi_outcome
                                 where outcome is null and to_at is null and due >= :asOf
                                union all
                                select issue_no, '-infinity' from kpi_issue where standing
                                union all
                                select issue_no, '-infinity' from kpi_issue
                                 where issue_no in (select issue_no from issue_event
                                                     where type = any(kpi_types()) and occurred_at >= :asOf
                                                       and occurred_at < :cutOff)) next
                         group by issue_no
                        """)
                .params(look.params())
                .update();
    }
}
