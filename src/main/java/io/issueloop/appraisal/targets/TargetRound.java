package io.issueloop.appraisal.targets;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One round of setting targets.
 *
 * @param from the quarter they are for
 * @param closed the quarter whose closing opened it
 * @param startsAt of {@code from}: until then everything has to be decided
 * @param baseVersion of the definitions in force before
 */
public record TargetRound(
        Period from,
        Period closed,
        State state,
        Instant openedAt,
        Instant commentsUntil,
        Instant startsAt,
        int baseVersion,
        Optional<Decided> decided) {

    /** How far it is. */
    public enum State {
        COMMENTS("征求意见"),
        DECISION("待审批"),
        PUBLISHED("已公布"),
        KEPT("沿用原目标"),
        IN_FORCE("已生效");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What was decided.
     *
     * @param version of the definitions it became; none when nothing changes
     */
    public record Decided(UserId by, Instant at, String reason, Optional<Integer> version) {}

    /** What somebody decides: a target for each metric that is to change. */
    public record Decision(Map<String, BigDecimal> targets, String reason) {}

    /** {@code TARGETS-2027Q1}. */
    public String key() {
        return key(from);
    }

    static String key(Period from) {
        return "TARGETS-" + from.code();
    }

    /** Whether it still may be decided. */
    boolean isUndecided() {
        return state == State.COMMENTS || state == State.DECISION;
    }
}
