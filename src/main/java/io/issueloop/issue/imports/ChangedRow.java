package io.issueloop.issue.imports;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.ImportedIssues.Known;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row whose key was imported before. What was empty may be filled, words may be corrected; what
 * is recorded stays, and an issue people work on here is theirs.
 */
@Component
class ChangedRow {

    private static final Set<ImportColumn> WORDS =
            EnumSet.of(ImportColumn.DESCRIPTION, ImportColumn.PROJECT, ImportColumn.CATEGORY);

    private final ImportedIssues issues;
    private final ImportFacts facts;
    private final ImportWriter writer;
    private final OpenIssues open;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangedRow(
            ImportedIssues issues,
            ImportFacts facts,
            ImportWriter writer,
            OpenIssues open,
            JdbcClient jdbc,
            Clock clock) {
        this.issues = issues;
        this.facts = facts;
        this.writer = writer;
        this.open = open;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Outcome(Counts counts, Optional<String> refusal) {}

    Outcome take(RunContext context, ImportRow row, KnownKeys known) {
        var before = known.get(row.key()).orElseThrow();
        var differing = differing(before.values(), row.values());
        if (differing.isEmpty() || !context.options().updates()) {
            return new Outcome(new Counts(0, 0, 1, 0, 0), Optional.empty());
        }
        var refusal = refusal(before, differing);
        if (refusal.isEmpty() && !context.options().dryRun()) {
            change(context, row, before, known);
        }
        return new Outcome(refusal.isEmpty() ? new Counts(0, 1, 0, 0, 0) : Counts.NONE, refusal);
    }

    private void change(RunContext context, ImportRow row, Known before, KnownKeys known) {
        var numbers = new HashMap<String, IssueNo>(Map.of(row.key(), before.issueNo()));
        row.link()
                .flatMap(link -> known.get(link.to()).map(one -> Map.entry(link.to(), one)))
                .ifPresent(one -> numbers.put(one.getKey(), one.getValue().issueNo()));
        var now = withComment(facts.of(context, row, numbers), before, context);
        open.leave(now);
        writer.update(now);
        issues.written(context.runId(), List.of(now));
        open.enter(now);
    }

    /** Words are corrected in place; the correction itself is a fact. */
    private NewFacts withComment(NewFacts facts, Known before, RunContext context) {
        var changed =
                differing(before.values(), facts.row().values()).stream()
                        .filter(WORDS::contains)
                        .map(ImportColumn::label)
                        .collect(Collectors.joining("、"));
        if (changed.isEmpty()) {
            return facts;
        }
        var events = new ArrayList<>(facts.events());
        events.add(
                new IssueEvent(
                        facts.issueNo(),
                        IssueEventType.COMMENTED,
                        context.run().startedBy(),
                        facts.row().handler(),
                        clock.instant(),
                        Map.of("text", "导入更新了%s（第 %d 次导入）".formatted(changed, context.runId()))));
        return new NewFacts(
                facts.issueNo(),
                facts.row(),
                facts.category(),
                facts.promise(),
                facts.linkedTo(),
                events);
    }

    private Optional<String> refusal(Known before, List<ImportColumn> differing) {
        var fixed =
                differing.stream()
                        .filter(column -> !WORDS.contains(column))
                        .filter(column -> !before.values().getOrDefault(column, "").isEmpty())
                        .map(ImportColumn::label)
                        .collect(Collectors.joining("、"));
        if (!fixed.isEmpty()) {
            return Optional.of("已导入的%s不能修改，只能补充原来为空的内容".formatted(fixed));
        }
        return movedByPeople(before.issueNo())
                ? Optional.of("问题 %s 已在系统中处理，不能再由导入修改".formatted(before.issueNo()))
                : Optional.empty();
    }

    private boolean movedByPeople(IssueNo issueNo) {
        return jdbc.sql(
                        """
                        select exists (select 1 from issue_event
                                        where issue_no = :no and actor <> 'issueloop'
                                          and coalesce(idempotency_key, '') not like 'import/%')
                        """)
                .param("no", issueNo.value())
                .query(Boolean.class)
                .single();
    }

    private static List<ImportColumn> differing(
            Map<ImportColumn, String> before, Map<ImportColumn, String> now) {
        return now.keySet().stream()
                .filter(column -> !Objects.equals(before.getOrDefault(column, ""), now.get(column)))
                .toList();
    }
}
