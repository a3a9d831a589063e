package io.issueloop.appraisal.targets;

import java.math.BigDecimal;

/** The decision table that suggests how a target should move (kpi.md §6). */
public interface TargetAdvice {

    /**
     * What two quarters running say of one metric; percentages of the quarter's own target.
     *
     * @param sufficient both have a value that is not 样本不足
     * @param margin by which the target was beaten, the smaller of the two; negative when missed
     * @param attainment the larger of the two
     * @param sample the smaller of the two
     */
    record Question(boolean sufficient, BigDecimal margin, BigDecimal attainment, long sample) {}

    /** Which way. */
    enum Move {
        TIGHTEN("收紧"),
        RELAX("放宽"),
        KEEP("保持");

        private final String label;

        Move(String label) {
            this.label = label;
        }

        /** The word of the table. */
        public String label() {
            return label;
        }

        /**
         * @throws IllegalArgumentException when the table knows another word
         */
        public static Move labelled(String label) {
            for (var move : values()) {
                if (move.label.equals(label)) {
                    return move;
                }
            }
            throw new IllegalArgumentException("no such advice: " + label);
        }
    }

    /**
     * @param maxStep in percent of the target
     * @param marginShare tighten by no more than so many percent of the margin
     */
    record Answer(Move move, BigDecimal maxStep, BigDecimal marginShare, String explanation) {}

    /**
     * What a suggestion stays within.
     *
     * @param grain suggestions are multiples of it
     */
    record Bounds(BigDecimal lowest, BigDecimal highest, BigDecimal grain) {}

    Answer advise(Question question);

    Bounds bounds(String metric);
}
