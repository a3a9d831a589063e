package io.issueloop.notification;

import static io.issueloop.issue.IssueStatus.ASSIGNED;
import static io.issueloop.issue.IssueStatus.HANDLING;
import static io.issueloop.issue.IssueStatus.PAUSED;
import static io.issueloop.issue.IssueStatus.RESOLVED;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that only tell; the subject is {@code KIND/recipient/turn}, each is sent once. */
@Component
class NoticeEffect extends LetterEffect {

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

    NoticeEffect(CardDesk desk) {
        super(desk);
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

    private static Kind kind(String subject) {
        return Kind.valueOf(subject.split("/", 3)[0]);
    }

    @Override
    UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }

    @Override
    Optional<Message> message(String businessKey, String subject) {
        var issue = desk().issues().get(IssueNo.of(businessKey));
        var kind = kind(subject);
        return kind.worthTelling.contains(issue.status())
                ? Optional.of(message(kind, issue))
                : Optional.empty();
    }

    private Message message(Kind kind, Issue issue) {
        var people = desk().people();
        var link = desk().links().issue(issue.no());
        return switch (kind) {
            case RECEIVED -> CardTexts.received(issue, people, link);
            case TRIAGE -> CardTexts.triage(issue, people, link);
            case QUESTION -> CardTexts.question(issue, lastQuestion(issue), people, link);
            case EVALUATION_REMINDER -> CardTexts.evaluationReminder(issue, link);
        };
    }

    private String lastQuestion(Issue issue) {
        return desk().issues().history(issue.no()).stream()
                .filter(recorded -> recorded.event().type() == IssueEventType.PAUSED)
                .reduce((earlier, later) -> later)
                .flatMap(recorded -> recorded.event().text("reason"))
                .orElse("");
    }
}
