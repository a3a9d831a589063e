package io.issueloop.process.work;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Words for stories about one delivery: the task 人工办理, the failed job and its incident. */
record HandWork(
        TaskService tasks,
        RuntimeService runtime,
        ManagementService management,
        HistoryService history,
        Acting acting) {

    List<Task> open(IssueNo issueNo, String effect) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Task_DeliverByHand")
                .processInstanceBusinessKey(issueNo.value())
                .processVariableValueEquals("effect", effect)
                .list();
    }

    /** The one task there is. */
    Task task(IssueNo issueNo, String effect) {
        var open = open(issueNo, effect);
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " tasks for " + effect);
        }
        return open.get(0);
    }

    String shown(Task task, String variable) {
        return String.valueOf(tasks.getVariableLocal(task.getId(), variable));
    }

    void done(Task task, UserId by, String reference) {
        answer(task, by, Map.of("handWorkResult", "done", "reference", reference));
    }

    void again(Task task, UserId by) {
        answer(task, by, Map.of("handWorkResult", "again"));
    }

    private void answer(Task task, UserId by, Map<String, Object> fields) {
        acting.as(by, () -> tasks.complete(task.getId(), fields));
    }

    boolean isOver(IssueNo issueNo, String effect) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(issueNo.value(), "wecom_delivery")
                        .variableValueEquals("effect", effect)
                        .count()
                == 0;
    }

    /** The jobs of this effect that are not over. */
    List<Job> jobs(IssueNo issueNo, String effect) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value(), "wecom_delivery")
                .variableValueEquals("effect", effect)
                .list()
                .stream()
                .flatMap(
                        one ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(one.getId())
                                        .list()
                                        .stream())
                .toList();
    }

    void runs(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            // what it leaves behind is what the test looks at
        }
    }

    /** Until nobody tries any more. */
    void failsToTheEnd(IssueNo issueNo, String effect) {
        for (int tries = 0; tries < 6; tries++) {
            jobs(issueNo, effect).stream().filter(job -> job.getRetries() > 0).forEach(this::runs);
        }
    }

    long incidents(IssueNo issueNo, String effect) {
        return jobs(issueNo, effect).stream()
                .mapToLong(job -> runtime.createIncidentQuery().configuration(job.getId()).count())
                .sum();
    }

    /** As an administrator does in Cockpit. */
    void retried(IssueNo issueNo, String effect) {
        for (var job : jobs(issueNo, effect)) {
            management.setJobRetries(job.getId(), 1);
            runs(job);
        }
    }

    /** Everything the engine remembers of these variables. */
    long traces(String... variables) {
        return history.createHistoricVariableInstanceQuery().variableNameIn(variables).count();
    }
}
