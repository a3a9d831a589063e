package io.issueloop.notification;

import static io.issueloop.issue.IssueStatus.ASSIGNED;
import static io.issueloop.issue.IssueStatus.HANDLING;
import static io.issueloop.issue.IssueStatus.PAUSED;
import static io.issueloop.issue.IssueStatus.RESOLVED;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that only tell; the subject is {@code KIND/recipient/turn}, each is sent once. */
@Component
class NoticeEffect implements Effect {

    static final String NAME = "NOTICE";

    enum Kind {
        RECEIVED("受理通知", Set.of(ASSIGNED, HANDLING, PAUSED, RESOLVED)),
        TRIAGE("分诊通知", Set.of(IssueStatus.TRIAGE)),
        QUESTION("补充信息通知", Set.of(PAUSED)),
        EVALUATION_REMINDER("评价提醒", Set.of(RESOLVED));

        private final String label;
        private final Set<IssueStatus> worthTelling;

        Kind(String label, Set<IssueStatus> worthTelling) {
            this.label = label;
            this.worthTelling = worthTelling;
        }
    }

    private final Issues issues;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Directory people;
    private final Links links;

    NoticeEffect(
            Issues issues, MessageSender sender, SentLog sentLog, Directory people, Links links) {
        this.issues = issues;
        this.sender = sender;
        this.sentLog = sentLog;
        this.people = people;
        this.links = links;
    }

    static String subject(Kind kind, UserId recipient, int turn) {
        return "%s/%s/%d".formatted(kind, recipient, turn);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "通知消息";
    }

    @Override
    public String what(String businessKey, String subject) {
        return kind(subject).label;
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var key = key(businessKey, subject);
        if (!sentLog.claim(key)) {
            return;
        }
        var issue = issues.get(IssueNo.of(businessKey));
        var receipt = sender.send(List.of(recipient(subject)), message(kind(subject), issue));
        sentLog.sent(key, receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var kind = kind(subject);
        if (!kind.worthTelling.contains(issue.status())
                || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = List.of(recipient(subject));
        return Optional.of(HandText.send(message(kind, issue), to, "通知消息", people));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private static String key(String businessKey, String subject) {
        return businessKey + "/" + subject;
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 3)[0]);
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }

    private Message message(Kind kind, Issue issue) {
        var link = links.issue(issue.no());
        return switch (kind) {
            case RECEIVED -> CardTexts.received(issue, people, link);
            case TRIAGE -> CardTexts.triage(issue, people, link);
            case QUESTION -> CardTexts.question(issue, lastQuestion(issue), people, link);
            case EVALUATION_REMINDER -> CardTexts.evaluationReminder(issue, link);
        };
    }

    private String lastQuestion(Issue issue) {
        return issues.history(issue.no()).stream()
                .filter(recorded -> recorded.event().type() == IssueEventType.PAUSED)
                .reduce((earlier, later) -> later)
                .flatMap(recorded -> recorded.event().text("reason"))
                .orElse("");
    }
}
