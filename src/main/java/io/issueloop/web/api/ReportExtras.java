package io.issueloop.web.api;

import io.issueloop.issue.Attachments;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Component;

/** What a report may bring along: pictures, and the issue that came back. */
@Component
class ReportExtras {

    private final Attachments attachments;
    private final Proposals proposals;

    ReportExtras(Attachments attachments, Proposals proposals) {
        this.attachments = attachments;
        this.proposals = proposals;
    }

    /** In the transaction that reports the issue: with a mistake in here there is no issue. */
    void add(IssueNo issueNo, UserId reporter, ReportIssueRequest report) {
        if (!report.pictures().isEmpty()) {
            attachments.attach(issueNo, reporter, report.pictures());
        }
        if (!report.formerIssue().isEmpty()) {
            var wish =
                    Proposals.Wish.linking(
                            ProposalKind.RECURRENCE, "提报人注明：已解决的问题又出现", report.formerIssue());
            proposals.propose(issueNo, reporter, wish);
        }
    }
}
