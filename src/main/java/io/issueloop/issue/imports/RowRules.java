package io.issueloop.issue.imports;

import io.issueloop.issue.IntakeRules;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.ReportIssue;
import io.issueloop.issue.Urgency;
import io.issueloop.issue.imports.ImportRow.Link;
import io.issueloop.issue.imports.ImportRow.Words;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one row and names everything that is wrong with it; not reused for another row. */
final class RowRules {

    private static final int MAX_KEY = 100;

    private final ColumnMapping mapping;
    private final FileRow row;
    private final Lookup lookup;
    private final List<String> reasons = new ArrayList<>();

    RowRules(ColumnMapping mapping, FileRow row, Lookup lookup) {
        this.mapping = mapping;
        this.row = row;
        this.lookup = lookup;
    }

    /** What a row's cells are held against. */
    record Lookup(IntakeRules intake, PeopleNamed people, RowTimes times, RulesOfRun rules) {}

    /**
     * The row.
     *
     * @throws Refused with every reason, joined by ；
     */
    ImportRow read() {
        var key = key();
        var reporter = person(ImportColumn.REPORTER, true);
        var handler = person(ImportColumn.HANDLER, false);
        var words = words(reporter.orElse(UserId.SYSTEM));
        var times = lookup.times().read(this::cell, reasons);
        var stars = stars();
        var link = link(key);
        if (times.isPresent()) {
            var read =
                    new ImportRow(
                            key,
                            words,
                            reporter.orElse(UserId.SYSTEM),
                            handler,
                            times.get(),
                            stars,
                            link);
            RowSense.check(read, reasons);
            if (reasons.isEmpty()) {
                return read;
            }
        }
        throw new Refused(String.join("；", reasons));
    }

    private String key() {
        var key = cell(ImportColumn.KEY);
        if (key.isEmpty()) {
            reasons.add("请填写外部编号");
        } else if (key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
            reasons.add("外部编号最多 %d 字".formatted(MAX_KEY));
        }
        return key;
    }

    private Words words(UserId reporter) {
        var category = Optional.of(cell(ImportColumn.CATEGORY)).filter(text -> !text.isEmpty());
        if (category.filter(named -> !IssueLifecycle.CATEGORIES.contains(named)).isPresent()) {
            reasons.add("分类“%s”无效，请选择 技术、流程、人员 或 工具".formatted(category.get()));
        }
        var report = report(reporter);
        return new Words(
                report.map(ReportIssue::description).orElse(""),
                report.map(ReportIssue::urgency).orElse(Urgency.MEDIUM),
                report.map(ReportIssue::project).orElse(""),
                category);
    }

    private Optional<ReportIssue> report(UserId reporter) {
        try {
            return Optional.of(
                    lookup.intake()
                            .check(
                                    reporter,
                                    cell(ImportColumn.DESCRIPTION),
                                    cell(ImportColumn.URGENCY),
                                    cell(ImportColumn.PROJECT),
                                    false,
                                    "IMPORT"));
        } catch (Refused refused) {
            reasons.add(refused.reason());
            return Optional.empty();
        }
    }

    private Optional<UserId> person(ImportColumn column, boolean required) {
        var named = cell(column);
        if (named.isEmpty()) {
            if (required) {
                reasons.add("请填写%s".formatted(column.label()));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(lookup.people().called(named));
        } catch (Refused refused) {
            reasons.add("%s：%s".formatted(column.label(), refused.reason()));
            return Optional.empty();
        }
    }

    private Optional<Integer> stars() {
        var text = cell(ImportColumn.STARS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[1-5](\\.0+)?")) {
            reasons.add("满意度“%s”无效，请填 1–5 的整数".formatted(text));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text.substring(0, 1)));
    }

    private Optional<Link> link(String key) {
        var to = cell(ImportColumn.DUPLICATE_OF);
        var named = cell(ImportColumn.DUPLICATE_KIND);
        if (to.isEmpty() && named.isEmpty()) {
            return Optional.empty();
        }
        var kind =
                Arrays.stream(Link.Kind.values())
                        .filter(one -> one.label().equals(named))
                        .findFirst();
        if (kind.isEmpty()) {
            reasons.add(
                    named.isEmpty()
                            ? "填了重复于，请选择重复类型"
                            : "重复类型“%s”无效，请选择 重复提报 或 复发".formatted(named));
        }
        if (to.isEmpty()) {
            reasons.add("填了重复类型，请填写重复于");
        } else if (to.equals(key)) {
            reasons.add("不能重复于自己");
        }
        return kind.map(known -> new Link(to, known));
    }

    private String cell(ImportColumn column) {
        return mapping.cell(row, column);
    }
}
