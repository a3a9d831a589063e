package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to an issue: a row of the append-only {@code issue_event}, and published
 * inside the transaction that records it.
 *
 * @param actor who did it; {@link UserId#SYSTEM} where no person did
 * @param holder who holds the issue afterwards, if anybody
 * @param occurredAt when it happened, UTC; may lie before it was recorded
 * @param payload JSON values by the keys {@link IssueEventType} lists
 */
public record IssueEvent(
        IssueNo issueNo,
        IssueEventType type,
        UserId actor,
        Optional<UserId> holder,
        Instant occurredAt,
        Map<String, Object> payload) {

    /** A text of the payload; empty when absent. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(payload.get(key)).map(Object::toString);
    }
}
