package io.issueloop.bench;

import io.issueloop.issue.KeywordText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The beans the models name, reduced to the variables they set: no domain, no table of ours. What
 * they leave out is found and named by {@link Shape}, so that both sides do the same.
 */
final class BareSteps {

    private static final List<String> HANDLERS = List.of("zhangwei", "liuyang", "huanglei");

    private BareSteps() {}

    static Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("readIssueTextListener", (ExecutionListener) BareSteps::readText);
        beans.put("recordClassificationListener", (ExecutionListener) BareSteps::takeCategory);
        beans.put("recordServiceLevelListener", (ExecutionListener) BareSteps::takeLevel);
        beans.put("openClockListener", (ExecutionListener) BareSteps::openClock);
        beans.put("assignHandlerDelegate", (JavaDelegate) BareSteps::assign);
        beans.put("dispatchTodoDelegate", (JavaDelegate) BareSteps::startDeliveries);
        beans.put("showIssueListener", (TaskListener) BareSteps::show);
        return beans;
    }

    private static void readText(DelegateExecution execution) {
        var text = KeywordText.of(Texts.description(execution.getProcessBusinessKey()));
        execution.setVariableLocal("text", Variables.stringValue(text, true));
        execution.setVariableLocal("majorTicked", Variables.booleanValue(false, true));
    }

    private static void takeCategory(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        execution.setVariable("categoryClear", true);
        execution.setVariable("category", result.getSingleResult().getEntry("category"));
    }

    private static void takeLevel(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        execution.setVariable("isMajor", result.getSingleResult().getEntry("isMajor"));
    }

    /** When the three timers at the handling go off. */
    private static void openClock(DelegateExecution execution) {
        var now = Instant.now();
        execution.setVariable("remindAt", Date.from(now.plus(2, ChronoUnit.DAYS)));
        execution.setVariable("urgeAt", Date.from(now.plus(3, ChronoUnit.DAYS)));
        execution.setVariable("escalateAt", Date.from(now.plus(4, ChronoUnit.DAYS)));
        execution.setVariable("accepted", false);
    }

    private static void assign(DelegateExecution execution) {
        var number = Math.abs(execution.getProcessBusinessKey().hashCode());
        execution.setVariable("handlerId", HANDLERS.get(number % HANDLERS.size()));
    }

    /** One per effect the product requests when it dispatches an issue for the first time. */
    private static void startDeliveries(DelegateExecution execution) {
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        var key = execution.getProcessBusinessKey();
        for (var effect : List.of("TODO_CARD", "TRACKING_ROW", "AGENDA")) {
            runtime.startProcessInstanceByKey("wecom_delivery", key, Map.of("effect", effect));
        }
        runtime.startProcessInstanceByKey(
                "wecom_delivery", key, Map.of("effect", "NOTICE", "subject", "RECEIVED:zhaomin:1"));
    }

    private static void show(DelegateTask task) {
        task.setDueDate(new Date());
        var key = task.getExecution().getProcessBusinessKey();
        var head = "%s　高　技术\n提报人：赵敏　关联项目：%s\n截止：11月23日（周一）18:00\n\n";
        task.setVariableLocal(
                "summary", head.formatted(key, Texts.PROJECT) + Texts.description(key));
    }
}
