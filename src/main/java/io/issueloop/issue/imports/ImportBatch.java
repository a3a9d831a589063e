package io.issueloop.issue.imports;

import io.issueloop.issue.imports.FirstLook.Line;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.RunContext.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes some rows, all in one transaction with the note of how far the run got: whoever goes on
 * after a crash goes on exactly there.
 */
@Component
class ImportBatch {

    private final FirstLook look;
    private final ImportedIssues issues;
    private final AddedRows added;
    private final ChangedRow changed;
    private final ImportProblems problems;
    private final ImportRuns runs;

    ImportBatch(
            FirstLook look,
            ImportedIssues issues,
            AddedRows added,
            ChangedRow changed,
            ImportProblems problems,
            ImportRuns runs) {
        this.look = look;
        this.issues = issues;
        this.added = added;
        this.changed = changed;
        this.problems = problems;
        this.runs = runs;
    }

    @Transactional
    public void take(RunContext context, List<FileRow> rows) {
        var read = rows.stream().map(context::attempt).toList();
        var good = read.stream().flatMap(one -> one.good().stream()).toList();
        var known = new KnownKeys(issues, RunContext.keys(good));
        var lines = look.of(context.runId(), good.stream().map(ImportRow::key).toList());
        var refused = new ArrayList<ImportProblem>();
        var fresh = new ArrayList<ImportRow>();
        var counts = Counts.NONE;
        for (var one : read) {
            var wrong = problem(one, lines);
            if (wrong.isPresent()) {
                refused.add(context.problem(one.row(), wrong.get()));
            } else if (known.isWritten(one.good().orElseThrow().key())) {
                counts = counts.plus(again(context, one, known, refused));
            } else {
                fresh.add(one.good().orElseThrow());
            }
        }
        counts = counts.plus(added.add(context, fresh, known));
        problems.add(context.runId(), refused);
        runs.progressed(
                context.runId(),
                rows.get(rows.size() - 1).line(),
                counts.plus(new Counts(0, 0, 0, refused.size(), 0)));
    }

    /** A row that could not be written for a reason of ours. */
    @Transactional
    public void giveUp(RunContext context, FileRow row, String reason) {
        problems.add(context.runId(), List.of(context.problem(row, reason)));
        runs.progressed(context.runId(), row.line(), new Counts(0, 0, 0, 1, 0));
    }

    /** What is wrong with the row, by itself or in the company of the others. */
    private static Optional<String> problem(Read one, Map<String, Line> lines) {
        if (one.good().isEmpty()) {
            return Optional.of(one.reason());
        }
        var row = one.good().get();
        var known = lines.getOrDefault(row.key(), new Line(one.row().line(), true));
        if (known.line() != one.row().line()) {
            return Optional.of("外部编号与第 %d 行重复".formatted(known.line()));
        }
        return row.link()
                .filter(link -> !known.sound())
                .map(link -> "重复于“%s”：文件中没有这一行（或那一行有错），以前也没有导入过".formatted(link.to()));
    }

    private Counts again(
            RunContext context, Read one, KnownKeys known, List<ImportProblem> refused) {
        var row = one.good().orElseThrow();
        var outcome = changed.take(context, row, known);
        outcome.refusal().ifPresent(reason -> refused.add(context.problem(one.row(), reason)));
        return outcome.counts();
    }
}
