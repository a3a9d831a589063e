package io.issueloop.process.editor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine keeps a task's name when it migrates the task: whoever has it would miss the new one.
 */
@Component
class TaskNames {

    private final RepositoryService repository;
    private final TaskService tasks;

    TaskNames(RepositoryService repository, TaskService tasks) {
        this.repository = repository;
        this.tasks = tasks;
    }

    /** Gives the open tasks of a migrated instance the names of the version it is on now. */
    void renew(String instance, MigrationPlan plan) {
        var before = names(plan.getSourceProcessDefinitionId());
        var now = names(plan.getTargetProcessDefinitionId());
        var sources = sources(plan);
        for (var task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            var key = task.getTaskDefinitionKey();
            var was = sources.getOrDefault(key, List.of());
            if (now.containsKey(key)
                    && was.stream().anyMatch(one -> isCalled(task, before.get(one)))) {
                rename(task, now.get(key));
            }
        }
    }

    /** A name somebody gave this very task stays. */
    private static boolean isCalled(Task task, @Nullable String name) {
        return name != null && name.equals(task.getName());
    }

    /** A step may take the place of several. */
    private static Map<String, List<String>> sources(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .collect(
                        Collectors.groupingBy(
                                MigrationInstruction::getTargetActivityId,
                                Collectors.mapping(
                                        MigrationInstruction::getSourceActivityId,
                                        Collectors.toList())));
    }

    private void rename(Task task, String name) {
        if (!name.equals(task.getName())) {
            task.setName(name);
            tasks.saveTask(task);
        }
    }

    private Map<String, String> names(String definition) {
        return repository
                .getBpmnModelInstance(definition)
                .getModelElementsByType(UserTask.class)
                .stream()
                .filter(task -> task.getName() != null && !task.getName().contains("{"))
                .collect(Collectors.toMap(UserTask::getId, UserTask::getName));
    }
}
