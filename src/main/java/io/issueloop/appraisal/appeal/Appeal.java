package io.issueloop.appraisal.appeal;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's appeal against a line of one of their KPIs, or the whole metric.
 *
 * @param line an issue's, article's or learning item's number; empty: the metric as a whole
 * @param lineReason why it was in or out when the appeal was filed
 * @param effect what it changed; empty list until it was recomputed
 */
public record Appeal(
        String no,
        Period quarter,
        UserId person,
        String metric,
        String line,
        String lineReason,
        String statement,
        State state,
        Instant filedAt,
        Instant dueAt,
        Optional<UserId> decider,
        Optional<UserId> decidedBy,
        Optional<Instant> decidedAt,
        String decision,
        Optional<List<Effect>> effect) {

    static final String PREFIX = "APL-";

    /** Where it stands; the label is what people read. */
    public enum State {
        FILED("待指定裁决人"),
        ASSIGNED("裁决中"),
        UPHELD("成立"),
        DISMISSED("不成立"),
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isOpen() {
            return this == FILED || this == ASSIGNED;
        }
    }

    /**
     * One of the person's values before and after, as people read them.
     *
     * @param metric such as P1, SCORE
     */
    public record Effect(String metric, String before, String after) {}

    /** What people call what is appealed against. */
    public String subject() {
        return line.isEmpty() ? metric + " 整项" : metric + " · " + line;
    }
}
