package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiLine;
import io.issueloop.kpi.KpiOverrides;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** KPI values, and every issue in or out of each (design.md §3 HTTP). */
@RestController
@RequestMapping("/api/kpis")
@Tag(name = "指标")
class KpiController {

    private final Kpis kpis;
    private final KpiAccess access;
    private final KpiSheets sheets;
    private final KpiOverrides overrides;
    private final KpiPersons persons;
    private final Directory directory;

    KpiController(
            Kpis kpis,
            KpiAccess access,
            KpiSheets sheets,
            KpiOverrides overrides,
            KpiPersons persons,
            Directory directory) {
        this.kpis = kpis;
        this.access = access;
        this.sheets = sheets;
        this.overrides = overrides;
        this.persons = persons;
        this.directory = directory;
    }

    @GetMapping
    @Operation(
            summary = "指标数值",
            description = "团队指标（T1–T4）全员可见；个人指标仅本人、其负责人与 KPI 管理员可见。小数为十位小数的文本，null 表示 N/A。")
    List<KpiValue> find(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "周期：2026Q3 或 2026-09；默认本季度")
                    @RequestParam(name = "period", defaultValue = "")
                    String period,
            @Parameter(description = "对象：all、team:部门编号 或 person:userid；默认全部可见的")
                    @RequestParam(name = "scope", defaultValue = "")
                    String scope,
            @Parameter(description = "指标：T1…T4、P1…P5、SCORE") @RequestParam(defaultValue = "")
                    String metric) {
        var when = persons.period(period);
        var values =
                scope.isBlank()
                        ? kpis.find(when)
                        : kpis.find(when, permitted(caller, scope(scope, caller)));
        return values.stream()
                .filter(value -> metric.isBlank() || value.metric().equals(metric))
                .filter(value -> access.allows(caller, KpiScope.of(value.scope())))
                .toList();
    }

    @GetMapping("/{id}/lines")
    @Operation(summary = "指标的明细", description = "每个计入与未计入的问题及原因。")
    List<KpiLine> lines(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "指标数值的 id") @PathVariable long id) {
        return kpis.find(id)
                .filter(value -> access.allows(caller, KpiScope.of(value.scope())))
                .map(this::lines)
                .orElseThrow(() -> new NotFound("没有这个指标数值，或它不对您公开"));
    }

    @GetMapping("/sheet")
    @Operation(summary = "看板", description = "一个对象在一个周期的各项指标，附口径、趋势与构成。")
    KpiSheet sheet(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "周期；默认最近一个季度")
                    @RequestParam(name = "period", defaultValue = "")
                    String period,
            @Parameter(description = "对象；person:me 为自己") @RequestParam(defaultValue = "all")
                    String scope) {
        return sheets.of(persons.period(period), permitted(caller, scope(scope, caller)));
    }

    /** What somebody signed stands first, beside what was computed. */
    private List<KpiLine> lines(KpiValue value) {
        return Stream.concat(
                        overrides.of(value).stream().map(this::line),
                        kpis.lines(value.id()).stream())
                .toList();
    }

    private KpiLine line(KpiOverrides.Adjustment one) {
        var reason =
                "人工调整为 %s（%s）；%s 署名，%s；计算值不变"
                        .formatted(
                                one.value(),
                                one.reason(),
                                directory.name(one.by()),
                                one.at().toLocalDate());
        return new KpiLine("人工调整", false, reason, "0.0000000000", "0.0000000000");
    }

    private KpiScope permitted(Caller caller, KpiScope scope) {
        if (scope.person().isPresent()) {
            caller.acting();
        }
        if (!access.allows(caller, scope)) {
            throw new AccessDeniedException("personal KPI of " + scope);
        }
        return scope;
    }

    private static KpiScope scope(String text, Caller caller) {
        try {
            return Optional.of(text).filter("person:me"::equals).isPresent()
                    ? KpiScope.person(caller.userId())
                    : KpiScope.of(text);
        } catch (IllegalArgumentException notAScope) {
            throw new InvalidRequest("对象应为 all、team:部门编号 或 person:userid");
        }
    }
}
