package io.issueloop.collaboration;

import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the issue's row say what the issue is now; an issue from another door gets a row of its
 * own.
 */
@Component
class TrackingRowEffect implements Effect {

    static final String NAME = "TRACKING_ROW";

    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final Issues issues;
    private final TrackedRows tracked;
    private final TrackingTable table;
    private final SentLog sentLog;

    TrackingRowEffect(Issues issues, TrackedRows tracked, TrackingTable table, SentLog sentLog) {
        this.issues = issues;
        this.tracked = tracked;
        this.table = table;
        this.sentLog = sentLog;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "问题跟踪表行";
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issueNo = IssueNo.of(businessKey);
        Issue written;
        do {
            written = issues.get(issueNo);
            write(written);
        } while (issues.get(issueNo).version() != written.version());
    }

    private void write(Issue issue) {
        var row = tracked.rowOf(issue.no());
        if (row.isPresent()) {
            table.write(row.get(), RowText.ours(issue));
        } else {
            tracked.link(lost(issue).orElseGet(() -> add(issue)), issue.no());
        }
    }

    private String add(Issue issue) {
        sentLog.claim(key(issue));
        var recordId = table.add(RowText.whole(issue));
        sentLog.sent(key(issue), recordId);
        return recordId;
    }

    /** An earlier try may have added the row without our hearing of it. */
    private Optional<String> lost(Issue issue) {
        if (sentLog.tries(key(issue)) == 0) {
            return Optional.empty();
        }
        return table.changedSince(issue.reportedAt().minus(CLOCKS_APART)).stream()
                .filter(row -> row.issueNo().equals(issue.no().value()))
                .map(TrackingTable.Row::recordId)
                .findFirst();
    }

    private static String key(Issue issue) {
        return "ROW/" + issue.no();
    }
}
