package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages about who is away, who leaves, and how the classification table did. The subject is
 * {@code KIND/recipient/turn}; each is sent once, and not at all when there is nothing left to say.
 */
@Component
class StaffNoticeEffect implements Effect {

    static final String NAME = "STAFF_NOTICE";

    private final CardDesk desk;
    private final StaffLetters letters;
    private final SentLog sentLog;

    StaffNoticeEffect(CardDesk desk, StaffLetters letters, SentLog sentLog) {
        this.desk = desk;
        this.letters = letters;
        this.sentLog = sentLog;
    }

    static String subject(StaffLetters.Kind kind, UserId recipient, int turn) {
        return "%s/%s/%d".formatted(kind, recipient, turn);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "代理、移交与分类消息";
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
        var message = message(businessKey, subject);
        if (message.isEmpty() || !sentLog.claim(key(businessKey, subject))) {
            return;
        }
        var receipt = desk.sender().send(List.of(recipient(subject)), message.get());
        sentLog.sent(key(businessKey, subject), receipt.messageId());
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var to = List.of(recipient(subject));
        return sentLog.reference(key(businessKey, subject)).isPresent()
                ? Optional.empty()
                : message(businessKey, subject)
                        .map(message -> HandText.send(message, to, "消息", desk.people()));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    private Optional<Message> message(String businessKey, String subject) {
        var kind = StaffLetters.Kind.valueOf(subject.split("/", 3)[0]);
        return letters.write(businessKey, kind, recipient(subject));
    }

    private static String key(String businessKey, String subject) {
        return businessKey + "/" + subject;
    }

    private static UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }
}
