package io.issueloop.web.api;

import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.PauseApprovals;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an issue's clock stands, and what stops it and lets it go on. */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "问题处理")
class IssueClockController {

    private final IssueActions actions;
    private final IssuePauses pauses;
    private final PauseApprovals approvals;
    private final ReminderTimes times;
    private final IssueCalls calls;

    IssueClockController(
            IssueActions actions,
            IssuePauses pauses,
            PauseApprovals approvals,
            ReminderTimes times,
            IssueCalls calls) {
        this.actions = actions;
        this.pauses = pauses;
        this.approvals = approvals;
        this.times = times;
        this.calls = calls;
    }

    @GetMapping("/clock")
    @Operation(summary = "剩余工作时间与暂停")
    IssueClockView clock(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        var issue = calls.existing(no);
        var isOpen = issue.personalDueAt().isPresent() && times.isOpen(issue);
        return IssueClockView.of(
                issue.personalDueAt(),
                Optional.of(issue).filter(known -> isOpen).map(times::left),
                pauses.open(issue.no())
                        .map(
                                pause ->
                                        IssueClockView.PauseView.of(
                                                pause,
                                                pauses.capAt(issue.no()),
                                                pause.isCapped()
                                                        && caller.member().isPresent()
                                                        && pauses.leads(issue)
                                                                .contains(caller.userId()))));
    }

    @PostMapping("/pause")
    @Operation(summary = "暂停", description = "处理人说明原因和在等谁；计时停止，未经批准最多 10 个工作日。")
    IssueView pause(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Pause body) {
        return calls.act(
                caller,
                no,
                issue -> actions.pause(issue, caller.userId(), body.reason(), body.waitsFor()));
    }

    @PostMapping("/resume")
    @Operation(summary = "恢复处理", description = "计时继续，截止时间按暂停的工作时间顺延。")
    IssueView resume(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Note body) {
        return calls.act(caller, no, issue -> actions.resume(issue, caller.userId(), body.text()));
    }

    @PostMapping("/pause-approval")
    @Operation(summary = "批准暂停", description = "仅处理团队的负责人（处理人除外）本人登录后可用；整段暂停不计入处理时间。")
    IssueView approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Note body) {
        return calls.act(
                caller, no, issue -> approvals.approve(issue, caller.userId(), body.text()));
    }

    @Schema(description = "暂停")
    record Pause(
            @Schema(description = "原因")
                    @NotBlank(message = "请写明暂停的原因")
                    @Size(max = 2000, message = "最多 {max} 字")
                    String reason,
            @Schema(description = "等谁或等什么")
                    @NotBlank(message = "请写明在等谁或等什么")
                    @Size(max = 64, message = "最多 {max} 字")
                    String waitsFor) {}

    @Schema(description = "说明")
    record Note(
            @Schema(description = "说明，可不填") @Size(max = 500, message = "最多 {max} 字")
                    @Nullable String note) {
        String text() {
            return note == null ? "" : note;
        }
    }
}
