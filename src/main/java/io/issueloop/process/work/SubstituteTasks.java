package io.issueloop.process.work;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tasks of somebody who is away are assigned to the substitute, so that Tasklist lets them work;
 * the absent holder stays the task's owner and gets it back afterwards.
 */
@Component
class SubstituteTasks {

    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;

    SubstituteTasks(
            ObjectProvider<StandIns> standIns,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime) {
        this.standIns = standIns;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Whom the task is for: its owner while somebody else is to do it. */
    static UserId holder(Task task) {
        return UserId.of(task.getOwner() == null ? task.getAssignee() : task.getOwner());
    }

    /** A task has come into being, inside the engine. */
    void created(DelegateTask task) {
        if (task.getAssignee() == null || task.getOwner() != null) {
            return;
        }
        var holder = UserId.of(task.getAssignee());
        of(task.getTaskDefinitionKey())
                .flatMap(
                        kind ->
                                kind.standIn(
                                        businessKey(task), task.getTaskDefinitionKey(), holder))
                .ifPresent(
                        stand -> {
                            task.setOwner(holder.value());
                            task.setAssignee(stand.value());
                        });
    }

    /** The member has left for a while, or is here again. */
    void settle(UserId member) {
        var query = tasks.getObject();
        Stream.of(
                        query.createTaskQuery().taskAssignee(member.value()).list(),
                        query.createTaskQuery().taskOwner(member.value()).list())
                .flatMap(List::stream)
                .filter(task -> holder(task).equals(member))
                .forEach(this::settle);
    }

    /** Whoever holds a task that somebody else is to do. */
    List<UserId> holders() {
        return tasks
                .getObject()
                .createNativeTaskQuery()
                .sql("select * from act_ru_task where owner_ is not null")
                .list()
                .stream()
                .map(SubstituteTasks::holder)
                .distinct()
                .toList();
    }

    private void settle(Task task) {
        var step = task.getTaskDefinitionKey();
        var holder = holder(task);
        of(step).ifPresent(
                        kind ->
                                kind.standIn(businessKey(task), step, holder)
                                        .ifPresentOrElse(
                                                stand -> give(task, holder, stand),
                                                () -> giveBack(task)));
    }

    private Optional<StandIns> of(String step) {
        return standIns.stream().filter(kind -> kind.steps().contains(step)).findFirst();
    }

    private void give(Task task, UserId holder, UserId stand) {
        if (!stand.value().equals(task.getAssignee())) {
            tasks.getObject().setOwner(task.getId(), holder.value());
            tasks.getObject().setAssignee(task.getId(), stand.value());
        }
    }

    /** The task is its holder's again. */
    void giveBack(Task task) {
        if (task.getOwner() != null) {
            hand(task, holder(task));
        }
    }

    /** The task is this member's from now on, whoever held it or was to do it. */
    void hand(Task task, UserId to) {
        var service = tasks.getObject();
        service.setAssignee(task.getId(), to.value());
        if (task.getOwner() != null) {
            var handed = service.createTaskQuery().taskId(task.getId()).singleResult();
            handed.setOwner(null); // setOwner(id, null) is refused
            service.saveTask(handed);
        }
    }

    private static String businessKey(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private String businessKey(Task task) {
        var instance =
                runtime.getObject()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult();
        return instance.getBusinessKey();
    }
}
