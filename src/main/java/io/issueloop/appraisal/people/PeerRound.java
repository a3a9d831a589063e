package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import java.time.Instant;
import java.util.Optional;

/**
 * A quarter's round of ratings.
 *
 * @param raters how many people are asked
 */
public record PeerRound(
        Period quarter,
        Instant openedAt,
        Instant remindAt,
        Instant closesAt,
        int raters,
        Optional<Instant> closedAt) {

    static final String PREFIX = "PEER-";

    /** Business key of its messages. */
    String key() {
        return PREFIX + quarter;
    }

    boolean isOpenAt(Instant now) {
        return closedAt.isEmpty() && now.isBefore(closesAt);
    }
}
