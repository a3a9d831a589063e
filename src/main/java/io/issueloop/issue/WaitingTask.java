package io.issueloop.issue;

import java.time.Instant;
import java.util.Optional;

/**
 * Something around an issue that waits for one person, beside handling and evaluating it.
 *
 * @param dueAt UTC
 */
public record WaitingTask(IssueNo issueNo, Kind kind, Optional<Instant> dueAt) {

    /** What is to be done; names are part of the REST answers. */
    public enum Kind {
        COMPLETE_SOLUTION("补充方案"),
        FOLLOW_UP_RATING("回访低分评价"),
        CONFIRM_OWN("确认自解决"),
        REVIEW_PROPOSAL("确认提议"),
        APPROVE_PAUSE("批准暂停"),
        TRIAGE("人工分诊");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
