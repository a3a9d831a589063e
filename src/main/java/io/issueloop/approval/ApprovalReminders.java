package io.issueloop.approval;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.MajorIssues;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks again while there is no result: first the approvers, then a substitute who may decide on
 * their behalf, then the top. Each stage happens once, however often its timer fires.
 */
@Service
@Transactional
public class ApprovalReminders {

    /** A timer may fire a moment before our clock says so. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    /** What is done about an approval nobody decides. */
    public enum Stage {
        REMINDER,
        SUBSTITUTE,
        ESCALATION,
        MANUAL
    }

    private final ApprovalStore store;
    private final Opinions opinions;
    private final ApproverChoice choice;
    private final Issues issues;
    private final MajorIssues major;
    private final Directory directory;
    private final Clock clock;

    ApprovalReminders(
            ApprovalStore store,
            Opinions opinions,
            ApproverChoice choice,
            Issues issues,
            MajorIssues major,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.choice = choice;
        this.issues = issues;
        this.major = major;
        this.directory = directory;
        this.clock = clock;
    }

    /** Does what is due by now and was not done yet. */
    public void urge(IssueNo issueNo) {
        var approval = store.lock(issueNo).orElseThrow();
        var due = due(approval);
        if (!approval.isWaiting() || due <= approval.urged()) {
            return;
        }
        var stage = Stage.values()[due - 1];
        var issue = issues.get(issueNo);
        var deputies = new ArrayList<>(approval.deputies());
        deputy(issue, approval, stage).ifPresent(deputies::add);
        store.urged(issueNo, due, deputies);
        asked(approval, stage, whom(approval, stage, deputies));
    }

    /**
     * WeCom has not taken the form, or nobody is to ask it: the approvers decide here. Answers
     * false when WeCom has taken it.
     */
    public boolean openManually(IssueNo issueNo) {
        var approval = store.lock(issueNo).orElseThrow();
        if (approval.form().isPresent()) {
            return false;
        }
        if (!approval.manualOpened()) {
            store.manualOpened(issueNo);
            asked(approval, Stage.MANUAL, approval.next(opinions.of(issueNo)));
        }
        return true;
    }

    private int due(Approval approval) {
        var now = clock.instant().plus(EARLY);
        var times = approval.times();
        return (int)
                Stream.of(times.remindAt(), times.substituteAt(), times.escalateAt())
                        .filter(at -> !now.isBefore(at))
                        .count();
    }

    private Optional<UserId> deputy(Issue issue, Approval approval, Stage stage) {
        var asked = approval.asked();
        return switch (stage) {
            case SUBSTITUTE -> choice.substitute(issue, asked);
            case ESCALATION -> choice.top(issue).filter(top -> !asked.contains(top));
            default -> Optional.empty();
        };
    }

    /** The top hears of it although it was among those asked before. */
    private List<UserId> whom(Approval approval, Stage stage, List<UserId> deputies) {
        var now = approval.next(opinions.of(approval.issueNo()));
        return switch (stage) {
            case REMINDER, MANUAL -> now;
            case SUBSTITUTE, ESCALATION ->
                    Stream.concat(now.stream(), deputies.stream()).distinct().toList();
        };
    }

    private void asked(Approval approval, Stage stage, List<UserId> whom) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("stage", stage.name());
        payload.put("to", Approvals.ids(whom));
        payload.put("toNames", whom.stream().map(directory::name).toList());
        major.record(approval.issueNo(), IssueEventType.APPROVAL_URGED, UserId.SYSTEM, payload);
    }
}
