package io.issueloop.issue.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of rows that were not taken: the columns of an import and 错误原因, so that it can be
 * corrected and imported as it is.
 */
abstract class ErrorRows {

    static final String REASON = "错误原因";

    final void add(ImportProblem problem) {
        var cells = new ArrayList<String>();
        for (var column : ImportColumn.values()) {
            cells.add(FormulaGuard.guarded(problem.cells().getOrDefault(column, "")));
        }
        cells.add("第 %d 行：%s".formatted(problem.line(), problem.reason()));
        try {
            write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> head() {
        var head =
                new ArrayList<>(
                        Arrays.stream(ImportColumn.values()).map(ImportColumn::label).toList());
        head.add(REASON);
        return head;
    }

    abstract void write(List<String> cells) throws IOException;

    abstract void finish() throws IOException;
}
