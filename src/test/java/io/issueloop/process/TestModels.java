package io.issueloop.process;

import java.nio.charset.StandardCharsets;

/** Small models whose one interesting part is given. */
public final class TestModels {

    private TestModels() {}

    /** A process {@code probe}: start, what is given (ids {@code a} to {@code z} free), nothing. */
    public static byte[] process(String inside) {
        return process("probe", inside);
    }

    public static byte[] process(String key, String inside) {
        return bytes(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions" targetNamespace="http://issueloop.io/test">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>
                    <sequenceFlow id="flow" sourceRef="start" targetRef="step"/>
                    %s
                  </process>
                </definitions>
                """
                        .formatted(key, inside));
    }

    /** A decision {@code probe_decision} with one input, one output and the attributes given. */
    public static byte[] decision(String key, String attributes, String input, String output) {
        return bytes(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="d_%1$s" name="probe" namespace="http://issueloop.io/test">
                  <decision id="%1$s" name="probe" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table">
                      <input id="in"><inputExpression id="ie" typeRef="string" %2$s>
                        <text>%3$s</text></inputExpression></input>
                      <output id="out" name="result" typeRef="string"/>
                      <rule id="rule"><inputEntry id="entry"><text></text></inputEntry>
                        <outputEntry id="oe" %2$s><text>%4$s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                        .formatted(key, attributes, input, output));
    }

    public static byte[] form(String key, String components) {
        return bytes(
                """
                {"id":"%s","type":"default","schemaVersion":16,"components":[%s]}"""
                        .formatted(key, components));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
