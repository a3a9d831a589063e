package io.issueloop.web.api;

import io.issueloop.kpi.KpiDisplay;
import io.issueloop.kpi.KpiExports;
import io.issueloop.kpi.KpiGaps;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Numbers to take away, as far as the caller may see them; every export is logged. */
@RestController
@RequestMapping("/api/kpis")
@Tag(name = "指标")
class KpiExportController {

    private final Kpis kpis;
    private final KpiAccess access;
    private final KpiPersons persons;
    private final KpiExports exports;
    private final KpiFiles files;

    KpiExportController(
            Kpis kpis, KpiAccess access, KpiPersons persons, KpiExports exports, KpiFiles files) {
        this.files = files;
        this.kpis = kpis;
        this.access = access;
        this.persons = persons;
        this.exports = exports;
    }

    @GetMapping("/export")
    @Operation(summary = "导出一个周期的数值（CSV、xlsx 或 JSON）", description = "只含导出人可见的；导出有记录。")
    ResponseEntity<byte[]> values(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "周期；默认本季度") @RequestParam(defaultValue = "") String period,
            @Parameter(description = "csv、xlsx 或 json") @RequestParam(defaultValue = "csv")
                    String format) {
        var when = persons.period(period);
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        "周期", "对象", "指标", "名称", "口径", "数值", "单位", "分子", "分母", "样本数", "目标", "状态",
                        "是否暂定", "说明"));
        kpis.find(when).stream()
                .filter(value -> access.allows(caller, KpiScope.of(value.scope())))
                .map(KpiExportController::row)
                .forEach(rows::add);
        var file = files.file("kpi-" + when.code(), format, rows);
        exports.log(caller.name(), "values %s %s".formatted(when.code(), format), rows.size() - 1);
        return file;
    }

    @GetMapping("/{id}/lines.csv")
    @Operation(summary = "导出一个数值的明细（CSV）", description = "每个计入与未计入的问题及原因；导出有记录。")
    ResponseEntity<byte[]> lines(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return lines(caller, id, "csv");
    }

    @GetMapping("/{id}/lines.xlsx")
    @Operation(summary = "导出一个数值的明细（xlsx）", description = "同上。")
    ResponseEntity<byte[]> linesAsXlsx(
            @AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return lines(caller, id, "xlsx");
    }

    @GetMapping("/{id}/lines.json")
    @Operation(summary = "导出一个数值的明细（JSON）", description = "同上。")
    ResponseEntity<byte[]> linesAsJson(
            @AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return lines(caller, id, "json");
    }

    private ResponseEntity<byte[]> lines(Caller caller, long id, String format) {
        var value =
                kpis.find(id)
                        .filter(v -> access.allows(caller, KpiScope.of(v.scope())))
                        .orElseThrow(() -> new NotFound("没有这个指标数值，或它不对您公开"));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("编号", "是否计入", "原因", "分子", "分母"));
        kpis.lines(id)
                .forEach(
                        line ->
                                rows.add(
                                        List.of(
                                                line.issueNo(),
                                                line.included() ? "计入" : "未计入",
                                                line.reason(),
                                                line.numerator(),
                                                line.denominator())));
        var what = "%s %s %s".formatted(value.metric(), value.period(), value.scope());
        exports.log(caller.name(), "lines %s %s".formatted(what, format), rows.size() - 1);
        return files.file("kpi-%s-%s".formatted(value.metric(), value.period()), format, rows);
    }

    private static List<String> row(KpiValue value) {
        var shown = KpiDisplay.of(value);
        return List.of(
                value.period(),
                value.scope(),
                value.metric(),
                shown.name(),
                value.basis(),
                Objects.requireNonNullElse(value.value(), "N/A"),
                shown.unit(),
                value.numerator(),
                value.denominator(),
                Long.toString(value.n()),
                Objects.requireNonNullElse(value.target(), ""),
                shown.status(),
                value.provisional() ? "暂定" : "",
                KpiGaps.of(value));
    }
}
