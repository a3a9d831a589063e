package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Reopenings;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Early endings, proposals and their confirmation, and reopening after closing. */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "撤回、提议与重新打开")
class IssueEndingController {

    private final IssueCalls calls;
    private final IssueEndings endings;
    private final Proposals proposals;
    private final Reopenings reopenings;
    private final Directory directory;

    IssueEndingController(
            IssueCalls calls,
            IssueEndings endings,
            Proposals proposals,
            Reopenings reopenings,
            Directory directory) {
        this.calls = calls;
        this.endings = endings;
        this.proposals = proposals;
        this.reopenings = reopenings;
        this.directory = directory;
    }

    @PostMapping("/withdraw")
    @Operation(summary = "撤回", description = "仅提报人，且在有人接单之前。")
    IssueView withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ProposalRequests.Withdraw body) {
        return calls.act(
                caller, no, issue -> endings.withdraw(issue, caller.userId(), body.reasonText()));
    }

    @PostMapping("/reopen")
    @Operation(summary = "重新打开", description = "仅提报人，解决后 14 天内；原处理人继续处理，时限顺延。")
    IssueView reopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ProposalRequests.Reopen body) {
        return calls.act(
                caller, no, issue -> reopenings.reopen(issue, caller.userId(), body.reason()));
    }

    @GetMapping("/proposals")
    @Operation(summary = "提议", description = "最早的在前；同一时间只有一项待确认。")
    List<ProposalView> proposals(@PathVariable String no) {
        return proposals.of(calls.existing(no).no()).stream()
                .map(proposal -> ProposalView.of(proposal, directory))
                .toList();
    }

    @PostMapping("/proposals")
    @Operation(summary = "提议", description = "由负责人确认后生效；确认之前问题照常处理。")
    IssueView propose(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ProposalRequests.Propose body) {
        return calls.act(
                caller, no, issue -> proposals.propose(issue, caller.userId(), body.wish()));
    }

    @PostMapping("/proposals/{number}/decision")
    @Operation(summary = "确认提议", description = "仅负责人本人登录后可用，令牌不能代为确认。")
    IssueView decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @PathVariable int number,
            @Valid @RequestBody ProposalRequests.Decide body) {
        return calls.act(
                caller,
                no,
                issue ->
                        proposals.decide(
                                issue,
                                number,
                                caller.userId(),
                                body.isAgreed(),
                                body.reasonText()));
    }
}
