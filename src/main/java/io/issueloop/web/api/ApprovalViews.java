package io.issueloop.web.api;

import io.issueloop.approval.Approval;
import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.approval.Approvals;
import io.issueloop.approval.Opinion;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import io.issueloop.web.api.ApprovalView.Approver;
import io.issueloop.web.api.ApprovalView.Said;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows an approval to a member, with what that member may do. */
@Component
class ApprovalViews {

    private final Approvals approvals;
    private final ApprovalDecisions decisions;
    private final Issues issues;
    private final Directory directory;

    ApprovalViews(
            Approvals approvals, ApprovalDecisions decisions, Issues issues, Directory directory) {
        this.approvals = approvals;
        this.decisions = decisions;
        this.issues = issues;
        this.directory = directory;
    }

    /**
     * @throws NotFound when the issue was never put to approvers
     */
    ApprovalView of(String no, UserId viewer) {
        var approval =
                java.util.Optional.of(no)
                        .filter(IssueNo::isIssueNo)
                        .map(IssueNo::of)
                        .flatMap(approvals::find)
                        .orElseThrow(() -> new NotFound("问题“%s”没有提交过审批".formatted(no)));
        return view(approval, viewer);
    }

    IssueView issue(String no) {
        return IssueView.of(issues.get(IssueNo.of(no)), directory);
    }

    private ApprovalView view(Approval approval, UserId viewer) {
        var issue = issues.get(approval.issueNo());
        var text = approvals.text(approval);
        var opinions = approvals.opinions(approval.issueNo());
        var objection = decisions.objection(approval, viewer);
        return new ApprovalView(
                approval.issueNo().value(),
                issue.title(),
                approval.state().label(),
                approval.state().name(),
                approval.rule().label(),
                text.what(),
                text.impact(),
                text.plan(),
                issue.urgency().label(),
                directory.name(issue.reporter()),
                issue.handler().map(directory::name).orElse(null),
                Times.local(approval.requestedAt()),
                approval.form().orElse(null),
                approval.asked().stream().map(user -> approver(user, approval, opinions)).toList(),
                opinions.stream().map(this::said).toList(),
                approval.actedFirst().map(directory::name).orElse(null),
                objection.isEmpty(),
                objection.orElse(null),
                decisions.mayActFirst(approval, viewer));
    }

    private Approver approver(UserId user, Approval approval, List<Opinion> opinions) {
        var agreed =
                opinions.stream()
                        .filter(opinion -> opinion.kind() == Opinion.Kind.AGREED)
                        .anyMatch(opinion -> opinion.standsFor().equals(user));
        var deputy = !approval.approvers().contains(user);
        return new Approver(user.value(), directory.name(user), deputy, agreed);
    }

    private Said said(Opinion opinion) {
        return new Said(
                directory.name(opinion.by()),
                opinion.onBehalfOf().map(directory::name).orElse(null),
                opinion.kind().label(),
                opinion.comment(),
                opinion.door().label(),
                Times.local(opinion.at()));
    }
}
