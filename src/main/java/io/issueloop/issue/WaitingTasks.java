package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.List;

/** What the workflow engine has waiting for people around issues. */
public interface WaitingTasks {

    /** The most urgent first. */
    List<WaitingTask> of(UserId user);
}
