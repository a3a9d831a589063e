package io.issueloop.appraisal;

import io.issueloop.shared.UserId;
import java.time.Instant;

/**
 * A trial run: the quarter computed wholly again.
 *
 * @param fingerprint over all numbers and lines; the same facts give the same
 */
public record QuarterRun(
        long id,
        UserId actor,
        Instant at,
        String fingerprint,
        int changedValues,
        int changedLines) {

    /**
     * One number, or one issue's line, that was another before.
     *
     * @param scope empty for a line of a team's metric
     * @param issueNo empty for a number
     */
    public record Change(
            String metric,
            String basis,
            String scope,
            String issueNo,
            String before,
            String after) {}
}
