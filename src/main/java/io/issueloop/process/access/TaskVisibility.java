package io.issueloop.process.access;

import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A person sees a task while it is assigned or offered to them, and no longer: the engine's own
 * provider never takes an authorization back. Nobody owns their engine user (it has a password).
 */
class TaskVisibility extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String former, @Nullable String assignee) {
        if (former != null
                && !former.equals(assignee)
                && !former.equals(task.getOwner())
                && !isOffered(task, former)) {
            takeBack(task, former);
        }
        return super.newTaskAssignee(task, former, assignee);
    }

    /** The owner is who holds a task that somebody else does in their place. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(
            Task task, @Nullable String former, @Nullable String owner) {
        if (former != null
                && !former.equals(owner)
                && !former.equals(task.getAssignee())
                && !isOffered(task, former)) {
            takeBack(task, former);
        }
        return super.newTaskOwner(task, former, owner);
    }

    private void takeBack(Task task, String userId) {
        Stream.of(grantsOf(task, userId, null))
                .forEach(Context.getCommandContext().getAuthorizationManager()::delete);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(
            Task task, String userId, String type) {
        return userId.equals(task.getAssignee()) ? null : grantsOf(task, userId, null);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(
            Task task, String groupId, String type) {
        return grantsOf(task, null, groupId);
    }

    private static boolean isOffered(Task task, String userId) {
        return links(task).stream().anyMatch(link -> userId.equals(link.getUserId()));
    }

    private static List<? extends IdentityLink> links(Task task) {
        return Context.getCommandContext()
                .getIdentityLinkManager()
                .findIdentityLinksByTaskId(task.getId());
    }

    private AuthorizationEntity[] grantsOf(
            Task task, @Nullable String userId, @Nullable String groupId) {
        var grant = getGrantAuthorization(task.getId(), userId, groupId, TASK);
        return grant == null ? new AuthorizationEntity[0] : new AuthorizationEntity[] {grant};
    }
}
