package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnParts.children;

import io.issueloop.process.gate.XmlModel;
import java.util.List;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.w3c.dom.Element;

/**
 * What a table must have, and whether each of its cells can be read: the engine reads them late.
 */
final class DmnLint {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final String key;
    private final List<Element> elements;
    private final Findings findings;

    DmnLint(String key, List<Element> elements, Findings findings) {
        this.key = key;
        this.elements = elements;
        this.findings = findings;
    }

    void look() {
        if (elements.stream()
                .noneMatch(e -> is(e, "decision") && e.getAttribute("id").equals(key))) {
            findings.error(elements.get(0), "必须有一个编号为 %s 的决策，程序按这个编号调用".formatted(key));
        }
        for (var element : elements) {
            switch (element.getLocalName()) {
                case "decision" -> decision(element);
                case "inputEntry" -> cell(element, true);
                case "outputEntry", "inputExpression" -> cell(element, false);
                case "rule" -> rule(element);
                default -> {}
            }
        }
    }

    private void decision(Element decision) {
        if (decision.getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.error(decision, "缺少历史保留时间（例如 P365D）");
        }
        var table = children(decision).stream().filter(c -> is(c, "decisionTable")).findFirst();
        if (table.isPresent() && children(table.get()).stream().noneMatch(c -> is(c, "rule"))) {
            findings.error(decision, "决策表一行规则也没有");
        }
    }

    private void rule(Element rule) {
        if (children(rule).stream().noneMatch(c -> is(c, "description"))) {
            findings.warn(rule, "这一行没有说明：写一句什么情况下适用");
        }
        var results = children(rule).stream().filter(c -> is(c, "outputEntry")).toList();
        if (!results.isEmpty() && results.stream().allMatch(c -> text(c).isEmpty())) {
            findings.warn(rule, "这一行没有结果：命中了也什么都得不到");
        }
    }

    private static String text(Element cell) {
        return children(cell).stream()
                .filter(c -> is(c, "text"))
                .map(c -> XmlModel.text(c).strip())
                .findFirst()
                .orElse("");
    }

    private void cell(Element cell, boolean tests) {
        var text = text(cell);
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        var result = tests ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (!result.isSuccess()) {
            var owner = (Element) cell.getParentNode();
            findings.error(owner, "格子里的“%s”写法不对，文字要加英文双引号，例如 \"技术\"".formatted(text));
        }
    }

    private static boolean is(Element element, String name) {
        return element.getLocalName().equals(name);
    }
}
