package io.issueloop.process.path;

import io.issueloop.issue.IssuePath.Frame;
import io.issueloop.issue.IssuePath.Outline;
import io.issueloop.issue.IssuePath.Point;
import io.issueloop.process.path.Diagram.Edge;
import io.issueloop.process.path.Diagram.Node;
import io.issueloop.process.path.Steps.Way;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** Reads the drawing out of a model's diagram interchange. What is not drawn there is left out. */
final class DiagramReading {

    private static final double MARGIN = 24;

    private DiagramReading() {}

    static Diagram of(BpmnModelInstance model) {
        var nodes =
                model.getModelElementsByType(BpmnShape.class).stream()
                        .flatMap(shape -> node(shape).stream())
                        .toList();
        var edges =
                model.getModelElementsByType(BpmnEdge.class).stream()
                        .flatMap(edge -> edge(edge).stream())
                        .toList();
        return new Diagram(frame(nodes, edges), nodes, edges);
    }

    private static Optional<Node> node(BpmnShape shape) {
        if (!(shape.getBpmnElement() instanceof FlowNode element)) {
            return Optional.empty();
        }
        return Optional.of(
                new Node(
                        element.getId(),
                        outline(element),
                        marker(element),
                        frame(shape.getBounds()),
                        text(element.getName()),
                        label(shape.getBpmnLabel())));
    }

    private static Optional<Edge> edge(BpmnEdge edge) {
        if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
            return Optional.empty();
        }
        var points =
                edge.getWaypoints().stream().map(point -> new Point(point.getX(), point.getY()));
        var way = new Way(flow.getId(), flow.getSource().getId(), flow.getTarget().getId());
        return Optional.of(
                new Edge(way, points.toList(), text(flow.getName()), label(edge.getBpmnLabel())));
    }

    private static Outline outline(FlowNode element) {
        if (element instanceof Event) {
            return element instanceof StartEvent
                    ? Outline.START
                    : element instanceof EndEvent ? Outline.END : Outline.BETWEEN;
        }
        if (element instanceof Gateway) {
            return Outline.GATEWAY;
        }
        if (element instanceof CallActivity) {
            return Outline.CALL;
        }
        return element instanceof SubProcess ? Outline.PART : Outline.TASK;
    }

    /** The kind's name without what the outline says already: USER, SERVICE, EXCLUSIVE, TIMER. */
    private static String marker(FlowNode element) {
        var name =
                definitions(element)
                        .map(definition -> definition.getElementType().getTypeName())
                        .findFirst()
                        .orElse(
                                element instanceof Event
                                        ? ""
                                        : element.getElementType().getTypeName());
        var kind = name.replaceFirst("(EventDefinition|RuleTask|Task|Gateway)$", "");
        var waits = element instanceof BoundaryEvent event && !event.cancelActivity();
        return kind.toUpperCase(Locale.ROOT) + (waits ? " BESIDE" : "");
    }

    private static Stream<EventDefinition> definitions(FlowNode element) {
        if (element instanceof CatchEvent event) {
            return event.getEventDefinitions().stream();
        }
        return element instanceof ThrowEvent event
                ? event.getEventDefinitions().stream()
                : Stream.of();
    }

    private static Optional<Frame> label(@Nullable BpmnLabel label) {
        return Optional.ofNullable(label).map(BpmnLabel::getBounds).map(DiagramReading::frame);
    }

    private static Frame frame(Bounds bounds) {
        return new Frame(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Frame frame(List<Node> nodes, List<Edge> edges) {
        var frames =
                Stream.concat(
                                nodes.stream().flatMap(n -> around(n.frame(), n.label())),
                                edges.stream()
                                        .flatMap(e -> e.points().stream())
                                        .map(p -> new Frame(p.x(), p.y(), 0, 0)))
                        .toList();
        var left = frames.stream().mapToDouble(Frame::x).min().orElse(0) - MARGIN;
        var top = frames.stream().mapToDouble(Frame::y).min().orElse(0) - MARGIN;
        var right = frames.stream().mapToDouble(f -> f.x() + f.width()).max().orElse(0) + MARGIN;
        var bottom = frames.stream().mapToDouble(f -> f.y() + f.height()).max().orElse(0) + MARGIN;
        return new Frame(left, top, right - left, bottom - top);
    }

    private static Stream<Frame> around(Frame frame, Optional<Frame> label) {
        return Stream.concat(Stream.of(frame), label.stream());
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }
}
