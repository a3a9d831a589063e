package io.issueloop.appraisal;

import io.issueloop.kpi.Period;
import java.time.Instant;
import java.util.Optional;

/**
 * A quarter as it stands.
 *
 * @param revision the last one locked; 0 before the first lock
 * @param cutOff end plus five working days, exclusive (kpi.md §9)
 * @param appeals while appeals are taken; empty before publication, and again after a reopening
 *     until the next one
 */
public record Quarter(
        Period period,
        QuarterState state,
        int revision,
        Instant cutOff,
        Optional<AppealWindow> appeals) {

    /** Half-open {@code [from, to)}. */
    public record AppealWindow(Instant from, Instant to) {

        public boolean isOpenAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(to);
        }
    }

    public boolean isLocked() {
        return state.isLocked();
    }

    /** Whether somebody may object to a number now: published, not locked, window open. */
    public boolean takesAppealsAt(Instant now) {
        return state == QuarterState.REVIEW
                && appeals.filter(window -> window.isOpenAt(now)).isPresent();
    }
}
