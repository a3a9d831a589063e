package io.issueloop.kpi;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose lines can be other than when a period was last computed: issues with events since, and open
 * ones whose due time has passed. Everything else stays as it is (kpi.md §5).
 */
@Component
class ChangedIssues {

    /** Beyond that the whole is cheaper than the parts. */
    private static final int MANY = 20_000;

    private final JdbcClient jdbc;

    ChangedIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty when the period has to be computed wholly: first time, other rules, too much changed.
     */
    Optional<List<String>> since(PeriodLook look, int calendarVersion) {
        return isComparable(look, calendarVersion)
                ? Optional.of(changed(look)).filter(issues -> issues.size() <= MANY)
                : Optional.empty();
    }

    private boolean isComparable(PeriodLook look, int calendarVersion) {
        return jdbc.sql(
                        """
                        select exists (select from kpi_owed_period
                         where period = :period and computed_at <= :now and cut_off = :cutOff
                           and definition_version = :version and calendar_version = :calendar
                           and statements = :statements)
                        """)
                .params(look.params())
                .params(
                        Map.of(
                                "calendar",
                                calendarVersion,
                                "statements",
                                KpiDefinitions.STATEMENTS,
                                "now",
                                look.now().atOffset(ZoneOffset.UTC)))
                .query(Boolean.class)
                .single();
    }

    /** Transactions commit in another order than their events are numbered: a margin covers it. */
    private List<String> changed(PeriodLook look) {
        return jdbc.sql(
                        """
                        select e.issue_no from issue_event e, kpi_owed_period p
                         where p.period = :period and e.id > p.seen_event - 100000
                           and (e.id > p.seen_event or e.recorded_at > p.computed_at - interval '10 minutes')
                        union
                        select issue_no from kpi_open_issue where period = :period and changes_at < :asOf
                         order by 1 limit :limit
                        """)
                .params(look.params())
                .param("limit", MANY + 1)
                .query(String.class)
                .list();
    }
}
