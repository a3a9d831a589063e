package io.issueloop.support;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The texts in Java sources, which are only parsed. */
public final class JavaTexts extends TreeScanner<Void, String> {

    private final List<Text> texts = new ArrayList<>();
    private final JavaWordings wordings;
    private final String file;
    private String method = "";

    private JavaTexts(String file, JavaWordings wordings) {
        this.file = file;
        this.wordings = wordings;
    }

    /**
     * @param file below the directory that is read
     * @param within the class, method or @annotation it is an argument of, else empty
     * @param method the method it stands in, else empty
     * @param wording with its values as {0}, {1}; empty for an argument of a new object that says
     *     something found elsewhere
     */
    public record Text(String file, String within, String method, String wording) {}

    /** All texts of the sources under a directory. */
    public static List<Text> in(Path directory) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(directory)) {
            var paths = found.filter(one -> one.toString().endsWith(".java")).toList();
            var sources = files.getJavaFileObjectsFromPaths(paths);
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            var texts = new ArrayList<Text>();
            for (var unit : task.parse()) {
                texts.addAll(of(unit, directory));
            }
            return texts;
        }
    }

    private static List<Text> of(CompilationUnitTree unit, Path directory) {
        var file = directory.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        var constants = new HashMap<String, ExpressionTree>();
        new Constants().scan(unit, constants);
        var reader = new JavaTexts(file.toString(), new JavaWordings(constants));
        reader.scan(unit, "");
        return reader.texts;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, String within) {
        if (tree instanceof ExpressionTree expression && JavaWordings.isText(expression)) {
            wordings.of(expression).forEach(one -> add(within, one));
            new Values(within).scan(expression, "");
            return null;
        }
        return super.scan(tree, within);
    }

    private void add(String within, String wording) {
        texts.add(new Text(file, within, method, wording));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree declared, String within) {
        method = declared.getName().toString();
        super.visitMethod(declared, "");
        method = "";
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, String within) {
        var name = made.getIdentifier().toString();
        scan(made.getClassBody(), "");
        if (made.getArguments().size() == 1) {
            var only = made.getArguments().get(0);
            if (!wordings.isKnown(only)) {
                add(name, "");
            } else if (!JavaWordings.isText(only)) {
                wordings.of(only).forEach(one -> add(name, one));
            }
        }
        return scan(made.getArguments(), name);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, String within) {
        scan(call.getMethodSelect(), within);
        return scan(call.getArguments(), name(call));
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, String within) {
        return scan(annotation.getArguments(), "@" + annotation.getAnnotationType());
    }

    private static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }

    /** Reads the texts inside the values of a text. */
    private final class Values extends TreeScanner<Void, String> {

        private final String within;

        Values(String within) {
            this.within = within;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, String nothing) {
            boolean same = tree instanceof ExpressionTree part && JavaWordings.isText(part);
            return same ? super.scan(tree, nothing) : JavaTexts.this.scan(tree, within);
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree formatted, String nothing) {
            scan(((MemberSelectTree) formatted.getMethodSelect()).getExpression(), nothing);
            return scan(formatted.getArguments(), nothing);
        }
    }

    /** The texts with a name: constants, and variables that are set where they are declared. */
    private static final class Constants extends TreeScanner<Void, Map<String, ExpressionTree>> {

        @Override
        public @Nullable Void visitVariable(VariableTree one, Map<String, ExpressionTree> found) {
            if (one.getInitializer() != null && JavaWordings.isText(one.getInitializer())) {
                found.put(one.getName().toString(), one.getInitializer());
            }
            return super.visitVariable(one, found);
        }
    }
}
