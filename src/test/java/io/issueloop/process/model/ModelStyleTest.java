package io.issueloop.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.process.ProcessVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** style.md §5.3 and §5.4, over every model that is shipped. */
class ModelStyleTest {

    private static final Map<Class<? extends BaseElement>, String> IDS =
            Map.of(
                    StartEvent.class, "StartEvent_",
                    EndEvent.class, "EndEvent_",
                    BoundaryEvent.class, "BoundaryEvent_",
                    IntermediateCatchEvent.class, "Event_",
                    ExclusiveGateway.class, "Gateway_",
                    CallActivity.class, "CallActivity_",
                    UserTask.class, "Task_",
                    ServiceTask.class, "Task_",
                    SubProcess.class, "SubProcess_");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{!?\\s*(\\w+)");

    private static final int MOST_NODES = 20;

    static Stream<Path> bpmn() {
        return Models.bpmn();
    }

    static Stream<Path> dmn() {
        return Models.dmn();
    }

    static Stream<Path> forms() {
        return Models.forms();
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void theProcessIsNamedAfterItsFile(Path file) {
        var process = only(file);
        assertThat(process.getId()).isEqualTo(Models.stem(file));
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void everyElementIsNamedAsAgreed(Path file) {
        for (var node : Models.process(file).getModelElementsByType(FlowNode.class)) {
            var prefix =
                    IDS.entrySet().stream()
                            .filter(entry -> entry.getKey().isInstance(node))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("Task_");
            assertThat(node.getId()).startsWith(prefix);
            if (node instanceof ExclusiveGateway gateway) {
                gatewayIsNamedAsAgreed(gateway);
            } else {
                assertThat(node.getName())
                        .as(node.getId())
                        .containsPattern(CHINESE)
                        .hasSizeLessThanOrEqualTo(14);
            }
        }
    }

    /**
     * What the eye takes in at once: docs/decisions/0029. A process and each of its sub-processes
     * are a level of their own; an event sub-process lies beside the flow and is none of its steps.
     */
    @ParameterizedTest
    @MethodSource("bpmn")
    void noLevelHasMoreThanTwentyNodes(Path file) {
        var model = Models.process(file);
        model.getModelElementsByType(Process.class)
                .forEach(level -> isReadable(level.getId(), level.getFlowElements()));
        model.getModelElementsByType(SubProcess.class)
                .forEach(level -> isReadable(level.getId(), level.getFlowElements()));
    }

    private static void isReadable(String level, Collection<FlowElement> elements) {
        var nodes =
                elements.stream()
                        .filter(FlowNode.class::isInstance)
                        .filter(node -> !(node instanceof SubProcess sub && sub.triggeredByEvent()))
                        .map(FlowElement::getId)
                        .toList();
        assertThat(nodes).as(level).hasSizeLessThanOrEqualTo(MOST_NODES);
    }

    private static void gatewayIsNamedAsAgreed(ExclusiveGateway gateway) {
        if (gateway.getIncoming().size() > 1) {
            assertThat(gateway.getName()).as(gateway.getId()).isNull();
            assertThat(gateway.getOutgoing()).as("joins and splits at once").hasSize(1);
        } else {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
            assertThat(gateway.getDefault()).as(gateway.getId() + " default").isNotNull();
            gateway.getOutgoing()
                    .forEach(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void everyTaskAndTimerIsDocumented(Path file) {
        var model = Models.process(file);
        Stream.of(
                        UserTask.class,
                        BoundaryEvent.class,
                        ServiceTask.class,
                        IntermediateCatchEvent.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .forEach(
                        element ->
                                assertThat(((BaseElement) element).getDocumentations())
                                        .as(((BaseElement) element).getId())
                                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void userTasksHaveAFormAndCallsPassTheBusinessKeyOn(Path file) throws IOException {
        var model = Models.process(file);
        for (var task : model.getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).exists();
        }
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            assertThat(Path.of("bpmn", call.getCalledElement() + ".bpmn")).exists();
        }
        var calls = model.getModelElementsByType(CallActivity.class).size();
        assertThat(Files.readString(file).split("camunda:in businessKey=", -1)).hasSize(calls + 1);
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void aTaskThatIsAJobSaysHowOftenItIsRetried(Path file) throws IOException {
        var asynchronous =
                Models.process(file).getModelElementsByType(ServiceTask.class).stream()
                        .filter(ServiceTask::isCamundaAsyncBefore)
                        .count();
        assertThat(Files.readString(file).split("<camunda:failedJobRetryTimeCycle>", -1))
                .hasSize((int) asynchronous + 1);
    }

    @Test
    void everyBeanInAModelExistsAndEveryBeanIsInAModel() {
        var named =
                Models.bpmn()
                        .flatMap(file -> found(BEAN, read(file)))
                        .collect(Collectors.toCollection(TreeSet::new));
        named.remove("execution");
        assertThat(named).isEqualTo(beans());
    }

    @ParameterizedTest
    @MethodSource("bpmn")
    void everyVariableIsDeclared(Path file) {
        assertThat(ProcessVariables.names()).containsAll(found(VARIABLE, read(file)).toList());
    }

    @ParameterizedTest
    @MethodSource("dmn")
    void decisionsAreNamedAndEveryRuleIsExplained(Path file) {
        var model = Models.decision(file);
        var decisions = model.getModelElementsByType(Decision.class);
        assertThat(decisions).extracting(Decision::getId).contains(Models.stem(file));
        assertThat(decisions)
                .allSatisfy(
                        decision -> {
                            assertThat(decision.getName()).containsPattern(CHINESE);
                            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
                        });
        assertThat(model.getModelElementsByType(DecisionTable.class)).isNotEmpty();
        assertThat(model.getModelElementsByType(Rule.class))
                .allSatisfy(
                        rule ->
                                assertThat(rule.getDescription().getTextContent())
                                        .containsPattern(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formsAreNamedAndTheirFieldsAreNoVariables(Path file) throws IOException {
        var form = new ObjectMapper().readTree(file.toFile());
        assertThat(form.path("id").asText()).isEqualTo(Models.stem(file));
        for (var component : form.path("components")) {
            if (component.has("key")) {
                var key = component.path("key").asText();
                assertThat(component.path("id").asText()).isEqualTo("Field_" + key);
                assertThat(component.path("label").asText()).containsPattern(CHINESE);
                assertThat(ProcessVariables.isDeclared(key)).as(key).isFalse();
            }
        }
    }

    private static Process only(Path file) {
        var processes = Models.process(file).getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .forEach(type -> scanner.addIncludeFilter(new AssignableTypeFilter(type)));
        return scanner.findCandidateComponents("io.issueloop.process").stream()
                .map(bean -> bean.getBeanClassName().replaceFirst(".*\\.", ""))
                .filter(
                        name ->
                                !name.contains("$")
                                        && (name.endsWith("Delegate") || name.endsWith("Listener")))
                .filter(name -> !name.startsWith("Test"))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
