package io.issueloop.notification;

import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Urgency;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 群聊@: an urgent issue is called out in the group once per assignment; the subject is the turn. */
@Component
class GroupMentionEffect implements Effect {

    static final String NAME = "GROUP_MENTION";

    private static final Set<IssueStatus> WAITING =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING);

    private final Issues issues;
    private final GroupChat group;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    GroupMentionEffect(
            Issues issues, GroupChat group, SentLog sentLog, Directory people, Links links) {
        this.issues = issues;
        this.group = group;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "群聊@提醒";
    }

    /** Nothing where the issue went on to somebody else, or is over, in the meantime. */
    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var team = issue.team();
        if (isWorthIt(issue, subject) && team.isPresent() && group.isThere(team.get())) {
            var text = CardTexts.calledOut(issue, people, links.issue(issue.no()));
            var handler = List.of(issue.handler().orElseThrow());
            sentLog.once(
                    businessKey + "/" + NAME + "/" + subject,
                    () -> {
                        group.say(team.get(), text, handler);
                        return "";
                    });
        }
    }

    private static boolean isWorthIt(Issue issue, String turn) {
        return issue.urgency() == Urgency.URGENT
                && turn.equals(Integer.toString(issue.assignmentCount()))
                && WAITING.contains(issue.status());
    }
}
