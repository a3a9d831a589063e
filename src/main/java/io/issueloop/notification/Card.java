package io.issueloop.notification;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An action card on somebody's phone.
 *
 * @param turn which assignment, resolution, proposal or request of the issue it belongs to
 * @param shown what it shows now: a picture's key, empty before it was sent
 * @param updateCode single use, until 72 h after {@code codeAt}
 */
record Card(
        String cardId,
        IssueNo issueNo,
        Kind kind,
        UserId recipient,
        int turn,
        Optional<String> messageId,
        Optional<String> updateCode,
        Optional<Instant> codeAt,
        Optional<String> shown,
        Optional<Instant> sentAt) {

    enum Kind {
        TODO("待办消息"),
        EVALUATION("评价消息"),
        PROPOSAL("提议确认消息"),
        APPROVAL("审批消息");

        private final String message;

        Kind(String message) {
            this.message = message;
        }

        /** What a person sends in its place. */
        String message() {
            return message;
        }
    }
}
