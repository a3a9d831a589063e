package io.issueloop.web.api;

import io.issueloop.issue.imports.ImportColumn;
import io.issueloop.issue.imports.ImportProblem;
import io.issueloop.issue.imports.ImportRun;
import io.issueloop.shared.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run over an imported file, for the page.
 *
 * @param interrupted its node died or was stopped, and nobody has gone on yet
 * @param takenOver how often somebody went on where another had stopped
 */
record ImportView(
        long id,
        long fileId,
        String fileName,
        long fileSize,
        boolean dryRun,
        boolean updates,
        List<String> baseline,
        ImportRun.State state,
        boolean interrupted,
        boolean resumable,
        int takenOver,
        String byName,
        Instant requestedAt,
        Optional<Instant> finishedAt,
        int totalRows,
        int doneRows,
        ImportRun.Counts counts,
        List<String> ignored,
        Optional<String> message) {

    static ImportView of(ImportRun run, String byName, Instant now) {
        return new ImportView(
                run.id(),
                run.file().id(),
                run.file().name(),
                run.file().size(),
                run.options().dryRun(),
                run.options().updates(),
                run.options().baseline(),
                run.state(),
                run.isInterrupted(now),
                run.isResumable(),
                run.takenOver(),
                byName,
                run.requestedAt(),
                run.finishedAt(),
                run.totalRows(),
                run.counts().rows(),
                run.counts(),
                run.ignored(),
                run.message());
    }

    /** One run with the first of the rows that were not taken. */
    record WithProblems(ImportView run, List<Problem> problems) {}

    /** A row that was not taken, and enough of it to recognise it by. */
    record Problem(int line, String reason, String key, String description) {
        static Problem of(ImportProblem problem) {
            var text = problem.cells().getOrDefault(ImportColumn.DESCRIPTION, "");
            return new Problem(
                    problem.line(),
                    problem.reason(),
                    problem.cells().getOrDefault(ImportColumn.KEY, ""),
                    Excerpt.of(text, 60));
        }
    }

    /** A column a file may have. */
    record Column(String name, String label, boolean required, String help) {
        static Column of(ImportColumn column) {
            return new Column(column.name(), column.label(), column.isRequired(), column.help());
        }
    }

    /** All the page shows at first. */
    record Overview(List<Column> columns, long maxSize, List<ImportView> runs) {}
}
