package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Set;

/**
 * What a change of hands asks of the workflow engine. Everything happens in the caller's
 * transaction.
 */
public interface HandoverProcess {

    /** Starts {@code leaver_handover}: the lead confirms, or time does. */
    void start(Handover handover, UserId lead);

    /**
     * Completes the lead's task.
     *
     * @throws io.issueloop.shared.Refused when it is done already
     */
    void confirm(Handover handover, UserId actor);

    /**
     * The handler changed while the issue waits for somebody else: whatever comes next is the new
     * one's.
     */
    void handlerChanged(IssueNo issueNo, UserId from, UserId to);

    /** Who of them has an open task. */
    Set<UserId> withTasks(List<UserId> people);

    /** Gives every task a person still has to another one; evaluations end by themselves. */
    void moveTasks(UserId from, UserId to);
}
