package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnParts.children;

import io.issueloop.model.DecisionTrial.Input;
import io.issueloop.model.DecisionTrial.Question;
import io.issueloop.process.gate.XmlModel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a file of decisions wants to know: input expressions that are no outputs of others. */
final class Questions {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?![\\w(])");
    private static final Pattern YES_OR_NO = Pattern.compile("=\\s*(true|false)");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "and", "or", "not", "if", "then", "else", "in");

    private final Map<String, Element> decisions;

    private Questions(List<Element> elements) {
        this.decisions =
                elements.stream()
                        .filter(element -> element.getLocalName().equals("decision"))
                        .collect(
                                Collectors.toMap(
                                        element -> element.getAttribute("id"),
                                        element -> element,
                                        (one, same) -> one,
                                        LinkedHashMap::new));
    }

    static List<Question> of(String content) {
        var elements =
                XmlModel.elements(content.getBytes(StandardCharsets.UTF_8)).orElse(List.of());
        var all = new Questions(elements);
        return all.decisions.values().stream().map(all::question).toList();
    }

    private Question question(Element decision) {
        var asked = new TreeSet<String>();
        reach(decision.getAttribute("id"), asked);
        var answered = new TreeSet<String>();
        asked.forEach(id -> answered.addAll(outputs(decisions.get(id))));
        answered.addAll(asked);
        var inputs = new LinkedHashMap<String, Input>();
        asked.forEach(id -> inputs(decisions.get(id), answered, inputs));
        return new Question(
                decision.getAttribute("id"),
                BpmnLint.title(decision),
                List.copyOf(inputs.values()));
    }

    /** The decision and all it asks. */
    private void reach(String id, Set<String> asked) {
        if (!decisions.containsKey(id) || !asked.add(id)) {
            return;
        }
        for (var requirement : children(decisions.get(id))) {
            for (var one : children(requirement)) {
                if (one.getLocalName().equals("requiredDecision")) {
                    reach(one.getAttribute("href").replaceFirst("^#", ""), asked);
                }
            }
        }
    }

    /** The names of its columns, and of its result where it has one. */
    private static Set<String> outputs(Element decision) {
        var result =
                children(decision).stream()
                        .filter(child -> child.getLocalName().equals("variable"));
        return Stream.concat(columns(decision, "output").stream(), result)
                .map(output -> output.getAttribute("name"))
                .collect(Collectors.toSet());
    }

    private static void inputs(Element decision, Set<String> answered, Map<String, Input> inputs) {
        for (var column : columns(decision, "input")) {
            for (var expression : children(column)) {
                var text =
                        children(expression).stream()
                                .map(inside -> XmlModel.text(inside).strip())
                                .findFirst()
                                .orElse("");
                if (expression.getLocalName().equals("inputExpression")) {
                    names(text)
                            .filter(name -> !answered.contains(name))
                            .forEach(name -> inputs.putIfAbsent(name, input(name, text, column)));
                }
            }
        }
    }

    private static Stream<String> names(String expression) {
        return NAME.matcher(TEXT.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name));
    }

    /** A value that is compared with true is one of two, whatever the column says. */
    private static Input input(String name, String expression, Element column) {
        var declared =
                children(column).stream()
                        .map(inside -> inside.getAttribute("typeRef"))
                        .filter(type -> !type.isEmpty())
                        .findFirst()
                        .orElse("string");
        var type = YES_OR_NO.matcher(expression).find() ? "boolean" : declared;
        return new Input(name, column.getAttribute("label"), type);
    }

    private static List<Element> columns(Element decision, String kind) {
        return children(decision).stream()
                .filter(child -> child.getLocalName().equals("decisionTable"))
                .flatMap(table -> children(table).stream())
                .filter(child -> child.getLocalName().equals(kind))
                .toList();
    }
}
