package io.issueloop.process.work;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sets a boundary timer again that has gone off, because what it stood for lies ahead again. The
 * engine's API only moves timers that still wait; this is what it does itself when it enters the
 * activity.
 */
@Component
class FiredTimers {

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;
    private final TaskService tasks;

    FiredTimers(ObjectProvider<ProcessEngineConfigurationImpl> configuration, TaskService tasks) {
        this.configuration = configuration;
        this.tasks = tasks;
    }

    /**
     * @param instance a process instance with a task open inside of the scope
     * @param scope the activity the timer is attached to
     */
    void setAgain(String instance, String scope, String timer) {
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        if (task != null) {
            configuration
                    .getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> create(context, task.getExecutionId(), scope, timer));
        }
    }

    private static boolean create(
            CommandContext context, String execution, String scope, String timer) {
        var leaf = context.getExecutionManager().findExecutionById(execution);
        var activity = leaf.getProcessDefinition().findActivity(scope);
        var declaration = TimerDeclarationImpl.getDeclarationsForScope(activity).get(timer);
        if (declaration == null) {
            return false; // an instance of a model that has no such timer
        }
        declaration.createTimerInstance(
                (ExecutionEntity) leaf.createActivityExecutionMapping().get(activity));
        return true;
    }
}
