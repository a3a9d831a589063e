package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnLint.camunda;

import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.process.ProcessVariables;
import io.issueloop.process.gate.XmlModel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Whether what a diagram refers to exists: processes, tables, forms, variables. */
@Component
class BpmnReferences {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Set<String> WORDS =
            Set.of(
                    "true",
                    "false",
                    "null",
                    "empty",
                    "not",
                    "and",
                    "or",
                    "eq",
                    "ne",
                    "lt",
                    "gt",
                    "le",
                    "ge",
                    "div",
                    "mod",
                    "execution",
                    "task");

    private final StoredModels stored;

    BpmnReferences(StoredModels stored) {
        this.stored = stored;
    }

    void look(String key, List<Element> elements, Findings findings) {
        var known = stored.latest().stream().map(StoredModel::id).toList();
        for (var element : elements) {
            refer(element, key, known, findings);
            variables(element, findings);
        }
    }

    private static void refer(Element from, String key, List<ModelId> known, Findings findings) {
        var called = from.getAttribute("calledElement");
        if (!called.equals(key)) {
            demand(from, new ModelId(ModelType.BPMN, called), known, findings);
        }
        demand(from, new ModelId(ModelType.FORM, camunda(from, "formRef")), known, findings);
        var decision = camunda(from, "decisionRef");
        demand(from, new ModelId(ModelType.DMN, decision), known, findings);
    }

    private static void demand(Element from, ModelId wanted, List<ModelId> known, Findings found) {
        var key = wanted.key();
        if (!key.isEmpty() && !key.contains("{") && !known.contains(wanted)) {
            found.error(from, "没有%s %s，请先部署它或改选一个".formatted(wanted.type().label(), key));
        }
    }

    /** A misspelt variable is only noticed when somebody gets there. */
    private static void variables(Element element, Findings findings) {
        var texts = XmlModel.attributes(element).stream().map(a -> a.getValue()).toList();
        var owner = named(element);
        for (var text : texts) {
            variables(owner, text, findings);
        }
        variables(owner, XmlModel.text(element), findings);
    }

    private static void variables(Element owner, String text, Findings findings) {
        var expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            var names = NAME.matcher(TEXT.matcher(expression.group(1)).replaceAll(" "));
            while (names.find()) {
                var name = names.group();
                if (!WORDS.contains(name)
                        && !name.matches(".*(Delegate|Listener)")
                        && !ProcessVariables.isDeclared(name)) {
                    findings.warn(owner, "变量 %s 没有登记，走到这里可能出错".formatted(name));
                }
            }
        }
    }

    /** The nearest element around that people can find in the diagram. */
    static Element named(Element element) {
        var one = element;
        while (!Words.isStep(one.getLocalName())
                && !one.getLocalName().equals("process")
                && one.getParentNode() instanceof Element parent) {
            one = parent;
        }
        return one;
    }
}
