package io.issueloop.process.editor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * Whether one step may take the place of another under somebody who waits there: it is of the same
 * kind, runs the same program, and records the same. A paused issue must not find itself in a step
 * only issues in work can finish.
 */
final class StepLikeness {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private StepLikeness() {}

    /** Chinese: why not; empty when it may. */
    static Optional<String> difference(FlowNode from, FlowNode to) {
        if (from instanceof BoundaryEvent || !kind(from).equals(kind(to))) {
            return Optional.of("不是同类的步骤（%s与%s）".formatted(kind(from), kind(to)));
        }
        if (isRepeated(from) || isRepeated(to)) {
            return Optional.of("多实例的步骤不能手动对应");
        }
        if (!program(from).equals(program(to))) {
            return Optional.of("执行的程序、调用的流程或等待的消息不同");
        }
        if (!listeners(from).equals(listeners(to))) {
            return Optional.of("办理时程序记录的内容不同，数据的状态会与步骤不符");
        }
        return Optional.empty();
    }

    /** Why none of these would do; the nearest misses speak. */
    static String whyNone(FlowNode lost, Collection<FlowNode> others) {
        return others.stream()
                .filter(other -> kind(lost).equals(kind(other)))
                .flatMap(other -> difference(lost, other).stream())
                .findFirst()
                .map("新版里同类的步骤都不能接替它：%s"::formatted)
                .orElse("新版里没有同类的步骤可以接替它");
    }

    /** 用户任务, 中间事件·定时. */
    private static String kind(FlowNode node) {
        var kind = Words.kind(node.getElementType().getTypeName());
        return node instanceof CatchEvent event
                ? Stream.concat(Stream.of(kind), definitions(event))
                        .reduce("%s·%s"::formatted)
                        .get()
                : kind;
    }

    private static Stream<String> definitions(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .map(EventDefinition::getElementType)
                .map(type -> Words.kind(type.getTypeName()));
    }

    private static boolean isRepeated(FlowNode node) {
        return node instanceof Activity activity && activity.getLoopCharacteristics() != null;
    }

    private static List<String> program(FlowNode node) {
        var said =
                Stream.of("delegateExpression", "class", "expression", "decisionRef", "type")
                        .map(name -> node.getAttributeValueNs(CAMUNDA, name));
        var called = Stream.of(node.getAttributeValue("calledElement"), message(node));
        return Stream.concat(said, called).map(one -> one == null ? "" : one).toList();
    }

    private static String message(FlowNode node) {
        if (node instanceof ReceiveTask task && task.getMessage() != null) {
            return task.getMessage().getName();
        }
        return node instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(one -> ((MessageEventDefinition) one).getMessage().getName())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static TreeSet<String> listeners(FlowNode node) {
        var found = new TreeSet<String>();
        if (node.getExtensionElements() == null) {
            return found;
        }
        for (var one : node.getExtensionElements().getElements()) {
            if (one instanceof CamundaTaskListener task) {
                found.add(task.getCamundaEvent() + " " + task.getCamundaDelegateExpression());
            } else if (one instanceof CamundaExecutionListener step) {
                found.add(step.getCamundaEvent() + " " + step.getCamundaDelegateExpression());
            }
        }
        return found;
    }
}
