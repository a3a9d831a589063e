package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackedRows.Tracked;
import io.issueloop.collaboration.TrackingTable.Row;
import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Comments;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What members do to the row of an issue (design.md §3): a description its reporter changed becomes
 * a comment, another urgency a request to the lead; everything else is put right again.
 */
@Component
class RowEdits {

    private final TrackedRows tracked;
    private final Issues issues;
    private final Comments comments;
    private final Proposals proposals;
    private final IssueEndings endings;
    private final Deliveries deliveries;

    RowEdits(
            TrackedRows tracked,
            Issues issues,
            Comments comments,
            Proposals proposals,
            IssueEndings endings,
            Deliveries deliveries) {
        this.tracked = tracked;
        this.issues = issues;
        this.comments = comments;
        this.proposals = proposals;
        this.endings = endings;
        this.deliveries = deliveries;
    }

    /**
     * @param by who changed it; empty when only a look at the table found it, then the reporter
     *     gets the benefit of the doubt and no words are put into their mouth
     */
    void seen(Row row, Tracked known, Optional<UserId> by) {
        var issue = issues.get(known.issueNo().orElseThrow());
        var mayBeReporter = by.isEmpty() || by.get().equals(issue.reporter());
        var restore = described(row, known, issue, by, mayBeReporter);
        restore |= pressed(row, known, issue, mayBeReporter);
        if (restore) {
            deliveries.request(issue.no().value(), RowRestoreEffect.NAME, "");
        }
        ours(row, known, issue);
    }

    /** Whether deleting the row took the issue back. */
    boolean takenBack(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        var may = by.equals(issue.reporter()) && endings.canBeWithdrawn(issue);
        if (may) {
            endings.withdraw(issueNo, by, "删除了表格中的行");
        }
        return may;
    }

    private boolean described(
            Row row, Tracked known, Issue issue, Optional<UserId> by, boolean mayBeReporter) {
        var text = row.description().strip();
        if (text.equals(known.description().orElse(issue.description()).strip())) {
            return false;
        }
        if (text.isEmpty() || !mayBeReporter) {
            return true;
        }
        tracked.seen(row.recordId(), text);
        comments.add(issue.no(), by.orElse(UserId.SYSTEM), "表格中的描述改为：" + text);
        return false;
    }

    /**
     * What the row showed before, and shows because our own writing is still on its way, is no
     * wish.
     */
    private boolean pressed(Row row, Tracked known, Issue issue, boolean mayBeReporter) {
        var wanted = row.urgency().strip();
        if (wanted.isEmpty()) {
            return false;
        }
        var before = known.urgency().orElseGet(() -> reported(issue));
        if (!wanted.equals(before)) {
            tracked.seenUrgency(row.recordId(), wanted);
        }
        if (wanted.equals(issue.urgency().label())) {
            return false;
        }
        var may =
                mayBeReporter
                        && !wanted.equals(before)
                        && Urgency.labelled(wanted).isPresent()
                        && proposals.openTo(issue, issue.reporter()).contains(ProposalKind.URGENCY);
        if (may) {
            var wish = Proposals.Wish.pressing("提报人在表格中改了紧急程度", wanted);
            proposals.propose(issue.no(), issue.reporter(), wish);
        }
        return true;
    }

    private String reported(Issue issue) {
        return issues.history(issue.no()).stream()
                .findFirst()
                .flatMap(first -> first.event().text("urgency"))
                .orElse(issue.urgency().label());
    }

    /** What cannot be put right, because WeCom shows it otherwise than written, is tried once. */
    private void ours(Row row, Tracked known, Issue issue) {
        var right =
                row.issueNo().equals(issue.no().value())
                        && row.note().equals(RowText.note(issue))
                        && row.shown().equals(RowText.shown(issue));
        var wrong = right ? "" : issue.version() + " " + row.issueNo() + row.note() + row.shown();
        if (!wrong.equals(known.putRight())) {
            tracked.putRight(row.recordId(), wrong);
            if (!right) {
                deliveries.request(issue.no().value(), TrackingRowEffect.NAME, "");
            }
        }
    }
}
