package io.issueloop.issue;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody leaves: everything they hold goes to others.
 *
 * @param openedBy {@link UserId#SYSTEM} where WeCom says they left
 * @param dueAt when it goes to the lead by itself, UTC
 */
public record Handover(
        long id,
        UserId leaver,
        Optional<TeamId> team,
        UserId openedBy,
        Instant openedAt,
        Instant dueAt) {

    private static final String PREFIX = "HANDOVER-";

    /** Business key of its process. */
    public String key() {
        return PREFIX + id;
    }

    /**
     * The id in a business key.
     *
     * @throws NumberFormatException when it is not one
     */
    public static long idIn(String businessKey) {
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }
}
