package io.issueloop.process.jobs;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Beside the incident of a job that has been given up, a person is asked: where the model has for
 * the activity {@code Task_X} a user task {@code Task_XByHand}, that task is started in the same
 * instance. The job stays as it is: a retry in Cockpit still heals it.
 */
final class HumanTask {

    private static final String SUFFIX = "ByHand";

    private HumanTask() {}

    /** Starts it, unless it is open already or the instance's model has none. */
    static void besides(JobEntity job, CommandContext context) {
        var task = job.getActivityId() + SUFFIX;
        var instance = job.getProcessInstanceId();
        if (instance == null
                || !isModelled(task, job, context)
                || isOpen(task, instance, context)) {
            return;
        }
        context.runWithoutAuthorization(
                () -> {
                    context.getProcessEngineConfiguration()
                            .getRuntimeService()
                            .createProcessInstanceModification(instance)
                            .startBeforeActivity(task)
                            .execute();
                    return null;
                });
    }

    private static boolean isModelled(String task, JobEntity job, CommandContext context) {
        return context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                        .findActivity(task)
                != null;
    }

    private static boolean isOpen(String task, String instance, CommandContext context) {
        return context.getTaskManager().findTasksByProcessInstanceId(instance).stream()
                .anyMatch(open -> task.equals(open.getTaskDefinitionKey()));
    }
}
