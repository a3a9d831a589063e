package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Completes the open task of a business key on behalf of a person, from doors that are ours. */
@Component
public class OpenTasks {

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
        if (task == null) {
            throw new Refused(which.notOpen());
        }
        var fields = Variables.createVariables();
        answers.forEach(
                (name, value) ->
                        fields.putValueTyped(name, Variables.stringValue(value.toString(), true)));
        Refusals.unwrapped(() -> acting.as(actor, () -> tasks.complete(task.getId(), fields)));
    }
}
