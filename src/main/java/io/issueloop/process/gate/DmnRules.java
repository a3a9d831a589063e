package io.issueloop.process.gate;

import static io.issueloop.process.gate.XmlModel.idOf;
import static io.issueloop.process.gate.XmlModel.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Judges every element and attribute of a DMN document: FEEL, and nothing but FEEL. */
class DmnRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> FEEL =
            Set.of(
                    "feel",
                    "FEEL",
                    "http://www.omg.org/spec/FEEL/20140401",
                    "https://www.omg.org/spec/DMN/20180521/FEEL/",
                    "https://www.omg.org/spec/DMN/20191111/FEEL/",
                    "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    private static final Set<String> NAMESPACES =
            Set.of(
                    "",
                    CAMUNDA,
                    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                    "http://www.omg.org/spec/DMN/20180521/MODEL/",
                    "https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    "http://www.omg.org/spec/DMN/20180521/DMNDI/",
                    "http://www.omg.org/spec/DMN/20180521/DC/",
                    "http://www.omg.org/spec/DMN/20180521/DI/",
                    "http://bpmn.io/schema/dmn/biodi/1.0",
                    "http://bpmn.io/schema/dmn/biodi/2.0",
                    "http://camunda.org/schema/modeler/1.0",
                    BpmnVocabulary.XSI);
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "historyTimeToLive",
                    "inputVariable",
                    "versionTag",
                    "diagramRelationId",
                    "asyncBefore");

    private final ExpressionRules expressions;

    DmnRules(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    List<Refusal> inspect(byte[] content) {
        var elements = XmlModel.elements(content);
        if (elements.isEmpty()) {
            return List.of(new Refusal("definitions", "不是可以安全读取的 DMN 文件"));
        }
        var refusals = new ArrayList<Refusal>();
        for (var element : elements.get()) {
            inspect(element, refusals);
        }
        return refusals;
    }

    private void inspect(Element element, List<Refusal> refusals) {
        var id = idOf(element);
        if (!NAMESPACES.contains(namespace(element)) || CAMUNDA.equals(namespace(element))) {
            refusals.add(new Refusal(id, "不允许使用 <%s>".formatted(element.getTagName())));
        }
        for (var attribute : XmlModel.attributes(element)) {
            var name = attribute.getLocalName();
            if (name.equals("expressionLanguage") && !FEEL.contains(attribute.getValue())) {
                refusals.add(new Refusal(id, "决策表只能使用 FEEL，不能是 " + attribute.getValue()));
            } else if (CAMUNDA.equals(namespace(attribute)) && !ATTRIBUTES.contains(name)
                    || !NAMESPACES.contains(namespace(attribute))) {
                refusals.add(new Refusal(id, "不允许使用属性 " + attribute.getName()));
            }
        }
        if (ExpressionRules.isExpression(XmlModel.text(element))
                && expressions.objectionToValue(XmlModel.text(element)).isPresent()) {
            refusals.add(new Refusal(id, "决策表不能包含 ${…} 表达式"));
        }
    }
}
