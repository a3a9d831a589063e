package io.issueloop.kpi;

import io.issueloop.shared.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes a period wholly again, at any time, and says what that changed and which issues are
 * responsible (kpi.md §5). From the same facts nothing changes.
 */
@Service
public class KpiRecomputation {

    private static final String LINES =
            """
            select metric, basis, issue_no, coalesce(person, '') as person, team_id, included, reason,
                   trim_scale(numerator) as numerator, trim_scale(denominator) as denominator, part
              from %s where period = :period and metric <> 'SCORE'
            """;

    /** Lines that are the same, as often as before, are no difference. */
    private static final String DIFFERENCE =
            """
            with gone as (select * from (%1$s except all %2$s) x),
                 come as (select * from (%2$s except all %1$s) x)
            select metric, basis, issue_no, person, coalesce(g.reason, '') as before, coalesce(c.reason, '') as after
              from gone g full join come c using (metric, basis, issue_no, person)
             order by metric, basis, issue_no, person, before, after
            """
                    .formatted(LINES.formatted("kpi_line_before"), LINES.formatted("kpi_line"));

    private final JdbcClient jdbc;
    private final PeriodComputation computation;
    private final OwedPeriods owed;
    private final LockedPeriods locked;
    private final PeriodNews news;
    private final Kpis kpis;
    private final KpiFingerprint fingerprint;
    private final Clock clock;

    KpiRecomputation(
            JdbcClient jdbc,
            PeriodComputation computation,
            OwedPeriods owed,
            LockedPeriods locked,
            PeriodNews news,
            Kpis kpis,
            KpiFingerprint fingerprint,
            Clock clock) {
        this.jdbc = jdbc;
        this.computation = computation;
        this.owed = owed;
        this.locked = locked;
        this.news = news;
        this.kpis = kpis;
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /**
     * One value that is another now.
     *
     * @param before as people read it; 无 where there was none
     */
    public record ChangedValue(
            String metric, String basis, String scope, String before, String after) {}

    /**
     * One issue that is in or out of a metric for another reason now.
     *
     * @param person empty for a team's metric
     * @param before why it was in or out; empty when it had no line
     */
    public record ChangedLine(
            String metric,
            String basis,
            String issueNo,
            String person,
            String before,
            String after) {}

    /**
     * @param fingerprint over all lines and values; the same facts give the same
     */
    public record Report(
            Period period, List<ChangedValue> values, List<ChangedLine> lines, String fingerprint) {

        public boolean isUnchanged() {
            return values.isEmpty() && lines.isEmpty();
        }
    }

    /**
     * Computes a period from all its facts.
     *
     * @throws Refused when nothing is owed for the period: no issue yet, or it has not begun; or
     *     when its quarter is locked
     */
    @Transactional
    public Report recompute(Period period) {
        owed.lock();
        if (!owed.isKnown(period)) {
            throw new Refused(period.label() + "没有可以计算的数据");
        }
        locked.requireOpen(period);
        var before = kpis.find(period);
        jdbc.sql("drop table if exists pg_temp.kpi_line_before").update();
        jdbc.sql(
                        """
                        create temporary table kpi_line_before on commit drop as
                        select * from kpi_line where period = '%s'
                        """
                                .formatted(period.code()))
                .update();
        compute(period);
        var values = ValueChanges.between(before, kpis.find(period));
        if (!values.isEmpty()) {
            news.unshown(period);
        }
        return new Report(period, values, lines(period), fingerprint.of(period));
    }

    private void compute(Period period) {
        var now = clock.instant();
        long lastEvent = owed.lastEvent();
        var done = computation.compute(period, now, true);
        owed.computed(
                period,
                new OwedPeriods.Computed(
                        lastEvent, done.last(), done.definitions(), done.calendar(), now),
                false);
    }

    private List<ChangedLine> lines(Period period) {
        return jdbc.sql(DIFFERENCE)
                .param("period", period.code())
                .query(
                        (row, n) ->
                                new ChangedLine(
                                        row.getString("metric"),
                                        row.getString("basis"),
                                        row.getString("issue_no"),
                                        row.getString("person"),
                                        row.getString("before"),
                                        row.getString("after")))
                .list();
    }
}
