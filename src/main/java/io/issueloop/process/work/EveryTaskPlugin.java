package io.issueloop.process.work;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What happens to every user task, of whatever model and version: a new one says which issue it is
 * about where its model does not, is shown to {@link SubstituteTasks}, and one whose process
 * another transaction has just ended is not completed.
 */
@Component
class EveryTaskPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskGlance> glance;
    private final ObjectProvider<SubstituteTasks> tasks;

    EveryTaskPlugin(ObjectProvider<TaskGlance> glance, ObjectProvider<SubstituteTasks> tasks) {
        this.glance = glance;
        this.tasks = tasks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Watcher());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private final class Watcher extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition =
                    ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addTaskListener(
                    TaskListener.EVENTNAME_CREATE,
                    task -> glance.getObject().showWhereNothingIs(task));
            definition.addTaskListener(
                    TaskListener.EVENTNAME_CREATE, task -> tasks.getObject().created(task));
            definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_COMPLETE, EveryTaskPlugin::refuseEnded);
        }
    }

    /** The row was read before the other transaction ended, the execution is looked for after. */
    private static void refuseEnded(DelegateTask task) {
        if (task.getExecution() == null) {
            throw new OptimisticLockingException(
                    "The process of task %s was ended, updated by another transaction"
                            .formatted(task.getId()));
        }
    }
}
