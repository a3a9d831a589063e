package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Row;
import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IntakeRules;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReportIssue;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of the tracking table as members leave them: a valid one becomes an issue, once; an invalid
 * one is told why; our own fields are restored (design.md §3).
 */
@Service
@Transactional
public class TrackingRows {

    private static final Logger log = LoggerFactory.getLogger(TrackingRows.class);

    private final TrackedRows tracked;
    private final IntakeRules rules;
    private final Issues issues;
    private final Directory directory;
    private final Deliveries deliveries;
    private final RowEdits edits;

    TrackingRows(
            TrackedRows tracked,
            IntakeRules rules,
            Issues issues,
            Directory directory,
            Deliveries deliveries,
            RowEdits edits) {
        this.tracked = tracked;
        this.rules = rules;
        this.issues = issues;
        this.directory = directory;
        this.deliveries = deliveries;
        this.edits = edits;
    }

    /**
     * Judges a row as it is now; may be called any number of times for the same row.
     *
     * @param changedBy the member the callback names; the reporter where the 提报人 cell cannot be
     *     read
     */
    public void seen(Row row, Optional<UserId> changedBy) {
        var known = tracked.lock(row.recordId());
        if (known.issueNo().isPresent()) {
            edits.seen(row, known, changedBy);
            return;
        }
        if (isBlank(row) && known.note().isEmpty()) {
            return;
        }
        try {
            var issueNo = ours(row).orElseGet(() -> issues.report(check(row, changedBy)));
            tracked.link(row.recordId(), issueNo);
        } catch (Refused refused) {
            refuse(row, known, refused.reason());
        }
    }

    /**
     * A member deleted a row: by its reporter before it was accepted the issue is taken back;
     * otherwise it stays, and its row is written again (design.md §3).
     */
    public void deleted(String recordId, UserId by) {
        var known = tracked.lock(recordId);
        if (known.issueNo().filter(issueNo -> edits.takenBack(issueNo, by)).isPresent()) {
            tracked.gone(recordId);
            return;
        }
        tracked.forget(recordId);
        known.issueNo()
                .ifPresent(
                        issueNo -> {
                            log.info("row of issue {} deleted by {}: written again", issueNo, by);
                            deliveries.request(issueNo.value(), TrackingRowEffect.NAME, "");
                        });
    }

    /**
     * A row of ours whose writing we did not hear the end of, or not yet: it is the issue it names,
     * never another one. A member's copy of a row is a report like any other.
     */
    private Optional<IssueNo> ours(Row row) {
        return Optional.of(row.issueNo())
                .filter(IssueNo::isIssueNo)
                .map(IssueNo::of)
                .filter(no -> issues.find(no).isPresent() && tracked.rowOf(no).isEmpty());
    }

    private ReportIssue check(Row row, Optional<UserId> changedBy) {
        var reporter =
                row.reporter()
                        .or(() -> changedBy)
                        .filter(user -> directory.member(user).isPresent())
                        .orElseThrow(() -> new Refused("提报人不在应用的可见范围内，请联系管理员"));
        return rules.check(
                reporter, row.description(), row.urgency(), row.project(), row.major(), "SHEET");
    }

    private void refuse(Row row, TrackedRows.Tracked known, String reason) {
        var note = isBlank(row) ? "" : "❌ " + reason;
        if (!known.note().equals(Optional.of(note)) || !row.note().equals(note)) {
            tracked.note(row.recordId(), note);
            deliveries.request(row.recordId(), RowNoteEffect.NAME, "");
        }
    }

    private static boolean isBlank(Row row) {
        return row.description().isBlank()
                && row.urgency().isBlank()
                && row.project().isBlank()
                && !row.major();
    }
}
