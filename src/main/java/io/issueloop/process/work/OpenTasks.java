package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Completes the open task of a business key on behalf of a person, from doors that are ours. */
@Component
public class OpenTasks {

    private static final String OVERTAKEN = "刚刚有人先处理了这一步，请刷新查看最新状态";

    private final TaskService tasks;
    private final Acting acting;

    OpenTasks(TaskService tasks, Acting acting) {
        this.tasks = tasks;
        this.acting = acting;
    }

    /**
     * Which task.
     *
     * @param notOpen what the person reads when there is no such task
     */
    public record Which(String businessKey, String taskKey, String notOpen) {}

    /**
     * @param answers what the task's form would give; kept nowhere
     * @throws Refused when it is not open (any more), somebody was faster, or the rules refuse
     */
    public void complete(Which which, UserId actor, Map<String, Object> answers) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(which.businessKey())
                        .taskDefinitionKey(which.taskKey())
                        .singleResult();
        complete(task, which.notOpen(), actor, answers);
    }

    /** The same for a task that was found otherwise. */
    public void complete(
            @Nullable Task task, String notOpen, UserId actor, Map<String, Object> answers) {
        if (task == null) {
            throw new Refused(notOpen);
        }
        var fields = Variables.createVariables();
        answers.forEach(
                (name, value) ->
                        fields.putValueTyped(name, Variables.stringValue(value.toString(), true)));
        try {
            acting.as(actor, () -> tasks.complete(task.getId(), fields));
        } catch (ProcessEngineException wrapped) {
            throw refusalIn(wrapped).map(RuntimeException.class::cast).orElse(wrapped);
        }
    }

    public boolean isOpen(String businessKey, String taskKey) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskDefinitionKey(taskKey)
                        .count()
                > 0;
    }

    /** The engine wraps what a listener throws; the person is to read the refusal itself. */
    private static Optional<Refused> refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockingException) {
                return Optional.of(new Refused(OVERTAKEN));
            }
        }
        return Optional.empty();
    }
}
