package io.issueloop.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.process.EngineUnderTest;
import io.issueloop.process.TestDelegates;
import io.issueloop.process.TestModels;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same attacks with the gate taken out: what runs below it stops them alone. */
@EngineUnderTest
class RuntimeRestrictionsTest {

    static final AtomicInteger DAMAGE = new AtomicInteger();

    /** What an attacker would like to have instantiated. */
    public static class Evil implements JavaDelegate {
        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            DAMAGE.incrementAndGet();
        }
    }

    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired DecisionService decisions;
    @Autowired TestDelegates.Counting counting;
    @TempDir Path folder;

    @BeforeEach
    void gateOff() {
        var withoutGate = new ArrayList<>(engine.getDeployers());
        assertThat(withoutGate.removeIf(GateDeployer.class::isInstance)).isTrue();
        engine.getDeploymentCache().setDeployers(withoutGate);
    }

    @AfterEach
    void gateOn() {
        engine.getDeploymentCache().setDeployers(engine.getDeployers());
    }

    private void deploy(String name, byte[] content) {
        repository
                .createDeployment()
                .addInputStream(name, new ByteArrayInputStream(content))
                .deploy();
    }

    private void run(String inside) {
        deploy("probe.bpmn", TestModels.process(inside));
        runtime.startProcessInstanceByKey("probe", "KEY-1", Map.of("x", "text", "list", 3L));
    }

    private void stopped(String inside) {
        var damage = DAMAGE.get();
        assertThatThrownBy(() -> run(inside)).as(inside).isInstanceOf(ProcessEngineException.class);
        assertThat(DAMAGE.get()).isEqualTo(damage);
    }

    @Test
    void ourOwnModelsRun() {
        var before = counting.calls.get();
        run(
                """
                <serviceTask id="step" camunda:delegateExpression="#{countingDelegate}"/>
                <sequenceFlow id="f2" sourceRef="step" targetRef="gw"/>
                <exclusiveGateway id="gw" default="f4"/>
                <sequenceFlow id="f3" sourceRef="gw" targetRef="task"><conditionExpression
                  xsi:type="tFormalExpression">#{x == 'text' and list &gt; 2}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="f4" sourceRef="gw" targetRef="end"/><endEvent id="end"/>
                <userTask id="task" name="任务 #{execution.processBusinessKey}"
                  camunda:assignee="#{x}"><extensionElements><camunda:taskListener event="create"
                  delegateExpression="#{noteListener}"/></extensionElements></userTask>
                """);
        assertThat(counting.calls.get()).isEqualTo(before + 1);
        var task = tasks.createTaskQuery().taskName("任务 KEY-1").singleResult();
        assertThat(task.getAssignee()).isEqualTo("text");
        assertThat(task.getDescription()).isEqualTo("已通知");
    }

    @Test
    void shellTaskDoesNotRunACommand() {
        var file = folder.resolve("pwned");
        stopped(
                """
                <serviceTask id="step" camunda:type="shell"><extensionElements>
                <camunda:field name="command" stringValue="touch"/>
                <camunda:field name="arg1" stringValue="%s"/></extensionElements></serviceTask>"""
                        .formatted(file));
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void reflectionInJuelDoesNotRunACommand() {
        var file = folder.resolve("pwned");
        var attack =
                "#{x.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('touch %s')}";
        stopped("<userTask id='step' camunda:assignee=\"%s\"/>".formatted(attack.formatted(file)));
        assertThat(Files.exists(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='step' camunda:class='io.issueloop.process.gate.RuntimeRestrictionsTest$Evil'/>",
                "<serviceTask id='step' activiti:class='io.issueloop.process.gate.RuntimeRestrictionsTest$Evil'/>",
                "<serviceTask id='step' camunda:expression='#{countingDelegate.execute(execution)}'/>",
                "<serviceTask id='step' camunda:type='mail'><extensionElements><camunda:field name='to'"
                        + " stringValue='a@b'/><camunda:field name='text' stringValue='t'/>"
                        + "</extensionElements></serviceTask>",
                "<serviceTask id='step' camunda:type='external' camunda:topic='t'/>",
                "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<scriptTask id='step' scriptFormat='juel'><script>${1}</script></scriptTask>",
                "<serviceTask id='step' camunda:delegateExpression='#{secretVault}'/>",
                "<userTask id='step' camunda:assignee='#{secretVault}'/>",
                "<userTask id='step' camunda:assignee=\"#{x['class']}\"/>",
                "<userTask id='step' camunda:assignee='#{x.bytes}'/>",
                "<userTask id='step' camunda:assignee='#{execution.id}'/>",
                "<userTask id='step' camunda:assignee='#{execution.processEngineServices}'/>",
                "<userTask id='step' camunda:assignee='#{currentUser()}'/>",
                "<userTask id='step' camunda:dueDate='#{now()}'/>",
                "<userTask id='step' camunda:formKey='embedded:app:evil.html'/>",
                "<userTask id='step'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                        + " name='y'><camunda:script scriptFormat='javascript'>1</camunda:script>"
                        + "</camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
                "<userTask id='step'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                        + " name='y'><camunda:list><camunda:value>1</camunda:value></camunda:list>"
                        + "</camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
                "<userTask id='step'><extensionElements><camunda:taskListener event='create'"
                        + " class='io.issueloop.process.gate.RuntimeRestrictionsTest$Evil'/>"
                        + "</extensionElements></userTask>",
                "<userTask id='step'><extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script>"
                        + "</camunda:executionListener></extensionElements></userTask>",
                "<userTask id='step'><extensionElements><camunda:executionListener event='start'"
                        + " expression='#{x.toString()}'/></extensionElements></userTask>",
                "<callActivity id='step' camunda:caseRef='x'/>"
            })
    void codeInADiagramIsStopped(String inside) {
        stopped(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void decisionsInOtherLanguagesAreStopped(String language) {
        var attribute = "expressionLanguage='%s'".formatted(language);
        var input = language.equals("juel") ? "${x.getClass()}" : "x";
        assertThatThrownBy(
                        () -> {
                            deploy("d.dmn", TestModels.decision("d", attribute, input, "1"));
                            decide("d");
                        })
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void externalFunctionsOfFeelAreStopped() {
        var attack =
                """
                {f: function(a) external {java: {class: "java.lang.System",
                method signature: "getenv(java.lang.String)"}}, r: f("PATH")}.r""";
        deploy("e.dmn", TestModels.decision("e", "", "x", attack));
        assertThatThrownBy(() -> decide("e"))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("External functions are disabled");
    }

    private Object decide(String key) {
        return decisions
                .evaluateDecisionTableByKey(key, Map.of("x", "text"))
                .getSingleResult()
                .getSingleEntry();
    }

    @Test
    void variablesArePrimitives() {
        deploy("probe.bpmn", TestModels.process("<userTask id='step'/>"));
        var id = runtime.startProcessInstanceByKey("probe", Map.of("a", "b", "n", 1L)).getId();
        assertThatThrownBy(() -> runtime.setVariable(id, "list", new ArrayList<>()))
                .isInstanceOf(ProcessEngineException.class);
        var serialised =
                Variables.serializedObjectValue("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", true)
                        .serializationDataFormat("application/x-java-serialized-object")
                        .objectTypeName("java.util.HashMap")
                        .create();
        assertThatThrownBy(() -> runtime.setVariable(id, "object", serialised))
                .isInstanceOf(ProcessEngineException.class);
        var stored =
                Variables.serializedObjectValue("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==")
                        .serializationDataFormat("application/x-java-serialized-object")
                        .objectTypeName("java.util.HashMap")
                        .create();
        assertThatThrownBy(() -> runtime.setVariable(id, "object", stored))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.setVariable(id, "file", Variables.fileValue("x").create()))
                .isInstanceOf(ProcessEngineException.class);
    }
}
