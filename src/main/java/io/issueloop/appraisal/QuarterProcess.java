package io.issueloop.appraisal;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the life of a quarter asks of the workflow engine. Everything happens in the caller's
 * transaction.
 */
public interface QuarterProcess {

    /** What a person is asked to do; the label is what the task is called. */
    enum Step {
        CHECK("季末核对"),
        SIGN("申请锁定"),
        CONFIRM("复核锁定"),
        CONFIRM_REOPENING("复核重新打开");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Starts {@code quarter_close}: it waits for the cut-off first. */
    void start(Period quarter, Instant cutOff);

    /** Where it still waits for the cut-off, it waits for this one. */
    void moveCutOff(Period quarter, Instant cutOff);

    /** Starts {@code quarter_close} at the check: after a reopening. */
    void startAtCheck(Period quarter, Instant remindAt);

    /** Starts {@code quarter_reopening}: a second person is asked. */
    void askToReopen(Period quarter, Instant remindAt);

    /** What is asked of people now; empty while nothing is. */
    Optional<Step> openStep(Period quarter);

    /**
     * Completes a step with the answers its form would give.
     *
     * @throws io.issueloop.shared.Refused when it is not open (any more), or the rules refuse
     */
    void complete(Period quarter, Step step, UserId actor, Map<String, Object> answers);

    /** The versions of the decision tables in force, such as {@code classify_issue 3}; sorted. */
    List<String> decisionVersions();
}
