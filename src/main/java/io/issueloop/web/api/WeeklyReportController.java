package io.issueloop.web.api;

import io.issueloop.collaboration.weekly.Week;
import io.issueloop.collaboration.weekly.WeeklyReports;
import io.issueloop.collaboration.weekly.WeeklySheet;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiScope;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weekly reports: a team's is open to all members, a person's as their KPIs are. */
@RestController
@RequestMapping("/api/reports/weekly")
@Tag(name = "周报")
class WeeklyReportController {

    private static final String LATEST = "latest";

    private final WeeklyReports reports;
    private final KpiAccess access;
    private final Directory directory;

    WeeklyReportController(WeeklyReports reports, KpiAccess access, Directory directory) {
        this.reports = reports;
        this.access = access;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "有哪些周报", description = "最近的在前，如 2026W47。")
    List<String> periods() {
        return reports.periods();
    }

    @GetMapping("/{period}")
    @Operation(summary = "一份周报")
    WeeklyView get(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "如 2026W47，或 latest") @PathVariable String period,
            @Parameter(description = "person:me（默认）、person:USERID 或 team:ID")
                    @RequestParam(defaultValue = "person:me")
                    String scope) {
        var wanted = scope(scope.equals("person:me") ? "person:" + caller.userId() : scope);
        if (!access.allows(caller, wanted)) {
            throw new AccessDeniedException("个人周报只有本人、负责人和 KPI 管理员可以查看。");
        }
        return WeeklyView.of(sheet(week(period), wanted), wanted.toString(), directory);
    }

    private static KpiScope scope(String text) {
        try {
            return KpiScope.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequest("scope 应为 person:USERID 或 team:ID");
        }
    }

    private Week week(String period) {
        var code =
                period.equals(LATEST)
                        ? reports.periods().stream().findFirst().orElse(LATEST)
                        : period;
        try {
            return Week.of(code);
        } catch (IllegalArgumentException noWeek) {
            throw new NotFound(period.equals(LATEST) ? "还没有周报，本周最后一个工作日下午会生成第一份" : "没有这一周的周报");
        }
    }

    private WeeklySheet sheet(Week week, KpiScope scope) {
        Optional<WeeklySheet> sheet =
                scope.person().isPresent()
                        ? reports.of(week, scope.person().get())
                        : scope.team().flatMap(team -> reports.of(week, team));
        return sheet.orElseThrow(() -> new NotFound("没有%s的周报".formatted(week.label())));
    }
}
