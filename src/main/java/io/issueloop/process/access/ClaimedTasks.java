package io.issueloop.process.access;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Whoever claimed a task from a group may put it back. The engine asks for the permission to give
 * tasks to anybody, which nobody has here: whose a task is follows from the issue.
 */
class ClaimedTasks extends TaskServiceImpl {

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        Command<Void> assign = new AssignTaskCmd(taskId, userId)::execute;
        commandExecutor.execute(
                context ->
                        userId == null && isClaimed(taskId, context)
                                ? context.runWithoutAuthorization(assign)
                                : assign.execute(context));
    }

    /** By whoever asks, from those it is still offered to. */
    private static boolean isClaimed(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        var who = context.getAuthenticatedUserId();
        return task != null
                && who != null
                && who.equals(task.getAssignee())
                && task.getOwner() == null
                && !task.getCandidates().isEmpty();
    }
}
