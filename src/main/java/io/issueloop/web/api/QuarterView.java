package io.issueloop.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quarter on the page where it is closed: where it stands, what is open, what happened. */
@Schema(description = "一个季度的考核：阶段、核对清单、试算、修订与经过")
record QuarterView(
        Head head,
        @Nullable OffsetDateTime appealsFrom,
        @Nullable OffsetDateTime appealsUntil,
        @Schema(description = "等待办理的一步：CHECK、SIGN、CONFIRM、CONFIRM_REOPENING") @Nullable String step,
        @Nullable String stepLabel,
        May may,
        @Schema(description = "核对清单，阻塞的在前") List<Item> checklist,
        @Schema(description = "试算，最近的在前") List<Run> runs,
        @Schema(description = "最近一次试算的差异，仅含查看人可见的") List<Change> changes,
        List<Revision> revisions,
        @Schema(description = "正在生成的归档，没有时为空") @Nullable Archiving archiving,
        List<Happening> history) {

    @Schema(description = "季度与阶段")
    record Head(
            String quarter,
            String label,
            @Schema(description = "OPEN、CUTOFF、REVIEW、LOCKED、ARCHIVED") String state,
            String stateLabel,
            @Schema(description = "最近锁定的修订，0 为未锁定过") int revision,
            OffsetDateTime endsAt,
            OffsetDateTime cutOff) {}

    @Schema(description = "查看人此刻可以做什么")
    record May(
            boolean begin,
            boolean tryOut,
            boolean check,
            boolean sign,
            boolean confirm,
            boolean askToReopen,
            boolean confirmReopening,
            boolean download) {}

    @Schema(description = "核对清单的一项")
    record Item(String text, String link, boolean blocks) {}

    @Schema(description = "一次试算")
    record Run(
            String byName,
            OffsetDateTime at,
            String fingerprint,
            int changedValues,
            int changedLines) {}

    @Schema(description = "一处差异；issueNo 为空是数值，否则是明细")
    record Change(
            String metric,
            String name,
            String subject,
            String issueNo,
            String before,
            String after) {}

    @Schema(description = "一个已归档的修订")
    record Revision(int revision, OffsetDateTime archivedAt, List<Kept> files) {}

    @Schema(description = "归档生成到第几个文件")
    record Archiving(int written, int files) {}

    @Schema(description = "归档的一个文件")
    record Kept(String name, String sha256, long bytes) {}

    @Schema(description = "发生过的一件事")
    record Happening(String what, String byName, String reason, int revision, OffsetDateTime at) {}
}
