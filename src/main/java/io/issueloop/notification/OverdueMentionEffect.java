package io.issueloop.notification;

import io.issueloop.calendar.QuietHours;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.Quiet;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueReminders;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 群聊@ for an overdue issue: its handler, and the lead where the table says so, once per assignment,
 * attempt and due time, in working hours unless the issue is of the highest urgency (design.md §2
 * 2.2d).
 */
@Component
class OverdueMentionEffect implements Effect {

    static final String NAME = "OVERDUE_MENTION";

    private static final String WITH_LEAD = "/LEAD";

    private final Issues issues;
    private final ReminderTimes times;
    private final IssueReminders roles;
    private final GroupChat group;
    private final SentLog sentLog;
    private final QuietHours quietHours;
    private final Directory people;
    private final Links links;
    private final Clock clock;

    OverdueMentionEffect(
            Issues issues,
            ReminderTimes times,
            IssueReminders roles,
            GroupChat group,
            SentLog sentLog,
            QuietHours quietHours,
            Directory people,
            Links links,
            Clock clock) {
        this.issues = issues;
        this.times = times;
        this.roles = roles;
        this.group = group;
        this.sentLog = sentLog;
        this.quietHours = quietHours;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    static String subject(Issue issue, boolean withLead) {
        return turn(issue) + ReminderPush.due(issue) + (withLead ? WITH_LEAD : "");
    }

    private static String turn(Issue issue) {
        return "%d/%d/".formatted(issue.assignmentCount(), issue.resolutionCount());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "群聊@超时提醒";
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        return issue.handler().isPresent() ? mentioned(issue, subject) : List.of();
    }

    @Override
    public Capability capability() {
        return Capability.GROUP;
    }

    /** Nothing where the issue went on to somebody else, or is over, in the meantime. */
    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var team = issue.team().filter(group::isThere);
        if (!isWorthIt(issue, subject) || team.isEmpty()) {
            return;
        }
        var wait = quietHours.wait(clock.instant(), team);
        if (wait.isPresent() && issue.urgency() != Urgency.URGENT) {
            throw new Quiet(wait.get());
        }
        sentLog.once(
                key(businessKey, subject),
                () -> {
                    group.say(team.get(), text(issue), mentioned(issue, subject));
                    return "";
                });
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!isWorthIt(issue, subject)
                || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var names =
                mentioned(issue, subject).stream()
                        .map(people::name)
                        .collect(Collectors.joining("、"));
        return Optional.of(
                ByHand.of(
                        "在群里@" + names,
                        "请在团队的企业微信群里发送下面这条消息，并 @%s。".formatted(names),
                        text(issue)));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private String text(Issue issue) {
        return ReminderTexts.calledOut(issue, times.left(issue), people, links.issue(issue.no()));
    }

    private List<UserId> mentioned(Issue issue, String subject) {
        var mentioned = new ArrayList<>(List.of(issue.handler().orElseThrow()));
        if (subject.endsWith(WITH_LEAD)) {
            roles.lead(issue).ifPresent(mentioned::add);
        }
        return mentioned;
    }

    private boolean isWorthIt(Issue issue, String subject) {
        return subject.startsWith(turn(issue))
                && times.isWorthTelling(issue.no(), ReminderStage.ESCALATE);
    }

    private static String key(String businessKey, String subject) {
        return businessKey + "/" + NAME + "/" + subject;
    }
}
