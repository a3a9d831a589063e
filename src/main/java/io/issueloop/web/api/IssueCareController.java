package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.CareView;
import io.issueloop.issue.Categories;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.Reassignment;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people decide about an issue beside handling it: its category, and who handles it. Members
 * only, never scripts; a refusal is status 422 with its sentence.
 */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "分类与指派")
class IssueCareController {

    private final CareView care;
    private final Categories categories;
    private final Reassignment reassignment;
    private final IssueActions actions;
    private final IssueCalls calls;
    private final Directory directory;

    IssueCareController(
            CareView care,
            Categories categories,
            Reassignment reassignment,
            IssueActions actions,
            IssueCalls calls,
            Directory directory) {
        this.care = care;
        this.categories = categories;
        this.reassignment = reassignment;
        this.actions = actions;
        this.calls = calls;
        this.directory = directory;
    }

    @GetMapping("/care")
    @Operation(summary = "登录者现在可以决定什么")
    May may(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        var may = care.of(calls.existing(no).no(), caller.userId());
        return new May(
                may.mayReassign(),
                may.mayTriage(),
                may.mayCorrect(),
                may.mayDispute(),
                may.disputed(),
                may.refusableUntil().map(Times::local).orElse(null),
                may.onBehalfOf().map(UserId::value).orElse(null),
                may.onBehalfOf().map(directory::name).orElse(null));
    }

    @PostMapping("/reassign")
    @Operation(summary = "改派", description = "负责人随时可以改派；不填接手人则由系统挑选。")
    IssueView reassign(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody CareRequests.Reassign body) {
        return calls.act(
                caller,
                no,
                issue ->
                        reassignment.reassign(
                                issue, caller.userId(), body.toText(), body.noteText()));
    }

    @PostMapping("/triage")
    @Operation(summary = "人工分诊")
    IssueView triage(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody CareRequests.Category body) {
        return calls.act(
                caller,
                no,
                issue -> actions.triage(issue, caller.userId(), body.category(), body.sub()));
    }

    @PostMapping("/category")
    @Operation(summary = "更正分类", description = "处理人或负责人；与现分类相同表示维持，用来答复异议。")
    IssueView correct(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody CareRequests.Category body) {
        return calls.act(
                caller, no, issue -> categories.correct(issue, caller.userId(), body.correction()));
    }

    @PostMapping("/category-dispute")
    @Operation(summary = "分类不对？", description = "提报人提出异议，由处理人或负责人确认。")
    IssueView dispute(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody CareRequests.Dispute body) {
        return calls.act(
                caller, no, issue -> categories.dispute(issue, caller.userId(), body.suggested()));
    }

    /** As {@link CareView.May}. */
    record May(
            boolean mayReassign,
            boolean mayTriage,
            boolean mayCorrect,
            boolean mayDispute,
            boolean disputed,
            @Nullable OffsetDateTime refusableUntil,
            @Nullable String onBehalfOf,
            @Nullable String onBehalfOfName) {}
}
