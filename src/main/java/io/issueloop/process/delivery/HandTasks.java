package io.issueloop.process.delivery;

import static io.issueloop.process.ProcessVariables.EFFECT;
import static io.issueloop.process.ProcessVariables.SUBJECT;
import static io.issueloop.process.ProcessVariables.SUMMARY;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.ByHand.Who;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.InVain;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.issue.IssueNo;
import io.issueloop.process.FormText;
import io.issueloop.process.access.Groups;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The tasks 人工办理: what they say, and that nobody is asked twice for the same thing. What they show
 * is local to the task; the text to paste is no declared variable, so that history keeps none of
 * it.
 */
@Component
class HandTasks {

    static final String TASK = "Task_DeliverByHand";

    private static final String CONTENT = "content";
    private static final int PIECES = 3;
    private static final int PIECE = 4000;
    private static final int MAX_SUMMARY = 500;

    private final Deliveries deliveries;
    private final Directory directory;
    private final TaskService tasks;

    HandTasks(Deliveries deliveries, Directory directory, TaskService tasks) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.tasks = tasks;
    }

    /**
     * Whether somebody was asked already for the same effect on the same thing, by another
     * delivery: that task now says what there is to do.
     *
     * @throws AskedAlready when it was this delivery, which had failed before
     */
    boolean joined(DelegateExecution execution) {
        if (open(execution).stream().anyMatch(task -> isOf(execution, task))) {
            throw new AskedAlready(businessKey(execution));
        }
        return renewed(execution);
    }

    /** Makes the open tasks for the same effect on the same thing say what there is to do now. */
    boolean renewed(DelegateExecution execution) {
        var open = open(execution);
        for (var task : open) {
            var work = words(execution);
            task.setName(work.title());
            tasks.saveTask(task);
            tasks.setVariablesLocal(task.getId(), shown(execution, work));
        }
        return !open.isEmpty();
    }

    ByHand words(DelegateExecution execution) {
        return deliveries.byHand(
                businessKey(execution), EFFECT.from(execution), SUBJECT.find(execution).orElse(""));
    }

    /** The group that may see and do it. */
    static String group(ByHand work) {
        return work.who() == Who.KPI_ADMINS ? Groups.KPI_ADMINS : Groups.PROCESS_ADMINS;
    }

    /**
     * @throws Refused when this member does not have the role, engine administrators included
     */
    void requireMay(UserId actor, DelegateExecution execution) {
        var role = words(execution).who() == Who.KPI_ADMINS ? Role.KPI_ADMIN : Role.PROCESS_ADMIN;
        if (directory.member(actor).filter(member -> member.is(role)).isEmpty()) {
            throw new Refused("只有" + role.label() + "可以办理这项任务");
        }
    }

    /** The variables of the form, each no longer than the engine's column. */
    static Map<String, Object> shown(DelegateExecution execution, ByHand work) {
        var variables = new HashMap<String, Object>();
        var key = businessKey(execution);
        var about = IssueNo.isIssueNo(key) ? "\n关于问题 " + key : "";
        var instructions = cut(FormText.plain(work.instructions()), MAX_SUMMARY - about.length());
        variables.put(SUMMARY.name(), instructions + about);
        variables.put("referenceWanted", work.reference().name());
        var text = cut(work.text(), PIECES * PIECE);
        for (int piece = 0; piece < PIECES; piece++) {
            var from = Math.min(text.length(), piece * PIECE);
            var to = Math.min(text.length(), from + PIECE);
            variables.put(CONTENT + (piece + 1), text.substring(from, to));
        }
        return variables;
    }

    private List<Task> open(DelegateExecution execution) {
        var query =
                tasks.createTaskQuery()
                        .taskDefinitionKey(TASK)
                        .processInstanceBusinessKey(businessKey(execution))
                        .processVariableValueEquals(EFFECT.name(), EFFECT.from(execution));
        SUBJECT.find(execution)
                .ifPresent(subject -> query.processVariableValueEquals(SUBJECT.name(), subject));
        return query.list();
    }

    private static boolean isOf(DelegateExecution execution, Task task) {
        return execution.getProcessInstanceId().equals(task.getProcessInstanceId());
    }

    private static String cut(String text, int most) {
        return Excerpt.of(text, most);
    }

    /** The mode changed after this delivery had failed: its task 人工办理 is open, and stays so. */
    static class AskedAlready extends RuntimeException implements InVain {
        AskedAlready(String businessKey) {
            super(businessKey + "：该能力已改为人工办理，请在任务「人工办理」中完成，或先把能力改回自动");
        }

        @Override
        public boolean isInVain() {
            return true;
        }
    }
}
