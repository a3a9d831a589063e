package io.issueloop.process.editor;

import io.issueloop.process.gate.XmlModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A decision file as its parts: decisions, columns, and rules with one facet per column. */
final class DmnParts {

    private DmnParts() {}

    static List<Part> of(String content) {
        var parts = new ArrayList<Part>();
        var elements =
                XmlModel.elements(content.getBytes(StandardCharsets.UTF_8)).orElse(List.of());
        for (var element : elements) {
            switch (element.getLocalName()) {
                case "decision", "inputData" -> parts.add(plain(element));
                case "decisionTable" -> table(element, parts);
                default -> {}
            }
        }
        return parts;
    }

    private static Part plain(Element element) {
        var facets = new LinkedHashMap<String, String>();
        attributes(element, facets);
        for (var child : BpmnParts.children(element)) {
            if (child.getLocalName().equals("description")) {
                facets.put("说明", XmlModel.text(child).strip());
            }
            if (child.getLocalName().equals("decisionTable")) {
                attributes(child, facets);
            }
        }
        return new Part(
                element.getAttribute("id"),
                Words.kind(element.getLocalName()),
                element.getAttribute("name"),
                facets,
                "");
    }

    private static void attributes(Element element, Map<String, String> facets) {
        for (var attribute : XmlModel.attributes(element)) {
            var unique = attribute.getValue().equals("UNIQUE");
            if (!attribute.getLocalName().equals("id") && !unique) {
                facets.put(Words.label(attribute.getLocalName()), attribute.getValue());
            }
        }
    }

    private static void table(Element table, List<Part> parts) {
        var columns = new ArrayList<String>();
        var number = 0;
        for (var child : BpmnParts.children(table)) {
            switch (child.getLocalName()) {
                case "input", "output" -> columns.add(column(child, parts));
                case "rule" -> parts.add(rule(child, columns, ++number));
                default -> {}
            }
        }
    }

    private static String column(Element column, List<Part> parts) {
        var facets = new LinkedHashMap<String, String>();
        attributes(column, facets);
        texts(column, "表达式", facets);
        var name = first(column.getAttribute("label"), column.getAttribute("name"));
        var kind = Words.kind(column.getLocalName());
        parts.add(new Part(column.getAttribute("id"), kind, name, facets, ""));
        return name;
    }

    private static Part rule(Element rule, List<String> columns, int number) {
        var facets = new LinkedHashMap<String, String>();
        var cell = 0;
        for (var child : BpmnParts.children(rule)) {
            if (child.getLocalName().equals("description")) {
                facets.put("说明", XmlModel.text(child).strip());
            } else if (child.getLocalName().endsWith("Entry")) {
                var column = cell < columns.size() ? columns.get(cell) : "";
                texts(child, first(column, "第 %d 列".formatted(cell + 1)), facets);
                cell++;
            }
        }
        var name = first(facets.getOrDefault("说明", ""), "第 %d 行".formatted(number));
        return new Part(rule.getAttribute("id"), "规则", name, facets, "");
    }

    private static void texts(Element from, String label, Map<String, String> facets) {
        for (var child : BpmnParts.children(from)) {
            if (child.getLocalName().equals("text")) {
                facets.put(label, XmlModel.text(child).strip());
            } else {
                texts(child, label, facets);
            }
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
