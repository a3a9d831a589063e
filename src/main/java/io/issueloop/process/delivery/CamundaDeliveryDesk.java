package io.issueloop.process.delivery;

import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.DeliveryDesk;
import io.issueloop.delivery.DeliveryHistory.State;
import io.issueloop.process.ProcessVariables;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retries as Cockpit does, and completes 人工办理 as its form does. */
@Component
@Transactional
class CamundaDeliveryDesk implements DeliveryDesk {

    private static final int MOST = 1000;

    private final OpenDeliveries deliveries;
    private final Deliveries effects;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final OpenTasks completion;

    CamundaDeliveryDesk(
            OpenDeliveries deliveries,
            Deliveries effects,
            ManagementService management,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identity,
            OpenTasks completion) {
        this.deliveries = deliveries;
        this.effects = effects;
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.completion = completion;
    }

    @Override
    public List<OpenDelivery> open(int most) {
        return deliveries.list(most);
    }

    @Override
    public List<Trouble> troubles(int most) {
        return deliveries.troubles(most);
    }

    @Override
    public void retry(String id, UserId by) {
        effects.requireAutomatic(effect(id));
        var jobs = management.createJobQuery().processInstanceId(id).list();
        if (jobs.isEmpty()) {
            complete(id, by, Map.of("handWorkResult", "again"));
        }
        jobs.forEach(job -> again(job, by));
    }

    @Override
    public int retryAll(UserId by) {
        var failed =
                open(MOST).stream()
                        .filter(one -> one.state() == State.FAILED)
                        .filter(one -> effects.isAutomatic(one.effect()))
                        .toList();
        failed.forEach(one -> retry(one.id(), by));
        return failed.size();
    }

    @Override
    public void done(String id, String reference, UserId by) {
        effect(id);
        complete(id, by, Map.of("handWorkResult", "done", "reference", reference));
    }

    @Override
    public void retryTrouble(String job, UserId by) {
        var found = management.createJobQuery().jobId(job).noRetriesLeft().singleResult();
        if (found != null) {
            again(found, by);
        }
    }

    /** The effect of a delivery that is not over. */
    private String effect(String id) {
        var instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .processDefinitionKey("wecom_delivery")
                        .singleResult();
        if (instance == null) {
            throw new Refused("这项投递已经办完，请刷新页面");
        }
        return String.valueOf(runtime.getVariable(id, ProcessVariables.EFFECT.name()));
    }

    /**
     * The retry under the person's name, so that the engine's log of operations tells who it was;
     * that it is due now is ours, since nobody but the engine may move a job.
     */
    private void again(Job job, UserId by) {
        management.setJobDuedate(job.getId(), ClockUtil.getCurrentTime());
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(by.value(), deliveries.groupsOf(by));
        try {
            management.setJobRetries(job.getId(), Math.max(1, job.getRetries()));
        } finally {
            identity.clearAuthentication();
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    private void complete(String id, UserId by, Map<String, Object> answers) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceId(id)
                        .taskDefinitionKey(HandTasks.TASK)
                        .singleResult();
        completion.complete(task, "这项投递现在不需要人工办理，请刷新页面", by, answers);
    }
}
