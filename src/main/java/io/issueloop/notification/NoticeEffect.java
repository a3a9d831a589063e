package io.issueloop.notification;

import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages that only tell; the subject is {@code KIND/recipient/turn}, each is sent once. */
@Component
class NoticeEffect implements Effect {

    static final String NAME = "NOTICE";

    enum Kind {
        RECEIVED,
        TRIAGE,
        QUESTION,
        EVALUATION_REMINDER
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
    public void perform(String businessKey, String subject) {
        var key = businessKey + "/" + subject;
        if (!sentLog.claim(key)) {
            return;
        }
        var parts = subject.split("/", 3);
        var message = message(Kind.valueOf(parts[0]), issues.get(IssueNo.of(businessKey)));
        var receipt = sender.send(List.of(UserId.of(parts[1])), message);
        sentLog.sent(key, receipt.messageId());
    }

    private Message message(Kind kind, Issue issue) {
        var link = links.issue(issue.no());
        return switch (kind) {
            case RECEIVED -> CardTexts.received(issue, people, link);
            case TRIAGE -> CardTexts.triage(issue, people, links.tasklist());
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
