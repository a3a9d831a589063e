package io.issueloop.process.gate;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** Judges an expression by its syntax tree, as the engine's own parser reads it. */
class ExpressionRules {

    private static final String BUSINESS_KEY = "execution.processBusinessKey";
    private static final Set<String> RESERVED =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");
    private static final Set<Class<?>> HARMLESS =
            Set.of(
                    AstText.class,
                    AstComposite.class,
                    AstEval.class,
                    AstNested.class,
                    AstBinary.class,
                    AstUnary.class,
                    AstChoice.class);

    private final Builder parser = new Builder(Feature.METHOD_INVOCATIONS, Feature.VARARGS);
    private final AllowedBeans beans;

    ExpressionRules(AllowedBeans beans) {
        this.beans = beans;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with a text that yields a value; empty when it may be evaluated. */
    Optional<String> objectionToValue(String text) {
        if (!isExpression(text)) {
            return Optional.empty();
        }
        return parsed(text).map(this::objection).orElse(Optional.of("表达式无法解析"));
    }

    /** What is wrong with a text that must name one of our beans, and nothing else. */
    Optional<String> objectionToBean(String text, String suffix) {
        var root = parsed(text);
        if (root.isPresent()
                && root.get() instanceof AstEval eval
                && eval.getChild(0) instanceof AstIdentifier identifier
                && identifier.getName().endsWith(suffix)
                && beans.contains(identifier.getName())) {
            return Optional.empty();
        }
        return Optional.of("只能引用本应用登记的 …%s，不能是 %s".formatted(suffix, text));
    }

    private Optional<Node> parsed(String text) {
        try {
            return Optional.of(parser.build(text).getRoot());
        } catch (ELException e) {
            return Optional.empty();
        }
    }

    private Optional<String> objection(Node node) {
        if (node instanceof AstDot dot) {
            return BUSINESS_KEY.equals(path(dot))
                    ? Optional.empty()
                    : Optional.of("表达式不能读取属性 " + path(dot));
        }
        if (node instanceof AstIdentifier identifier) {
            return objection(identifier.getName());
        }
        if (!HARMLESS.contains(node.getClass()) && !(node instanceof AstLiteral)) {
            return Optional.of("表达式不能调用方法或函数，也不能使用下标：" + node);
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            var inside = objection(node.getChild(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(String identifier) {
        return RESERVED.contains(identifier) || beans.contains(identifier)
                ? Optional.of("表达式只能使用流程变量，不能使用 " + identifier)
                : Optional.empty();
    }

    private static String path(AstDot dot) {
        var text = new StringBuilder();
        dot.appendStructure(text, null);
        return text.toString();
    }
}
