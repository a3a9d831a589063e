package io.issueloop.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.TestDelegates;
import io.issueloop.process.TestModels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Every way a diagram can be code that we know of, refused with the id of the element. */
class ModelGateTest {

    private final ModelGate gate = gate();

    private static ModelGate gate() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("countingDelegate", new TestDelegates.Counting());
        beans.addBean("noteListener", new TestDelegates.Listening());
        beans.addBean("foreignDelegate", new StringBuilder());
        beans.addBean("secretVault", new StringBuilder());
        return new ModelGate(new AllowedBeans(beans));
    }

    private void refused(String inside) {
        var refusals = gate.inspect("probe.bpmn", TestModels.process(inside));
        assertThat(refusals).as(inside).isNotEmpty();
        assertThat(refusals.get(0).elementId()).as(inside).isEqualTo("step");
        assertThat(refusals.get(0).reason()).matches(".*[\\u4e00-\\u9fff].*");
    }

    private void accepted(String inside) {
        assertThat(gate.inspect("probe.bpmn", TestModels.process(inside))).as(inside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='step' camunda:delegateExpression='#{countingDelegate}'/>",
                "<serviceTask id='step' camunda:delegateExpression='${countingDelegate}'/>",
                "<userTask id='step' name='接单' camunda:assignee='#{handlerId}'"
                        + " camunda:formRef='handle' camunda:formRefBinding='latest'><extensionElements>"
                        + "<camunda:taskListener event='complete'"
                        + " delegateExpression='#{noteListener}'/></extensionElements></userTask>",
                "<callActivity id='step' calledElement='x'><extensionElements><camunda:in"
                        + " businessKey='#{execution.processBusinessKey}'/><camunda:in source='a'"
                        + " target='b'/></extensionElements></callActivity>",
                "<intermediateCatchEvent id='step'><timerEventDefinition><timeDate"
                        + " xsi:type='tFormalExpression'>#{dueAt}</timeDate></timerEventDefinition>"
                        + "</intermediateCatchEvent>",
                "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression"
                        + " xsi:type='tFormalExpression'>#{approved and (level > 1 or urgency =="
                        + " 'HIGH') ? true : not empty x}</conditionExpression></sequenceFlow>",
                "<serviceTask id='step' camunda:asyncBefore='true'"
                        + " camunda:delegateExpression='#{countingDelegate}'><extensionElements>"
                        + "<camunda:failedJobRetryTimeCycle>PT1M,PT1H</camunda:failedJobRetryTimeCycle>"
                        + "</extensionElements></serviceTask>",
                "<businessRuleTask id='step' camunda:decisionRef='classify'"
                        + " camunda:decisionRefBinding='latest' camunda:mapDecisionResult='singleEntry'"
                        + " camunda:resultVariable='category'/>"
            })
    void whatOurModelsUseIsAccepted(String inside) {
        accepted(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='step' camunda:class='java.lang.Thread'/>",
                "<serviceTask id='step' activiti:class='java.lang.Thread'/>",
                "<serviceTask id='step' camunda:expression='#{countingDelegate.execute(execution)}'/>",
                "<serviceTask id='step' camunda:expression='#{x}'/>",
                "<serviceTask id='step' camunda:type='shell'/>",
                "<serviceTask id='step' camunda:type='mail'/>",
                "<serviceTask id='step' camunda:type='external' camunda:topic='t'/>",
                "<sendTask id='step' camunda:type='mail'/>",
                "<serviceTask id='step' camunda:delegateExpression='#{secretVault}'/>",
                "<serviceTask id='step' camunda:delegateExpression='#{foreignDelegate}'/>",
                "<serviceTask id='step' camunda:delegateExpression='#{unknownDelegate}'/>",
                "<serviceTask id='step' camunda:delegateExpression='#{noteListener}'/>",
                "<serviceTask id='step' camunda:delegateExpression='#{countingDelegate.calls}'/>",
                "<serviceTask id='step'"
                        + " camunda:delegateExpression='#{x ? countingDelegate : secretVault}'/>",
                "<callActivity id='step' calledElement='x' camunda:variableMappingClass='a.B'/>",
                "<callActivity id='step' camunda:caseRef='x'/>",
                "<adHocSubProcess id='step'/>"
            })
    void codeInTasksIsRefused(String inside) {
        refused(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:assignee=\"#{''.getClass().forName('java.lang.Runtime')}\"",
                "camunda:assignee='#{x.name}'",
                "camunda:assignee=\"#{x['class']}\"",
                "camunda:assignee='#{currentUser()}'",
                "camunda:candidateGroups='#{secretVault.toString()}'",
                "camunda:assignee='#{execution}'",
                "camunda:assignee='#{execution.id}'",
                "camunda:assignee='#{execution.processEngineServices}'",
                "camunda:assignee='#{authenticatedUserId}'",
                "camunda:assignee='#{countingDelegate}'",
                "camunda:dueDate='#{now()}'",
                "camunda:dueDate='#{unclosed'",
                "name='Hello #{x.y()}'",
                "camunda:formKey='embedded:app:evil.html'",
                "camunda:formKey='app:http://evil'",
                "camunda:formRef='f' camunda:formRefBinding='deployment'",
                "camunda:formRef='f' camunda:formRefBinding='version' camunda:formRefVersion='1'",
                "camunda:formHandlerClass='a.B'"
            })
    void codeInAttributesIsRefused(String attribute) {
        refused("<userTask id='step' %s/>".formatted(attribute));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:taskListener event='create' class='a.B'/>",
                "<camunda:taskListener event='create' expression='#{x}'/>",
                "<camunda:taskListener event='create' delegateExpression='#{countingDelegate}'/>",
                "<camunda:taskListener event='create'><camunda:script"
                        + " scriptFormat='js'>1</camunda:script></camunda:taskListener>",
                "<camunda:executionListener event='start' camunda:class='a.B'"
                        + " delegateExpression='#{noteListener}'/>",
                "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
                "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script"
                        + " scriptFormat='js'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter"
                        + " name='x'>${a.b()}</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:formData><camunda:formField id='f' type='string'"
                        + " defaultValue='${a.b()}'/></camunda:formData>",
                "<camunda:formData><camunda:formField id='f'><camunda:validation><camunda:constraint"
                        + " name='validator' config='a.B'/></camunda:validation></camunda:formField></camunda:formData>",
                "<camunda:field name='x'><camunda:expression>${a.b()}</camunda:expression></camunda:field>",
                "<activiti:taskListener event='create' class='a.B'/>",
                "<camunda:taskListener event='timeout' class='a.B'/>"
            })
    void codeInExtensionsIsRefused(String extension) {
        var inside = "<userTask id='step'><extensionElements>%s</extensionElements></userTask>";
        var refusals = gate.inspect("probe.bpmn", TestModels.process(inside.formatted(extension)));
        assertThat(refusals).as(extension).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<intermediateCatchEvent id='step'><timerEventDefinition><timeDuration>${a.b()}"
                        + "</timeDuration></timerEventDefinition></intermediateCatchEvent>",
                "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression>${a.b}"
                        + "</conditionExpression></sequenceFlow>",
                "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression"
                        + " language='groovy'>1</conditionExpression></sequenceFlow>",
                "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression"
                        + " camunda:resource='x.groovy'/></sequenceFlow>",
                "<userTask id='step'><multiInstanceLoopCharacteristics"
                        + " camunda:collection='${a.b()}'/></userTask>",
                "<userTask id='step'><multiInstanceLoopCharacteristics><loopCardinality>${a.b()}"
                        + "</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
                "<callActivity id='step' calledElement='${a.b()}'/>",
                "<callActivity id='step' calledElement='x'><extensionElements><camunda:in"
                        + " sourceExpression='${a.b()}' target='t'/></extensionElements></callActivity>",
                "<callActivity id='step' calledElement='x'><extensionElements><camunda:in"
                        + " businessKey='#{execution.id}'/></extensionElements></callActivity>",
                "<userTask id='step'><documentation>${a.b()}</documentation></userTask>",
                "<businessRuleTask id='step' camunda:decisionRef='d'"
                        + " camunda:decisionRefBinding='deployment'/>"
            })
    void codeInNestedPlacesIsRefused(String inside) {
        refused(inside);
    }

    @Test
    void aTextSplitByCdataOrEntitiesIsReadAsTheEngineReadsIt() {
        refused(
                "<userTask id='step'><documentation>$<![CDATA[{a.b()}]]></documentation></userTask>");
        refused("<userTask id='step' camunda:assignee='&#36;{a.b()}'/>");
    }

    @Test
    void doctypesAreRefused() {
        var model = new String(TestModels.process(""), StandardCharsets.UTF_8);
        var attack =
                model.replace(
                        "<definitions",
                        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions");
        assertThat(gate.inspect("probe.bpmn", attack.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "JUEL", "python"})
    void decisionsInOtherLanguagesThanFeelAreRefused(String language) {
        var attribute = "expressionLanguage='%s'".formatted(language);
        assertThat(gate.inspect("d.dmn", TestModels.decision("d", attribute, "x", "\"a\"")))
                .extracting(Refusal::elementId)
                .contains("ie", "oe");
    }

    @Test
    void decisionsInFeelAreAccepted() {
        assertThat(gate.inspect("d.dmn", TestModels.decision("d", "", "x", "\"a\""))).isEmpty();
        assertThat(
                        gate.inspect(
                                "d.dmn",
                                TestModels.decision("d", "expressionLanguage='feel'", "x", "1")))
                .isEmpty();
        assertThat(gate.inspect("d.dmn", TestModels.decision("d", "", "${a.b()}", "1")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "html", "filepicker", "script"})
    void formsThatLoadSomethingAreRefused(String type) {
        var inside = "{\"type\":\"group\",\"components\":[{\"type\":\"%s\",\"id\":\"F1\"}]}";
        assertThat(gate.inspect("f.form", TestModels.form("f", inside.formatted(type))))
                .extracting(Refusal::elementId)
                .containsExactly("F1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.cmmn", "a.js", "a.groovy", "evil.html", "a.BPMN", "a.bpmn20.xml"})
    void otherFilesAreRefused(String name) {
        assertThat(gate.inspect(name, TestModels.process(""))).isNotEmpty();
    }
}
