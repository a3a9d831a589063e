package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueReminders;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Reminds people of a due time: a push to each, in the group an @. Only the most urgent issues do
 * not wait for working hours (design.md §3 Quiet hours).
 */
@Service
public class Reminders {

    private final Issues issues;
    private final ReminderTimes times;
    private final IssueReminders roles;
    private final Pushes pushes;
    private final Deliveries deliveries;

    Reminders(
            Issues issues,
            ReminderTimes times,
            IssueReminders roles,
            Pushes pushes,
            Deliveries deliveries) {
        this.issues = issues;
        this.times = times;
        this.roles = roles;
        this.pushes = pushes;
        this.deliveries = deliveries;
    }

    /** Which roles are to be told, and whether the team's group is. */
    public record Audience(boolean handler, boolean lead, boolean cto, boolean group) {}

    /** A stage of the service level is reached; nothing happens where that is of no interest. */
    public void reached(IssueNo issueNo, ReminderStage stage, Audience audience) {
        if (!times.isWorthTelling(issueNo, stage)) {
            return;
        }
        var issue = issues.get(issueNo);
        var told = told(issue, audience);
        told.forEach(user -> push(issue, stage, user));
        var inGroup = audience.group() && issue.team().isPresent();
        if (inGroup) {
            deliveries.request(
                    issueNo.value(),
                    OverdueMentionEffect.NAME,
                    OverdueMentionEffect.subject(issue, audience.lead()));
        }
        roles.record(issueNo, stage, told.stream(), inGroup);
    }

    private void push(Issue issue, ReminderStage stage, UserId to) {
        var detail = ReminderPush.detail(issue, stage);
        if (issue.urgency() == Urgency.URGENT) {
            pushes.pushNow(to, ReminderPush.NAME, issue.no().value(), detail);
        } else {
            pushes.push(to, ReminderPush.NAME, issue.no().value(), detail);
        }
    }

    private Set<UserId> told(Issue issue, Audience audience) {
        var told = new LinkedHashSet<UserId>();
        if (audience.handler()) {
            issue.handler().ifPresent(told::add);
        }
        if (audience.lead()) {
            roles.lead(issue).ifPresent(told::add);
        }
        if (audience.cto()) {
            roles.cto(issue).ifPresent(told::add);
        }
        return told;
    }
}
