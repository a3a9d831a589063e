package io.issueloop.web.api;

import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies about proposals and endings. */
final class ProposalRequests {

    private static final int LONGEST = 500;
    private static final String TOO_LONG = "最多 {max} 字";

    private ProposalRequests() {}

    @Schema(description = "提议，由负责人确认后生效")
    record Propose(
            @Schema(description = "无效 / 重复 / 不予解决 / 复发 / 调整紧急程度 / 协作份额")
                    @NotNull(message = "请选择提议的内容")
                    @Nullable ProposalKind kind,
            @Schema(description = "原因")
                    @NotBlank(message = "请写明原因，负责人据此确认")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String reason,
            @Schema(description = "另一个问题的编号；重复和复发时必填") @Nullable String target,
            @Schema(description = "新的紧急程度；调整紧急程度时必填") @Nullable String urgency,
            @Schema(description = "协作份额，一人一行“姓名；份额”，合计 1") @Nullable String shares) {

        Proposals.Wish wish() {
            var chosen = kind == null ? ProposalKind.INVALID : kind;
            return new Proposals.Wish(
                    chosen,
                    reason,
                    target == null ? "" : target,
                    urgency == null ? "" : urgency,
                    shares == null ? "" : shares);
        }
    }

    @Schema(description = "负责人的决定")
    record Decide(
            @Schema(description = "是否同意") @NotNull(message = "请选择同意或驳回") @Nullable Boolean agreed,
            @Schema(description = "说明；驳回时必填") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String reason) {

        boolean isAgreed() {
            return Boolean.TRUE.equals(agreed);
        }

        String reasonText() {
            return reason == null ? "" : reason;
        }
    }

    @Schema(description = "撤回")
    record Withdraw(
            @Schema(description = "原因，可不填") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String reason) {

        String reasonText() {
            return reason == null ? "" : reason;
        }
    }

    @Schema(description = "重新打开")
    record Reopen(
            @Schema(description = "哪里又出现了问题")
                    @NotBlank(message = "请说明哪里又出现了问题")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String reason) {}

    @Schema(description = "取消关联")
    record Unlink(
            @Schema(description = "另一个问题的编号") @NotBlank(message = "请填写问题编号") String target,
            @Schema(description = "原因")
                    @NotBlank(message = "请写明取消关联的原因")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String reason) {}
}
