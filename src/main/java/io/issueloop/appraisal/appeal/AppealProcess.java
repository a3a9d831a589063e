package io.issueloop.appraisal.appeal;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Map;

/** What an appeal asks of the engine; everything happens in the caller's transaction. */
public interface AppealProcess {

    /** Starts {@code kpi_appeal} under the appeal's number. */
    void start(String no, Timing timing);

    /**
     * Completes 指定裁决人 on behalf of a person.
     *
     * @throws io.issueloop.shared.Refused when it is not open, or the rules refuse
     */
    void assign(String no, UserId actor, Map<String, Object> answers);

    /**
     * Completes 裁决申诉 on behalf of a person.
     *
     * @throws io.issueloop.shared.Refused when it is not open, or the rules refuse
     */
    void decide(String no, UserId actor, Map<String, Object> answers);

    /** Another person is to decide. */
    void reassigned(String no, UserId decider);

    /** The person took it back: nothing waits any more. */
    void withdrawn(String no);

    /** When people are reminded, and when it is escalated. */
    record Timing(Instant remindAssignmentAt, Instant remindDeciderAt, Instant dueAt) {}
}
