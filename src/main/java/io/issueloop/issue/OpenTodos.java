package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything the workflow engine has waiting for a person, whatever it is about. */
public interface OpenTodos {

    /** Assigned to the person, or offered and taken by nobody; the first to be due on top. */
    List<OpenTodo> of(UserId user);

    /**
     * One open task.
     *
     * @param process key of its process, e.g. {@code kpi_appeal}
     * @param task id of its step, e.g. {@code Task_DecideAppeal}
     * @param name what is to be done, in Chinese
     * @param key business key: an issue's number in processes about issues
     * @param summary what it is about, in words; empty where the task shows nothing
     * @param offered whether others may take it as well
     * @param heldBy for whom the person stands in
     */
    record OpenTodo(
            String process,
            String task,
            String name,
            String key,
            String summary,
            Optional<Instant> dueAt,
            boolean offered,
            Optional<UserId> heldBy) {}
}
