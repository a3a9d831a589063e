package io.issueloop.issue.imports;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.ImportedIssues.Known;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows seen for the first time become issues with their facts; open ones enter the process. */
@Component
class AddedRows {

    private final ImportedIssues issues;
    private final ImportFacts facts;
    private final ImportWriter writer;
    private final OpenIssues open;
    private final Clock clock;

    AddedRows(
            ImportedIssues issues,
            ImportFacts facts,
            ImportWriter writer,
            OpenIssues open,
            Clock clock) {
        this.issues = issues;
        this.facts = facts;
        this.writer = writer;
        this.open = open;
        this.clock = clock;
    }

    Counts add(RunContext context, List<ImportRow> rows, KnownKeys known) {
        var opened = (int) rows.stream().filter(row -> !row.status().isEnd()).count();
        if (!context.options().dryRun() && !rows.isEmpty()) {
            var numbers = numbers(context, rows, known);
            var issuesToBe = rows.stream().map(row -> facts.of(context, row, numbers)).toList();
            writer.insert(issuesToBe);
            issues.written(context.runId(), issuesToBe);
            issuesToBe.forEach(open::enter);
        }
        return new Counts(rows.size(), 0, 0, 0, opened);
    }

    /** Of the rows and of those they refer to; whoever has none yet gets one. */
    private Map<String, IssueNo> numbers(
            RunContext context, List<ImportRow> rows, KnownKeys known) {
        var numbers = new HashMap<String, IssueNo>();
        var without = new LinkedHashSet<String>();
        for (var key : RunContext.keys(rows)) {
            known.get(key)
                    .map(Known::issueNo)
                    .ifPresentOrElse(no -> numbers.put(key, no), () -> without.add(key));
        }
        var today = LocalDate.ofInstant(clock.instant(), Zones.REPORTING);
        var fresh =
                issues.newNumbers(DateTimeFormatter.BASIC_ISO_DATE.format(today), without.size())
                        .iterator();
        without.forEach(key -> numbers.put(key, fresh.next()));
        var promised = new HashMap<String, IssueNo>();
        without.forEach(key -> promised.put(key, numbers.get(key)));
        rows.forEach(row -> promised.remove(row.key()));
        issues.promise(context.runId(), promised);
        return numbers;
    }
}
