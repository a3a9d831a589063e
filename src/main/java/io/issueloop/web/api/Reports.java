package io.issueloop.web.api;

import io.issueloop.issue.Attachments;
import io.issueloop.issue.IntakeRules;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.ReportIssue;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports, with what they may bring along: pictures, and the issue that came back. */
@Component
class Reports {

    private final Issues issues;
    private final IntakeRules intake;
    private final Attachments attachments;
    private final Proposals proposals;

    Reports(Issues issues, IntakeRules intake, Attachments attachments, Proposals proposals) {
        this.issues = issues;
        this.intake = intake;
        this.attachments = attachments;
        this.proposals = proposals;
    }

    /**
     * One transaction: with a mistake in what it brings along there is no issue.
     *
     * @throws InvalidRequest when the report itself is not as it must be
     */
    @Transactional
    public IssueNo take(Caller caller, ReportIssueRequest body) {
        var reporter = caller.userId();
        var issueNo = issues.report(checked(caller, body), no -> addPictures(no, reporter, body));
        addFormer(issueNo, reporter, body);
        return issueNo;
    }

    private ReportIssue checked(Caller caller, ReportIssueRequest body) {
        try {
            return intake.check(
                    caller.userId(),
                    body.text(),
                    body.urgencyLabel(),
                    body.projectName(),
                    body.isMajor(),
                    caller.token().isPresent() ? "REST" : "PAGE");
        } catch (Refused refused) {
            throw new InvalidRequest(refused.reason());
        }
    }

    private void addPictures(IssueNo issueNo, UserId reporter, ReportIssueRequest report) {
        if (!report.pictures().isEmpty()) {
            attachments.attach(issueNo, reporter, report.pictures());
        }
    }

    private void addFormer(IssueNo issueNo, UserId reporter, ReportIssueRequest report) {
        if (!report.formerIssue().isEmpty()) {
            var wish =
                    Proposals.Wish.linking(
                            ProposalKind.RECURRENCE, "提报人注明：已解决的问题又出现", report.formerIssue());
            proposals.propose(issueNo, reporter, wish);
        }
    }
}
