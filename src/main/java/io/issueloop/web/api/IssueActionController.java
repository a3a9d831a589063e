package io.issueloop.web.api;

import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the handler and the reporter do with an issue. Whether they may is for the issue to say; a
 * refusal is status 422 with its sentence. Each answers the issue as it is afterwards.
 */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "问题处理")
class IssueActionController {

    private final IssueActions actions;
    private final IssueCalls calls;

    IssueActionController(IssueActions actions, IssueCalls calls) {
        this.actions = actions;
        this.calls = calls;
    }

    @PostMapping("/accept")
    @Operation(summary = "接单")
    IssueView accept(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return calls.act(caller, no, issue -> actions.accept(issue, caller.userId()));
    }

    @PostMapping("/refuse")
    @Operation(summary = "退回误派", description = "说明为什么不该由我处理，系统会改派。")
    IssueView refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.Refuse body) {
        return calls.act(
                caller, no, issue -> actions.refuse(issue, caller.userId(), body.reason()));
    }

    @PostMapping("/question")
    @Operation(summary = "需要信息", description = "向提报人提问；在其补充之前计时暂停。")
    IssueView question(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.Question body) {
        return calls.act(
                caller,
                no,
                issue -> actions.askForInformation(issue, caller.userId(), body.question()));
    }

    @PostMapping("/answer")
    @Operation(summary = "补充信息", description = "提报人回答处理人的提问，计时恢复。")
    IssueView answer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.Answer body) {
        return calls.act(
                caller, no, issue -> actions.answer(issue, caller.userId(), body.answer()));
    }

    @PostMapping("/hand-over")
    @Operation(summary = "转交", description = "转交给另一位成员：userid 或唯一的姓名。")
    IssueView handOver(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.HandOver body) {
        return calls.act(
                caller,
                no,
                issue -> actions.handOver(issue, caller.userId(), body.to(), body.noteText()));
    }

    @PostMapping("/resolve")
    @Operation(summary = "已解决", description = "提交解决方案：原因、方案、验证。")
    IssueView resolve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.Resolve body) {
        var solution = new Solution(body.causeText(), body.measures(), body.verificationText());
        return calls.act(caller, no, issue -> actions.resolve(issue, caller.userId(), solution));
    }

    @PostMapping("/evaluate")
    @Operation(summary = "评价解决效果", description = "仅提报人本人登录后可用，令牌不能代为评价。")
    IssueView evaluate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ActionRequests.Evaluate body) {
        return calls.act(caller, no, issue -> evaluate(issue, caller, body));
    }

    private void evaluate(IssueNo issue, Caller caller, ActionRequests.Evaluate body) {
        if (body.isSolved()) {
            actions.confirmSolved(issue, caller.userId(), body.starsGiven(), body.commentText());
        } else if (body.commentText().isBlank()) {
            throw new Refused("请说明哪里没有解决，处理人会据此继续处理");
        } else {
            actions.reject(issue, caller.userId(), body.commentText());
        }
    }
}
