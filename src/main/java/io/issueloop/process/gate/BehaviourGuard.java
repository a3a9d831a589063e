package io.issueloop.process.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.CaseCallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ClassDelegateActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MailActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.ClassDelegateExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.listener.ExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.listener.ScriptExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.ClassDelegateTaskListener;
import org.camunda.bpm.engine.impl.task.listener.ExpressionTaskListener;
import org.camunda.bpm.engine.impl.task.listener.ScriptTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Looks at what the engine made of a model and stops it where that would run foreign code. */
class BehaviourGuard extends AbstractBpmnParseListener {

    private static final Set<Class<?>> REFUSED =
            Set.of(
                    ShellActivityBehavior.class,
                    MailActivityBehavior.class,
                    ScriptTaskActivityBehavior.class,
                    ClassDelegateActivityBehavior.class,
                    ServiceTaskExpressionActivityBehavior.class,
                    ExternalTaskActivityBehavior.class,
                    CaseCallActivityBehavior.class,
                    ClassDelegateExecutionListener.class,
                    ExpressionExecutionListener.class,
                    ScriptExecutionListener.class,
                    ClassDelegateTaskListener.class,
                    ExpressionTaskListener.class,
                    ScriptTaskListener.class);

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        refuseListeners(process.getListeners(), process.getKey());
        process.getTaskDefinitions().values().forEach(BehaviourGuard::refuseTask);
        refuseActivities(process);
    }

    private static void refuseActivities(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            refuse(activity.getActivityBehavior(), activity.getId());
            refuseListeners(activity.getListeners(), activity.getId());
            refuseActivities(activity);
        }
    }

    private static void refuseTask(TaskDefinition task) {
        task.getTaskListeners().values().forEach(several -> refuseAll(several, task.getKey()));
        refuseForm(task.getFormKey(), task.getKey());
        refuseForm(task.getFormDefinition().getFormKey(), task.getKey());
    }

    private static void refuseForm(@Nullable Expression formKey, String id) {
        if (formKey != null) {
            throw refused(id, "表单只能用 formRef 引用");
        }
    }

    private static void refuseListeners(
            Map<String, List<DelegateListener<? extends BaseDelegateExecution>>> listeners,
            String id) {
        listeners.values().forEach(several -> refuseAll(several, id));
    }

    private static void refuseAll(Collection<?> several, String id) {
        several.forEach(one -> refuse(one, id));
    }

    private static void refuse(@Nullable Object behaviour, String id) {
        if (behaviour != null && REFUSED.contains(behaviour.getClass())) {
            throw refused(id, "不允许执行 " + behaviour.getClass().getSimpleName());
        }
    }

    private static ProcessEngineException refused(String id, String reason) {
        return new ProcessEngineException("元素 %s：%s".formatted(id, reason));
    }
}
