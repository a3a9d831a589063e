package io.issueloop.support;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an expression says: concatenated and formatted texts are one wording with its values as {0},
 * {1}; both sides of a choice are wordings of their own.
 */
final class JavaWordings {

    private static final String VALUE = "\0";
    private static final Pattern FORMAT = Pattern.compile("%[-+,0-9.]*[sdf]|\\{max}");

    private final Map<String, ExpressionTree> constants;

    /** The constants are the texts of the same file by their names. */
    JavaWordings(Map<String, ExpressionTree> constants) {
        this.constants = constants;
    }

    static boolean isText(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree inner) {
            return isText(inner.getExpression());
        }
        if (isSum(tree)) {
            var sum = (BinaryTree) tree;
            return isText(sum.getLeftOperand()) || isText(sum.getRightOperand());
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return isText(choice.getTrueExpression()) || isText(choice.getFalseExpression());
        }
        return tree.getKind() == Tree.Kind.STRING_LITERAL || isFormatted(tree);
    }

    static boolean isFormatted(ExpressionTree tree) {
        return tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("formatted")
                && isText(select.getExpression());
    }

    private static boolean isSum(ExpressionTree tree) {
        return tree.getKind() == Tree.Kind.PLUS;
    }

    boolean isKnown(ExpressionTree tree) {
        return isText(tree)
                || tree instanceof IdentifierTree && constants.containsKey(tree.toString());
    }

    List<String> of(ExpressionTree tree) {
        return wordings(tree)
                .map(text -> numbered(FORMAT.matcher(text).replaceAll(VALUE)))
                .distinct()
                .toList();
    }

    private Stream<String> wordings(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree inner) {
            return value(inner.getExpression());
        }
        if (tree instanceof LiteralTree literal) {
            return Stream.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return Stream.concat(
                    value(choice.getTrueExpression()), value(choice.getFalseExpression()));
        }
        if (isSum(tree)) {
            var sum = (BinaryTree) tree;
            var ends = wordings(sum.getRightOperand()).toList();
            return wordings(sum.getLeftOperand())
                    .flatMap(start -> ends.stream().map(end -> start + end));
        }
        if (tree instanceof IdentifierTree name && constants.containsKey(name.toString())) {
            return wordings(constants.get(name.toString()));
        }
        return isFormatted(tree) ? formatted((MethodInvocationTree) tree) : Stream.of(VALUE);
    }

    /** What is no text is a value as a whole: a sum of numbers, say. */
    private Stream<String> value(ExpressionTree tree) {
        return isKnown(tree) ? wordings(tree) : Stream.of(VALUE);
    }

    private Stream<String> formatted(MethodInvocationTree call) {
        var found = wordings(((MemberSelectTree) call.getMethodSelect()).getExpression()).toList();
        for (var argument : call.getArguments()) {
            var values = value(argument).toList();
            found =
                    found.stream()
                            .flatMap(text -> values.stream().map(one -> put(text, one)))
                            .toList();
        }
        return found.stream().map(text -> text.replace("%%", "%"));
    }

    private static String put(String format, String value) {
        return FORMAT.matcher(format).replaceFirst(Matcher.quoteReplacement(value));
    }

    private static String numbered(String text) {
        var parts = text.split(VALUE, -1);
        var numbered = new StringBuilder(parts[0]);
        for (int value = 0; value < parts.length - 1; value++) {
            numbered.append('{').append(value).append('}').append(parts[value + 1]);
        }
        return numbered.toString();
    }
}
