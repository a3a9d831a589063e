package io.issueloop.collaboration.review;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Map;

/** What a review asks of the workflow engine. Everything happens in the caller's transaction. */
public interface ReviewProcess {

    /** Starts {@code review_meeting} under the review's key. */
    void start(Review review, Timing timing);

    /** The meeting is at another time; the process waits for its end. */
    void moved(String reviewKey, Timing timing);

    /**
     * Completes 记录结论 on behalf of a person, with the answers its form would give.
     *
     * @throws io.issueloop.shared.Refused when the step is not open, or the rules refuse
     */
    void conclude(String reviewKey, UserId actor, Map<String, Object> answers);

    /**
     * Completes 落实改进措施 on behalf of a person.
     *
     * @param number from 1 on
     * @throws io.issueloop.shared.Refused when the step is not open, or the rules refuse
     */
    void measureDone(String reviewKey, int number, UserId actor, Map<String, Object> answers);

    /** When the meeting is over, and when the lead is reminded of writing down what came of it. */
    record Timing(Instant endsAt, Instant remindAt) {}
}
