package io.issueloop.issue.imports;

import io.issueloop.directory.Directory;
import io.issueloop.issue.IntakeRules;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the rows of a run are read, and the first look at all of them. */
@Component
class ImportReading {

    private static final int HOLD_EVERY = 2000;

    private final FirstLook look;
    private final ImportHolds holds;
    private final IntakeRules intake;
    private final Directory directory;
    private final ObjectProvider<ImportProcess> rules;
    private final Clock clock;

    ImportReading(
            FirstLook look,
            ImportHolds holds,
            IntakeRules intake,
            Directory directory,
            ObjectProvider<ImportProcess> rules,
            Clock clock) {
        this.look = look;
        this.holds = holds;
        this.intake = intake;
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    /** What stays the same while the run goes through its file. */
    RunContext of(ImportRun run, Spreadsheet sheet) {
        var mapping = ColumnMapping.of(sheet.head(), run.options().mapping());
        var lookup =
                new RowRules.Lookup(
                        intake,
                        new PeopleNamed(directory),
                        new RowTimes(clock.instant()),
                        new RulesOfRun(rules::getObject));
        return new RunContext(run.id(), run, mapping, lookup);
    }

    /** Goes through the whole file and answers how many rows there are. */
    int lookAt(RunContext context, Spreadsheet sheet) {
        var notes = look.begin(context.runId());
        var rows = new AtomicInteger();
        sheet.forEach(
                row -> {
                    if (rows.incrementAndGet() % HOLD_EVERY == 0) {
                        holds.hold(context.runId());
                    }
                    context.attempt(row).good().ifPresent(good -> notes.see(row.line(), good));
                });
        notes.complete();
        return rows.get();
    }

    /** The run is over. */
    void forget(long runId) {
        look.forget(runId);
    }
}
