package io.issueloop.web.api;

import io.issueloop.issue.ClassificationQuality;
import io.issueloop.issue.ClassificationReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well the classification table does; every member may know. */
@RestController
@RequestMapping("/api/quality/classification")
@Tag(name = "分类质量")
class QualityController {

    private final ClassificationQuality quality;

    QualityController(ClassificationQuality quality) {
        this.quality = quality;
    }

    @GetMapping
    @Operation(summary = "分类质量月报", description = "month 如 2026-11；不填为最近有数据的月份。")
    View of(@RequestParam(defaultValue = "") String month) {
        var months = quality.months();
        var chosen =
                month.isEmpty()
                        ? months.stream().findFirst().orElseGet(YearMonth::now)
                        : month(month);
        return new View(months.stream().map(YearMonth::toString).toList(), quality.of(chosen));
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException notAMonth) {
            throw new InvalidRequest("月份应如 2026-11");
        }
    }

    /** The months there are, the latest first, and the report of one. */
    record View(List<String> months, ClassificationReport report) {}
}
