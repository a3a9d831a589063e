package io.issueloop.collaboration;

import io.issueloop.delivery.Effect;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import org.springframework.stereotype.Component;

/**
 * Makes the issue's row say what the issue is now; an issue from another door gets a row of its
 * own.
 */
@Component
class TrackingRowEffect implements Effect {

    static final String NAME = "TRACKING_ROW";

    private final Issues issues;
    private final TrackedRows tracked;
    private final TrackingTable table;

    TrackingRowEffect(Issues issues, TrackedRows tracked, TrackingTable table) {
        this.issues = issues;
        this.tracked = tracked;
        this.table = table;
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
            tracked.link(table.add(RowText.whole(issue)), issue.no());
        }
    }
}
