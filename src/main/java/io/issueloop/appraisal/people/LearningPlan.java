package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody means to learn in a quarter.
 *
 * @param decidedBy the lead who agreed or returned it last
 * @param turn how often it was submitted
 */
public record LearningPlan(
        String no,
        Period quarter,
        UserId person,
        State state,
        Optional<Instant> submittedAt,
        Optional<UserId> decidedBy,
        String decisionReason,
        int turn,
        List<Item> items) {

    static final String PREFIX = "LP-";

    /** Where it stands; the label is what people read. */
    public enum State {
        DRAFT("草稿"),
        SUBMITTED("待负责人同意"),
        AGREED("已同意"),
        RETURNED("已退回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where an item of an agreed plan stands. */
    public enum ItemState {
        PLANNED("进行中"),
        SUBMITTED("待核验"),
        VERIFIED("已核验"),
        RETURNED("未通过");

        private final String label;

        ItemState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One thing to learn.
     *
     * @param goal how one will see that it was learnt
     * @param weight of 100 for the whole plan
     * @param evidence what the person says was done; link may be empty
     * @param reason what the lead said
     */
    public record Item(
            String no,
            int number,
            String title,
            String goal,
            BigDecimal weight,
            ItemState state,
            String evidence,
            String link,
            String reason,
            int turn) {}

    static String no(Period quarter, UserId person) {
        return PREFIX + quarter + "-" + person;
    }

    boolean isEditable() {
        return state == State.DRAFT || state == State.RETURNED;
    }

    Optional<Item> item(int number) {
        return items.stream().filter(item -> item.number() == number).findFirst();
    }
}
