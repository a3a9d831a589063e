package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through a file: once to know it, then batch by batch. */
@Component
class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int BATCH = 200;

    private final ImportFiles files;
    private final ImportRuns runs;
    private final ImportHolds holds;
    private final ImportReading reading;
    private final ImportBatch batch;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private volatile boolean stopping;

    ImportRunner(
            ImportFiles files,
            ImportRuns runs,
            ImportHolds holds,
            ImportReading reading,
            ImportBatch batch,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.files = files;
        this.runs = runs;
        this.holds = holds;
        this.reading = reading;
        this.batch = batch;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** The application ends: what is under way stops between two batches and can be taken on. */
    void stop() {
        stopping = true;
    }

    /** From where it stopped to its end; what fails it is kept with it. */
    void run(long id) {
        var run = runs.find(id).orElseThrow();
        var file = files.fetch(run.file().id());
        try {
            goThrough(run, new Spreadsheet(file));
            end(run);
        } catch (Stopped stopped) {
            holds.release(id);
        } catch (Refused refused) {
            runs.ended(id, Optional.of(refused.reason()));
        } catch (RuntimeException e) {
            log.error("import {} failed", id, e);
            runs.ended(id, Optional.of("导入中断：系统出现意外的错误。请点“继续导入”，已完成的行不会重复"));
        } finally {
            delete(file);
        }
    }

    private void end(ImportRun run) {
        transaction.executeWithoutResult(
                status -> {
                    runs.ended(run.id(), Optional.empty());
                    reading.forget(run.id());
                    if (!run.options().dryRun()) {
                        publisher.publishEvent(new IssuesImported(run.id()));
                    }
                });
        log.info("import {} done", run.id());
    }

    private void goThrough(ImportRun run, Spreadsheet sheet) {
        var context = reading.of(run, sheet);
        runs.begun(run.id(), reading.lookAt(context, sheet), context.mapping().ignored());
        var waiting = new ArrayList<FileRow>();
        sheet.forEach(
                row -> {
                    if (row.line() > run.lastLine()) {
                        waiting.add(row);
                    }
                    if (waiting.size() == BATCH) {
                        take(context, waiting);
                    }
                });
        take(context, waiting);
    }

    /** All at once, or, where one of them breaks the others, one by one. */
    private void take(RunContext context, List<FileRow> rows) {
        if (stopping) {
            throw new Stopped();
        }
        if (rows.isEmpty()) {
            return;
        }
        try {
            batch.take(context, rows);
        } catch (RuntimeException e) {
            log.warn("import {}: batch failed, row by row", context.runId(), e);
            rows.forEach(row -> takeAlone(context, row));
        }
        rows.clear();
    }

    private void takeAlone(RunContext context, FileRow row) {
        try {
            batch.take(context, List.of(row));
        } catch (RuntimeException e) {
            log.warn("import {}: line {} failed", context.runId(), row.line(), e);
            batch.giveUp(context, row, "系统没能写入这一行，请检查后再次导入；仍不行请联系管理员");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the way out of the file. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
