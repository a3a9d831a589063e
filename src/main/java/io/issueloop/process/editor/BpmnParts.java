package io.issueloop.process.editor;

import io.issueloop.process.gate.XmlModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A diagram as its parts: what is drawn, the process and what it refers to. All that stands inside
 * a part is a facet of it.
 */
final class BpmnParts {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> SKIPPED = Set.of("incoming", "outgoing", "extensionElements");
    private static final Set<String> ROOTS =
            Set.of("process", "message", "signal", "error", "escalation");

    private BpmnParts() {}

    static List<Part> of(String content) {
        var elements =
                XmlModel.elements(content.getBytes(StandardCharsets.UTF_8)).orElse(List.of());
        var places = Drawing.places(elements);
        return elements.stream()
                .filter(element -> isPart(element, places.keySet()))
                .map(element -> part(element, places))
                .toList();
    }

    private static boolean isPart(Element element, Set<String> drawn) {
        return BPMN.equals(XmlModel.namespace(element))
                && element.hasAttribute("id")
                && (ROOTS.contains(element.getLocalName())
                        || drawn.contains(element.getAttribute("id"))
                        || Words.isStep(element.getLocalName()));
    }

    private static Part part(Element element, Map<String, String> places) {
        var facets = new LinkedHashMap<String, String>();
        collect(element, facets, places.keySet());
        var name = facets.remove("名称");
        var id = element.getAttribute("id");
        if (name != null) {
            facets.put("名称", name);
        }
        return new Part(
                id,
                Words.kind(element.getLocalName()),
                element.getAttribute("name"),
                facets,
                places.getOrDefault(id, ""));
    }

    private static void collect(Element from, Map<String, String> facets, Set<String> drawn) {
        for (var attribute : XmlModel.attributes(from)) {
            if (!attribute.getLocalName().equals("id") && !isUsual(attribute)) {
                add(facets, Words.label(attribute.getLocalName()), attribute.getValue());
            }
        }
        for (var child : children(from)) {
            if (isPart(child, drawn) || SKIPPED.contains(child.getLocalName())) {
                if (child.getLocalName().equals("extensionElements")) {
                    extensions(child, facets);
                }
                continue;
            }
            var text = XmlModel.text(child).strip();
            if (!text.isEmpty()) {
                add(facets, Words.label(child.getLocalName()), text);
            }
            collect(child, facets, drawn);
        }
    }

    /** What means the same as not being there; the editors leave it out when they save. */
    private static boolean isUsual(Attr attribute) {
        var value = attribute.getValue();
        return switch (attribute.getLocalName()) {
            case "decisionRefBinding", "calledElementBinding" -> value.equals("latest");
            case "exclusive", "cancelActivity", "isInterrupting" -> value.equals("true");
            case "asyncBefore", "asyncAfter", "triggeredByEvent", "isForCompensation" ->
                    value.equals("false");
            default -> false;
        };
    }

    private static void extensions(Element extensions, Map<String, String> facets) {
        for (var one : children(extensions)) {
            add(facets, Words.label(one.getLocalName()), written(one));
        }
    }

    /** {@code start: #{showIssueListener}}, {@code urgency → urgency}, or the text. */
    private static String written(Element one) {
        var values = new ArrayList<String>();
        XmlModel.attributes(one).forEach(a -> values.add(a.getValue()));
        var inside =
                children(one).stream().map(BpmnParts::written).collect(Collectors.joining("，"));
        var text = XmlModel.text(one).strip();
        if (!text.isEmpty()) {
            values.add(text);
        }
        if (!inside.isEmpty()) {
            values.add(inside);
        }
        return String.join(" ", values);
    }

    private static void add(Map<String, String> facets, String label, String value) {
        facets.merge(label, value, (one, other) -> one + "、" + other);
    }

    static List<Element> children(Element element) {
        var found = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }
}
