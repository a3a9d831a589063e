package io.issueloop.issue.imports;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IntakeRules;
import io.issueloop.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through a file: once to know it, then batch by batch. */
@Component
class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int BATCH = 200;
    private static final int HOLD_EVERY = 2000;

    private final ImportFiles files;
    private final ImportRuns runs;
    private final FirstLook look;
    private final ImportBatch batch;
    private final IntakeRules intake;
    private final Directory directory;
    private final ObjectProvider<ImportProcess> rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private volatile boolean stopping;

    ImportRunner(
            ImportFiles files,
            ImportRuns runs,
            FirstLook look,
            ImportBatch batch,
            IntakeRules intake,
            Directory directory,
            ObjectProvider<ImportProcess> rules,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.files = files;
        this.runs = runs;
        this.look = look;
        this.batch = batch;
        this.intake = intake;
        this.directory = directory;
        this.rules = rules;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
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
            runs.release(id);
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
                    look.forget(run.id());
                    if (!run.options().dryRun()) {
                        publisher.publishEvent(new IssuesImported(run.id()));
                    }
                });
        log.info("import {} done", run.id());
    }

    private void goThrough(ImportRun run, Spreadsheet sheet) {
        var mapping = ColumnMapping.of(sheet.head(), run.options().mapping());
        var lookup =
                new RowRules.Lookup(
                        intake,
                        new PeopleNamed(directory),
                        new RowTimes(clock.instant()),
                        new RulesOfRun(rules::getObject));
        var context = new RunContext(run.id(), run, mapping, lookup);
        runs.begun(run.id(), lookAt(context, sheet), mapping.ignored());
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

    /** Answers how many rows there are. */
    private int lookAt(RunContext context, Spreadsheet sheet) {
        var notes = look.begin(context.runId());
        var rows = new AtomicInteger();
        sheet.forEach(
                row -> {
                    if (rows.incrementAndGet() % HOLD_EVERY == 0) {
                        runs.hold(context.runId());
                    }
                    context.attempt(row).good().ifPresent(good -> notes.see(row.line(), good));
                });
        notes.complete();
        return rows.get();
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
