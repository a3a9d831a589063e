package io.issueloop.notification;

import io.issueloop.delivery.InVain;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Sends messages to members. Remote: every method may take seconds and throws when it did not work.
 */
public interface MessageSender {

    /**
     * Sends one message to one or more members; identical repeats within four hours are suppressed
     * by WeCom.
     *
     * @return WeCom's ids
     * @throws RecipientUnreachable when nobody of them can be reached, permanently
     */
    Receipt send(List<UserId> to, Message message);

    /**
     * Replaces a card that was sent before.
     *
     * @param updateCode single use, 72 h (page 94888)
     * @return false when the code cannot be used any more: the card stays as it is
     */
    boolean update(UserId to, String updateCode, Message.ActionCard replacement);

    /**
     * Takes a message back, up to 24 hours after sending; false when that is no longer possible
     * (page 94867).
     */
    boolean recall(String messageId);

    /**
     * @param updateCode present for action cards: allows one {@link #update}
     */
    record Receipt(String messageId, Optional<String> updateCode) {}

    /** Nobody of the receivers can be reached; sending again will not help. */
    class RecipientUnreachable extends RuntimeException implements InVain {
        public RecipientUnreachable(String reason) {
            super(reason);
        }

        @Override
        public boolean isInVain() {
            return true;
        }
    }
}
