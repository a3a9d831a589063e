package io.issueloop.notification;

import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages about who is away, who leaves, and how the classification table did. The subject is
 * {@code KIND/recipient/turn}; each is sent once, and not at all when there is nothing left to say.
 */
@Component
class StaffNoticeEffect extends LetterEffect {

    static final String NAME = "STAFF_NOTICE";

    private final StaffLetters letters;

    StaffNoticeEffect(CardDesk desk, StaffLetters letters) {
        super(desk);
        this.letters = letters;
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
    Optional<Message> message(String businessKey, String subject) {
        var kind = StaffLetters.Kind.valueOf(subject.split("/", 3)[0]);
        return letters.write(businessKey, kind, recipient(subject));
    }

    @Override
    UserId recipient(String subject) {
        return UserId.of(subject.split("/", 3)[1]);
    }
}
