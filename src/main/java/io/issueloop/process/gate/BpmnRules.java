package io.issueloop.process.gate;

import static io.issueloop.process.gate.BpmnVocabulary.BPMN;
import static io.issueloop.process.gate.BpmnVocabulary.CAMUNDA;
import static io.issueloop.process.gate.BpmnVocabulary.CAMUNDA_ATTRIBUTES;
import static io.issueloop.process.gate.BpmnVocabulary.CAMUNDA_ELEMENTS;
import static io.issueloop.process.gate.BpmnVocabulary.CONSTRAINTS;
import static io.issueloop.process.gate.BpmnVocabulary.DRAWING;
import static io.issueloop.process.gate.BpmnVocabulary.ELEMENTS;
import static io.issueloop.process.gate.BpmnVocabulary.XSI;
import static io.issueloop.process.gate.XmlModel.idOf;
import static io.issueloop.process.gate.XmlModel.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Judges every element, attribute and text of a BPMN document. */
class BpmnRules {

    private static final Set<String> BINDINGS = Set.of("formRefBinding", "decisionRefBinding");
    private static final Set<String> LANGUAGES =
            Set.of("language", "scriptFormat", "expressionLanguage");

    private final ExpressionRules expressions;

    BpmnRules(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    List<Refusal> inspect(byte[] content) {
        var elements = XmlModel.elements(content);
        if (elements.isEmpty()) {
            return List.of(new Refusal("definitions", "不是可以安全读取的 BPMN 文件"));
        }
        var refusals = new ArrayList<Refusal>();
        for (var element : elements.get()) {
            inspect(element, refusals);
        }
        return refusals;
    }

    private void inspect(Element element, List<Refusal> refusals) {
        var id = idOf(element);
        objectionTo(element).ifPresent(reason -> refusals.add(new Refusal(id, reason)));
        for (var attribute : XmlModel.attributes(element)) {
            objectionTo(attribute, element)
                    .ifPresent(reason -> refusals.add(new Refusal(id, reason)));
        }
        expressions
                .objectionToValue(XmlModel.text(element))
                .ifPresent(reason -> refusals.add(new Refusal(id, reason)));
    }

    private static Optional<String> objectionTo(Element element) {
        var name = element.getLocalName();
        var known =
                switch (namespace(element)) {
                    case BPMN -> ELEMENTS.contains(name);
                    case CAMUNDA -> CAMUNDA_ELEMENTS.contains(name);
                    default -> DRAWING.contains(namespace(element));
                };
        if (!known) {
            return Optional.of("不允许使用 <%s>".formatted(element.getTagName()));
        }
        if (name.equals("constraint") && !CONSTRAINTS.contains(element.getAttribute("name"))) {
            return Optional.of("表单字段不允许使用校验 " + element.getAttribute("name"));
        }
        if (CAMUNDA.equals(namespace(element))
                && name.endsWith("Listener")
                && !element.hasAttribute("delegateExpression")) {
            return Optional.of("监听器必须使用 delegateExpression");
        }
        return Optional.empty();
    }

    private Optional<String> objectionTo(Attr attribute, Element owner) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        var ofCamunda =
                CAMUNDA.equals(namespace(attribute))
                        || namespace(attribute).isEmpty() && CAMUNDA.equals(namespace(owner));
        if (!ofCamunda) {
            return objectionToPlain(attribute, name, value);
        }
        if (name.equals("delegateExpression")) {
            return expressions.objectionToBean(value, beanSuffix(owner));
        }
        if (BINDINGS.contains(name) && !value.equals("latest")) {
            return Optional.of(name + " 只能是 latest");
        }
        if (CAMUNDA.equals(namespace(attribute)) && !CAMUNDA_ATTRIBUTES.contains(name)
                || isCode(owner, name)) {
            return Optional.of("不允许使用属性 " + attribute.getName());
        }
        return expressions.objectionToValue(value);
    }

    private Optional<String> objectionToPlain(Attr attribute, String name, String value) {
        var namespace = namespace(attribute);
        var known = namespace.isEmpty() || XSI.equals(namespace) || DRAWING.contains(namespace);
        if (!known || LANGUAGES.contains(name)) {
            return Optional.of("不允许使用属性 " + attribute.getName());
        }
        return expressions.objectionToValue(value);
    }

    private static boolean isCode(Element owner, String attribute) {
        return owner.getLocalName().endsWith("Listener")
                && Set.of("class", "expression").contains(attribute);
    }

    private static String beanSuffix(Element owner) {
        return owner.getLocalName().endsWith("Listener") ? "Listener" : "Delegate";
    }
}
