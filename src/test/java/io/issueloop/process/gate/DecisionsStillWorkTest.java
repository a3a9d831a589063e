package io.issueloop.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.EngineUnderTest;
import io.issueloop.process.TestModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the restrictions must not break: a graph of decisions inside a process, in FEEL. */
@EngineUnderTest
class DecisionsStillWorkTest {

    private static final String GRAPH =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="g" name="g" namespace="x">
              <decision id="hits" name="hits" camunda:historyTimeToLive="P1D">
                <decisionTable id="t1" hitPolicy="COLLECT">
                  <input id="i1"><inputExpression id="e1" typeRef="string">
                    <text>lower case(text)</text></inputExpression></input>
                  <output id="o1" name="hit" typeRef="string"/>
                  <rule id="r1"><inputEntry id="a1"><text>contains(?, "bug")</text></inputEntry>
                    <outputEntry id="b1"><text>"技术"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="a2"><text>contains(?, "慢")</text></inputEntry>
                    <outputEntry id="b2"><text>"性能"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <decision id="judge" name="judge" camunda:historyTimeToLive="P1D">
                <informationRequirement id="ir"><requiredDecision href="#hits"/></informationRequirement>
                <decisionTable id="t2">
                  <input id="i2"><inputExpression id="e2" typeRef="number">
                    <text>count(hit)</text></inputExpression></input>
                  <output id="o2" name="clear" typeRef="string"/>
                  <rule id="r3"><inputEntry id="a3"><text>1</text></inputEntry>
                    <outputEntry id="b3"><text>"明确"</text></outputEntry></rule>
                  <rule id="r4"><inputEntry id="a4"><text>not(1)</text></inputEntry>
                    <outputEntry id="b4"><text>"待分诊"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;

    @Test
    @DisplayName("命中列表的决策图在流程中可用，历史可查")
    void graphWithCollectedHitsDecidesInsideAProcess() {
        var step =
                """
                <businessRuleTask id="step" camunda:decisionRef="judge"
                  camunda:decisionRefBinding="latest" camunda:mapDecisionResult="singleEntry"
                  camunda:resultVariable="clear"/>
                <sequenceFlow id="f2" sourceRef="step" targetRef="task"/>
                <userTask id="task" name="#{clear}"/>""";
        repository
                .createDeployment()
                .addInputStream(
                        "judge.dmn",
                        new ByteArrayInputStream(GRAPH.getBytes(StandardCharsets.UTF_8)))
                .addInputStream(
                        "probe.bpmn", new ByteArrayInputStream(TestModels.process("probe", step)))
                .deploy();
        runtime.startProcessInstanceByKey("probe", Map.of("text", "有 BUG，很慢"));
        runtime.startProcessInstanceByKey("probe", Map.of("text", "有 BUG"));
        assertThat(tasks.createTaskQuery().list()).extracting("name").contains("待分诊", "明确");
        assertThat(
                        history.createHistoricDecisionInstanceQuery()
                                .includeInputs()
                                .includeOutputs()
                                .list())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.getOutputs()).isNotEmpty());
    }
}
