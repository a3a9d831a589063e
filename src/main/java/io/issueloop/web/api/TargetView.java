package io.issueloop.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A round of setting targets as people see it. */
@Schema(description = "一个季度的目标：建议、意见、决定与确认")
record TargetView(
        KpiSheet.PeriodView from,
        KpiSheet.PeriodView closed,
        String state,
        String stateLabel,
        OffsetDateTime commentsUntil,
        OffsetDateTime startsAt,
        List<Line> lines,
        List<Comment> comments,
        @Nullable Decision decision,
        boolean acknowledged,
        @Schema(description = "已确认与应确认人数") long acknowledgedCount,
        long members,
        @Schema(description = "尚未确认的人；仅决定人与 KPI 管理员可见") List<String> unacknowledged) {

    /**
     * @param decided null before the decision
     */
    @Schema(description = "一项指标")
    record Line(
            String metric,
            String name,
            String sign,
            String unit,
            String present,
            String suggested,
            String move,
            String moveLabel,
            String why,
            @Nullable String decided) {}

    @Schema(description = "意见")
    record Comment(String authorName, String text, OffsetDateTime at) {}

    @Schema(description = "决定")
    record Decision(
            String byName, OffsetDateTime at, String reason, @Nullable Integer definitionVersion) {}

    @Schema(description = "各季度的目标，最近的在前")
    record Overview(
            List<TargetView> rounds,
            @Schema(description = "当前用户可否决定") boolean decides,
            @Schema(description = "当前用户可否开始制定") boolean administers) {}
}
