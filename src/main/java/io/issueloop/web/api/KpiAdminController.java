package io.issueloop.web.api;

import io.issueloop.appraisal.QuarterState;
import io.issueloop.appraisal.Quarters;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiRecomputation;
import io.issueloop.kpi.KpiRecomputation.ChangedLine;
import io.issueloop.kpi.KpiRecomputation.ChangedValue;
import io.issueloop.kpi.KpiRuns;
import io.issueloop.kpi.KpiRuns.Run;
import io.issueloop.kpi.Period;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where KPI administrators begin: how every period stands, and what was done to numbers. */
@RestController
@RequestMapping("/api/admin/kpis")
@Tag(name = "指标管理")
class KpiAdminController {

    private static final int PERIODS = 24;
    private static final int SHOWN = 30;
    private static final int LINES = 200;

    private final KpiRuns runs;
    private final KpiRecomputation recomputation;
    private final Quarters quarters;
    private final KpiPersons persons;
    private final Directory directory;

    KpiAdminController(
            KpiRuns runs,
            KpiRecomputation recomputation,
            Quarters quarters,
            KpiPersons persons,
            Directory directory) {
        this.runs = runs;
        this.recomputation = recomputation;
        this.quarters = quarters;
        this.persons = persons;
        this.directory = directory;
    }

    /**
     * @param state of its quarter, such as 公示中
     * @param locked whether nothing may touch it
     */
    record PeriodRun(
            KpiSheet.PeriodView period,
            String state,
            boolean locked,
            OffsetDateTime cutOff,
            boolean owed,
            boolean finished,
            @Nullable OffsetDateTime computedAt,
            @Nullable Integer definitions,
            long values) {}

    record Override(
            String metric,
            String period,
            String subject,
            String value,
            String reason,
            String byName,
            OffsetDateTime at) {}

    record Overview(List<PeriodRun> runs, List<Override> overrides, List<KpiRuns.Export> exports) {}

    /**
     * What computing again changed; at most {@link #LINES} lines of each.
     *
     * @param fingerprint the same facts give the same
     */
    record Diff(
            KpiSheet.PeriodView period,
            boolean unchanged,
            int changedValues,
            int changedLines,
            List<ChangedValue> values,
            List<ChangedLine> lines,
            String fingerprint) {}

    @GetMapping
    @Operation(summary = "各周期的汇总、人工调整与导出记录")
    Overview overview() {
        return new Overview(
                runs.runs(PERIODS).stream().map(this::view).toList(),
                runs.overrides(SHOWN).stream().map(this::view).toList(),
                runs.exports(SHOWN));
    }

    @PostMapping("/{period}/recompute")
    @Operation(summary = "由全部事实重算一个周期", description = "仅 KPI 管理员；返回变化的数值与对应的问题。已锁定的不能重算。")
    Diff recompute(@AuthenticationPrincipal Caller caller, @PathVariable String period) {
        persons.admin(caller);
        var report = recomputation.recompute(persons.period(period));
        return new Diff(
                view(report.period()),
                report.isUnchanged(),
                report.values().size(),
                report.lines().size(),
                report.values().stream().limit(LINES).toList(),
                report.lines().stream().limit(LINES).toList(),
                report.fingerprint());
    }

    private PeriodRun view(Run run) {
        var quarter = quarters.of(run.period());
        return new PeriodRun(
                view(run.period()),
                run.isFinal() && quarter.state() == QuarterState.OPEN
                        ? "未开始考核"
                        : quarter.state().label(),
                quarter.isLocked(),
                run.cutOff(),
                run.owed(),
                run.isFinal(),
                run.computedAt(),
                run.definitions(),
                run.values());
    }

    private Override view(KpiRuns.Signed one) {
        var subject = one.scope().person().map(directory::name).orElse(one.scope().toString());
        return new Override(
                one.metric(),
                one.period().code(),
                subject,
                one.value(),
                one.reason(),
                directory.name(one.by()),
                one.at());
    }

    private static KpiSheet.PeriodView view(Period period) {
        return KpiSheet.PeriodView.of(period);
    }
}
