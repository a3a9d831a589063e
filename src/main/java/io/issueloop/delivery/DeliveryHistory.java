package io.issueloop.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was asked of WeCom for one business key and what became of it. */
public interface DeliveryHistory {

    /** Oldest first. */
    List<Delivery> of(String businessKey);

    /**
     * @param endedAt empty while it is under way
     * @param problem why it failed, in words; empty otherwise
     */
    record Delivery(
            String effect,
            String subject,
            Instant requestedAt,
            Optional<Instant> endedAt,
            State state,
            Optional<String> problem) {}

    /** How a delivery stands. */
    enum State {
        WAITING("等待"),
        DELIVERED("已发送"),
        FAILED("失败"),
        /** Nobody knows whether it took effect. */
        UNCERTAIN("可能已发送"),
        BY_HAND("待人工办理"),
        DONE_BY_HAND("已人工办理"),
        SKIPPED("未启用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
