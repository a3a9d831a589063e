package io.issueloop.process.review;

import io.issueloop.process.work.Acting;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes an open task as its form would, with answers the engine never keeps. */
@Component
public class TaskCompletion {

    private final TaskService tasks;
    private final Acting acting;

    TaskCompletion(TaskService tasks, Acting acting) {
        this.tasks = tasks;
        this.acting = acting;
    }

    /**
     * @throws Refused with {@code otherwise} when there is no such task (any more)
     */
    public void complete(
            @Nullable Task task, UserId actor, Map<String, Object> answers, String otherwise) {
        if (task == null) {
            throw new Refused(otherwise);
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

    /** The engine wraps what a listener throws; the person is to read the refusal itself. */
    private static Optional<Refused> refusalIn(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
