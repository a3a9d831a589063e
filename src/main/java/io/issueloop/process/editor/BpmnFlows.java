package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnLint.title;
import static io.issueloop.process.editor.BpmnParts.children;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Whether every step can be reached and left, and every gateway knows where to. */
final class BpmnFlows {

    private final List<Element> elements;
    private final Findings findings;

    /** The elements are those of BPMN alone. */
    BpmnFlows(List<Element> elements, Findings findings) {
        this.elements = elements;
        this.findings = findings;
    }

    void look() {
        named("exclusiveGateway").forEach(this::gateway);
        ways();
    }

    private void gateway(Element gateway) {
        var outgoing =
                named("sequenceFlow").stream()
                        .filter(f -> f.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                        .toList();
        if (outgoing.size() < 2) {
            return;
        }
        var usual = gateway.getAttribute("default");
        for (var flow : outgoing) {
            if (!flow.getAttribute("id").equals(usual)
                    && children(flow).stream()
                            .noneMatch(c -> c.getLocalName().equals("conditionExpression"))) {
                findings.error(flow, "从网关「%s」出来的连线没有条件，也不是默认分支".formatted(title(gateway)));
            }
        }
        if (usual.isEmpty()) {
            findings.warn(gateway, "没有默认分支：条件都不满足时，问题会停在这里并报告故障");
        }
    }

    private void ways() {
        var targets = ends("targetRef");
        var sources = ends("sourceRef");
        for (var step : elements) {
            var type = step.getLocalName();
            var byEvent = step.getAttribute("triggeredByEvent").equals("true");
            if (!Words.isStep(type) || type.equals("sequenceFlow") || byEvent) {
                continue;
            }
            var starts = type.equals("startEvent") || type.equals("boundaryEvent");
            if (!starts && !targets.contains(step.getAttribute("id"))) {
                findings.error(step, "没有连线通到这里，永远走不到");
            }
            if (!type.equals("endEvent") && !sources.contains(step.getAttribute("id"))) {
                findings.warn(step, "后面没有连线：走到这里就结束，请加一个结束事件");
            }
        }
    }

    private Set<String> ends(String side) {
        return named("sequenceFlow").stream()
                .map(flow -> flow.getAttribute(side))
                .collect(Collectors.toSet());
    }

    private List<Element> named(String type) {
        return elements.stream().filter(e -> e.getLocalName().equals(type)).toList();
    }
}
