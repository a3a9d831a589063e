package io.issueloop.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/issues}; what is absent takes its default (design.md §3 HTTP). */
@Schema(description = "提报问题")
record ReportIssueRequest(
        @Schema(
                        description = "问题描述，1–2000 字",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "线上接口超时，影响下单")
                @Nullable String description,
        @Schema(
                        description = "紧急程度",
                        allowableValues = {"紧急", "高", "中", "低"},
                        defaultValue = "中")
                @Nullable String urgency,
        @Schema(description = "关联项目", defaultValue = "其他") @Nullable String project,
        @Schema(description = "是否重大问题", defaultValue = "false") @Nullable Boolean major,
        @Schema(description = "已上传图片的 id，最多 9 张，按此顺序显示") @Nullable List<UUID> attachments,
        @Schema(description = "已关闭的同一问题的编号：提报后请负责人确认为复发") @Nullable String recurrenceOf) {

    List<UUID> pictures() {
        return attachments == null ? List.of() : attachments;
    }

    String formerIssue() {
        return orEmpty(recurrenceOf).strip();
    }

    String text() {
        return orEmpty(description);
    }

    String urgencyLabel() {
        return orEmpty(urgency);
    }

    String projectName() {
        return orEmpty(project);
    }

    boolean isMajor() {
        return Boolean.TRUE.equals(major);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
