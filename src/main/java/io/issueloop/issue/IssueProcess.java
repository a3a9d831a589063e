package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.Map;

/** What an issue asks of the workflow engine. Everything happens in the caller's transaction. */
public interface IssueProcess {

    /** The steps a person does. */
    enum Step {
        TRIAGE,
        ACCEPT,
        HANDLE,
        RESUME,
        ANSWER,
        EVALUATE,
        CONFIRM_OWN,
        COMPLETE_SOLUTION,
        FOLLOW_UP_RATING
    }

    /** Starts {@code issue_lifecycle} for an issue that was just reported. */
    void start(Issue issue);

    /**
     * Completes the open step on behalf of a person, with the same answers the step's form would
     * give.
     *
     * @throws io.issueloop.shared.Refused when the step is not open (any more), or the rules refuse
     *     the answers
     */
    void complete(IssueNo issueNo, Step step, UserId actor, Map<String, Object> answers);
}
