package io.issueloop.web.api;

import io.issueloop.collaboration.monthly.MonthlyAnalyses;
import io.issueloop.collaboration.monthly.Section;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The analysis of every month, open to all members. */
@RestController
@RequestMapping("/api/reports/monthly")
@Tag(name = "月度分析")
class MonthlyAnalysisController {

    private final MonthlyAnalyses analyses;

    MonthlyAnalysisController(MonthlyAnalyses analyses) {
        this.analyses = analyses;
    }

    record AnalysisView(
            String month,
            String label,
            OffsetDateTime writtenAt,
            List<Section> sections,
            @Nullable String documentUrl,
            List<String> months) {}

    @GetMapping("/{period}")
    @Operation(summary = "一个月的分析", description = "如 2026-10，或 latest；还没有任何分析时为 204。")
    ResponseEntity<AnalysisView> get(@PathVariable String period) {
        var months = analyses.months();
        return period.equals("latest") && months.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok(of(period, months));
    }

    private AnalysisView of(String period, List<String> months) {
        var code = period.equals("latest") ? months.stream().findFirst().orElse(period) : period;
        try {
            return analyses.of(YearMonth.parse(code))
                    .map(
                            found ->
                                    new AnalysisView(
                                            code,
                                            "%d年%d月"
                                                    .formatted(
                                                            found.month().getYear(),
                                                            found.month().getMonthValue()),
                                            Times.local(found.writtenAt()),
                                            found.sections(),
                                            found.url().orElse(null),
                                            months))
                    .orElseThrow(() -> new NotFound("没有这个月的分析"));
        } catch (DateTimeParseException noMonth) {
            throw new NotFound("没有这个月的分析");
        }
    }
}
