package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
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

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return issues.get(IssueNo.of(businessKey)).handler().stream().toList();
    }

    @Override
    public Capability capability() {
        return Capability.GROUP;
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
                    key(businessKey, subject),
                    () -> {
                        group.say(team.get(), text, handler);
                        return "";
                    });
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!isWorthIt(issue, subject)
                || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var handler = people.name(issue.handler().orElseThrow());
        return Optional.of(
                ByHand.of(
                        "在群里@" + handler,
                        "请在团队的企业微信群里发送下面这条消息，并 @%s。".formatted(handler),
                        CardTexts.calledOut(issue, people, links.issue(issue.no()))));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private static String key(String businessKey, String turn) {
        return businessKey + "/" + NAME + "/" + turn;
    }

    private static boolean isWorthIt(Issue issue, String turn) {
        return issue.urgency() == Urgency.URGENT
                && turn.equals(Integer.toString(issue.assignmentCount()))
                && WAITING.contains(issue.status());
    }
}
