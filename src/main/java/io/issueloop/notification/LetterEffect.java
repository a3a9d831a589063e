package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;

/**
 * One message to one person: written from the present state, sent once however often it is tried,
 * and not at all when nothing is left to say.
 */
abstract class LetterEffect implements Effect {

    private final CardDesk desk;

    LetterEffect(CardDesk desk) {
        this.desk = desk;
    }

    /** Empty when there is nothing left to say. Reads only. */
    abstract Optional<Message> message(String businessKey, String subject);

    abstract UserId recipient(String subject);

    /** What {@link io.issueloop.delivery.SentLog} remembers it by. */
    String key(String businessKey, String subject) {
        return businessKey + "/" + subject;
    }

    CardDesk desk() {
        return desk;
    }

    @Override
    public final Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public final List<UserId> recipients(String businessKey, String subject) {
        return List.of(recipient(subject));
    }

    @Override
    public void perform(String businessKey, String subject) {
        var key = key(businessKey, subject);
        var message = message(businessKey, subject);
        if (message.isPresent() && desk.sentLog().claim(key)) {
            var receipt = desk.sender().send(List.of(recipient(subject)), message.get());
            desk.sentLog().sent(key, receipt.messageId());
        }
    }

    @Override
    public final Optional<ByHand> byHand(String businessKey, String subject) {
        if (desk.sentLog().reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var to = List.of(recipient(subject));
        var what = what(businessKey, subject);
        return message(businessKey, subject)
                .map(message -> HandText.send(message, to, what, desk.people()));
    }

    @Override
    public final void doneByHand(String businessKey, String subject, String reference) {
        var key = key(businessKey, subject);
        if (desk.sentLog().claim(key)) {
            desk.sentLog().sent(key, "");
        }
    }
}
