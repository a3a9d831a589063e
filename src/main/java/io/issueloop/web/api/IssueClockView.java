package io.issueloop.web.api;

import io.issueloop.calendar.WorkingTime;
import io.issueloop.issue.OpenPause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an issue's clock stands: working time, instants at +08:00. */
@Schema(description = "问题的计时")
record IssueClockView(
        @Schema(description = "处理人的截止时间；转交后可能晚于问题的截止时间") @Nullable OffsetDateTime dueAt,
        @Schema(description = "剩余工作时间（分钟），负数为已超；未开始或已结束时为 null") @Nullable Long remainingMinutes,
        @Schema(description = "剩余工作时间，如“剩 1 天 3 小时”；1 天 = 8 小时") @Nullable String remaining,
        @Schema(description = "正在进行的暂停；没有暂停时为 null") @Nullable PauseView pause) {

    static IssueClockView of(
            Optional<Instant> due, Optional<Duration> left, Optional<PauseView> pause) {
        return new IssueClockView(
                due.map(Times::local).orElse(null),
                left.map(Duration::toMinutes).orElse(null),
                left.map(IssueClockView::words).orElse(null),
                pause.orElse(null));
    }

    private static String words(Duration left) {
        return left.isNegative()
                ? "已超 " + WorkingTime.spoken(left.negated())
                : "剩 " + WorkingTime.spoken(left);
    }

    @Schema(description = "暂停")
    record PauseView(
            @Schema(description = "INFORMATION 等提报人补充 / OTHER 处理人暂停 / APPROVAL 等待审批") String kind,
            @Schema(description = "原因") String reason,
            @Schema(description = "等谁或等什么") String waitsFor,
            @Schema(description = "开始时间") OffsetDateTime since,
            @Schema(description = "负责人是否已批准；未批准时超过 10 个工作日的部分计入处理时间") boolean approved,
            @Schema(description = "未经批准时，从何时起重新计时") OffsetDateTime capAt,
            @Schema(description = "当前用户是否可以批准") boolean mayApprove) {

        static PauseView of(OpenPause pause, Instant capAt, boolean mayApprove) {
            return new PauseView(
                    pause.kind().name(),
                    pause.reason(),
                    pause.waitsFor(),
                    Times.local(pause.since()),
                    !pause.isCapped(),
                    Times.local(capAt),
                    mayApprove);
        }
    }
}
