package io.issueloop.process.gate;

import java.util.Set;

/** The part of BPMN and of Camunda's extensions a model may use; everything else is refused. */
final class BpmnVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Pictures and notes of modelers; the engine gives them no meaning. */
    static final Set<String> DRAWING =
            Set.of(
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "http://www.omg.org/spec/DD/20100524/DI",
                    "http://bpmn.io/schema/bpmn/biocolor/1.0",
                    "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
                    "http://camunda.org/schema/modeler/1.0");

    static final Set<String> ELEMENTS =
            words(
                    """
                    definitions process documentation extensionElements incoming outgoing
                    startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
                    timerEventDefinition messageEventDefinition signalEventDefinition
                    errorEventDefinition escalationEventDefinition terminateEventDefinition
                    compensateEventDefinition conditionalEventDefinition linkEventDefinition
                    cancelEventDefinition timeDate timeDuration timeCycle condition
                    userTask serviceTask sendTask receiveTask businessRuleTask manualTask task
                    callActivity subProcess transaction
                    exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway
                    sequenceFlow conditionExpression
                    multiInstanceLoopCharacteristics loopCardinality completionCondition
                    loopDataInputRef inputDataItem
                    message signal error escalation
                    potentialOwner humanPerformer resourceAssignmentExpression formalExpression
                    collaboration participant participantMultiplicity laneSet lane flowNodeRef
                    childLaneSet textAnnotation text association group category categoryValue
                    dataObject dataObjectReference dataStoreReference dataStore messageFlow
                    """);

    static final Set<String> CAMUNDA_ELEMENTS =
            words(
                    """
                    failedJobRetryTimeCycle executionListener taskListener in out
                    properties property inputOutput inputParameter outputParameter
                    formData formField validation constraint value potentialStarter
                    """);

    static final Set<String> CAMUNDA_ATTRIBUTES =
            words(
                    """
                    assignee candidateUsers candidateGroups dueDate followUpDate priority
                    formRef formRefBinding decisionRef decisionRefBinding mapDecisionResult
                    calledElementBinding resultVariable collection elementVariable
                    delegateExpression asyncBefore asyncAfter exclusive jobPriority taskPriority
                    historyTimeToLive isStartableInTasklist versionTag initiator isVirtual
                    candidateStarterUsers candidateStarterGroups variableName variableEvents
                    errorCodeVariable errorMessageVariable escalationCodeVariable
                    diagramRelationId modelerTemplate modelerTemplateVersion
                    """);

    static final Set<String> CONSTRAINTS =
            Set.of("required", "readonly", "minlength", "maxlength", "min", "max");

    private BpmnVocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
