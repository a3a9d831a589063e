package io.issueloop.collaboration;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
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
    private final Directory people;

    TrackingRowEffect(
            Issues issues,
            TrackedRows tracked,
            TrackingTable table,
            SentLog sentLog,
            Directory people) {
        this.issues = issues;
        this.tracked = tracked;
        this.table = table;
        this.sentLog = sentLog;
        this.people = people;
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
    public Capability capability() {
        return Capability.TABLE;
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

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var isNew = tracked.rowOf(issue.no()).isEmpty() && sentLog.reference(key(issue)).isEmpty();
        var instructions =
                isNew
                        ? "请在表格「问题跟踪」的「问题」中新增一行，按下面的内容填写；「问题编号」必须填写。"
                        : "请在表格「问题跟踪」的「问题」中找到问题编号为 " + issue.no() + " 的一行，改为下面的内容。";
        return Optional.of(
                ByHand.of(
                        (isNew ? "登记" : "更新") + issue.no() + " 的表格行",
                        instructions,
                        HandRow.text(isNew ? RowText.whole(issue) : RowText.ours(issue), people)));
    }

    /** The row's id is nothing people see: it is found by the issue's number when it is needed. */
    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (tracked.rowOf(issue.no()).isEmpty() && sentLog.claim(key(issue))) {
            sentLog.sent(key(issue), "");
        }
    }

    private void write(Issue issue) {
        if (tracked.isGone(issue.no())) {
            return;
        }
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
