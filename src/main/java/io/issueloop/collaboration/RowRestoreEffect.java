package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts back what the reporter filled in: somebody else changed the description, or the urgency is
 * not what it was changed to until the lead agrees.
 */
@Component
class RowRestoreEffect implements Effect {

    static final String NAME = "ROW_RESTORE";

    private final Issues issues;
    private final TrackedRows tracked;
    private final TrackingTable table;
    private final Directory people;

    RowRestoreEffect(Issues issues, TrackedRows tracked, TrackingTable table, Directory people) {
        this.issues = issues;
        this.tracked = tracked;
        this.table = table;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "问题跟踪表行的描述与紧急程度";
    }

    @Override
    public Capability capability() {
        return Capability.TABLE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!tracked.isGone(issue.no())) {
            tracked.rowOf(issue.no()).ifPresent(row -> table.write(row, cells(issue)));
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        return Optional.of(
                ByHand.of(
                        "恢复" + issue.no() + " 的表格行",
                        "请在表格「问题跟踪」的「问题」中找到问题编号为 " + issue.no() + " 的一行，改为下面的内容。",
                        HandRow.text(cells(issue), people)));
    }

    /** The table itself remembers it. */
    @Override
    public void doneByHand(String businessKey, String subject, String reference) {}

    private Map<Field, Cell> cells(Issue issue) {
        Map<Field, Cell> cells = new EnumMap<>(Field.class);
        var text = tracked.descriptionOf(issue.no()).orElse(issue.description());
        cells.put(Field.DESCRIPTION, new Cell.Text(text));
        cells.put(Field.URGENCY, new Cell.Choice(issue.urgency().label()));
        return cells;
    }
}
