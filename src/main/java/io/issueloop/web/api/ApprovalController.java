package io.issueloop.web.api;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.issue.IssueNo;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deciding on a major issue, by the signed-on member only: a script's token opens none of this
 * (design.md §3 Scripts). Whether the member may is for the approval to say.
 */
@RestController
@RequestMapping("/api/issues/{no}/approval")
@Tag(name = "重大问题审批", description = "仅成员本人登录后可用，令牌不能代为审批。")
class ApprovalController {

    private static final int LONGEST = 500;

    private final ApprovalDecisions decisions;
    private final ApprovalViews views;

    ApprovalController(ApprovalDecisions decisions, ApprovalViews views) {
        this.decisions = decisions;
        this.views = views;
    }

    @Schema(description = "审批意见")
    record Decision(
            @Schema(description = "同意；否则驳回") @NotNull(message = "请选择同意或驳回") @Nullable Boolean agree,
            @Schema(description = "说明；驳回时必填") @Size(max = LONGEST, message = "最多 {max} 字")
                    @Nullable String comment) {

        String commentText() {
            return comment == null ? "" : comment;
        }
    }

    @Schema(description = "先处理后审批")
    record ActFirst(
            @Schema(description = "原因，可不填") @Size(max = LONGEST, message = "最多 {max} 字")
                    @Nullable String reason) {

        String reasonText() {
            return reason == null ? "" : reason;
        }
    }

    @GetMapping
    @Operation(summary = "审批情况")
    ApprovalView show(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return views.of(no, caller.userId());
    }

    @PostMapping
    @Operation(summary = "同意或驳回", description = "先有结果者为准，后来者会得到说明。")
    ApprovalView decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Decision body) {
        return act(
                caller,
                no,
                () ->
                        decisions.decide(
                                IssueNo.of(no),
                                caller.userId(),
                                Boolean.TRUE.equals(body.agree()),
                                body.commentText()));
    }

    @PostMapping("/act-first")
    @Operation(summary = "先处理后审批", description = "负责人或 CTO 让处理立即开始，审批继续进行。")
    ApprovalView actFirst(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActFirst body) {
        return act(
                caller,
                no,
                () -> decisions.actFirst(IssueNo.of(no), caller.userId(), body.reasonText()));
    }

    /** Answers the approval as it is afterwards; 404 where there is none. */
    private ApprovalView act(Caller caller, String no, Runnable action) {
        views.of(no, caller.userId());
        action.run();
        return views.of(no, caller.userId());
    }
}
