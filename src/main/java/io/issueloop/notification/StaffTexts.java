package io.issueloop.notification;

import io.issueloop.directory.Absence;
import io.issueloop.issue.ClassificationReport;
import io.issueloop.issue.Issue;
import io.issueloop.notification.Message.Notice;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** What people read about who is away, who leaves and how the table did; pure functions. */
final class StaffTexts {

    private static final int LISTED = 5;

    private StaffTexts() {}

    /** To the substitute. */
    static Notice youStandIn(String name, Absence absence, List<Issue> held, URI link) {
        return new Notice(
                "请代理%s的待办".formatted(name),
                "%s不在，由您代理\n%s".formatted(days(name, absence), list(held)),
                link);
    }

    /** To the lead. */
    static Notice memberAway(
            String name, Absence absence, String substitute, List<Issue> held, URI link) {
        var who = substitute.isEmpty() ? "没有指定代理人，需要时请改派" : "由%s代理".formatted(substitute);
        return new Notice(
                "%s不在岗".formatted(name),
                "%s不在，%s\n%s".formatted(days(name, absence), who, list(held)),
                link);
    }

    /** To the lead who confirms. */
    static Notice confirmHandover(String name, int count, String due, URI link) {
        return new Notice(
                "请确认%s的离职移交".formatted(name),
                "在办 %d 件，已逐件建议接手人\n请于 %s 前确认或另选；到期未确认将全部交给负责人".formatted(count, due),
                link);
    }

    /** To a new handler: all at once. */
    static Notice handedToYou(String name, List<Issue> given, URI link) {
        return new Notice("%s离职，%d 件问题由您接手".formatted(name, given.size()), list(given), link);
    }

    /** To the handler. */
    static Notice categoryDisputed(Issue issue, String reporter, String suggested, URI link) {
        var should = suggested.isEmpty() ? "" : "，认为应是“%s”".formatted(suggested);
        return new Notice(
                "请确认分类：" + issue.title(),
                "%s\n%s对分类“%s”有异议%s\n请在问题页更正或维持"
                        .formatted(issue.no(), reporter, issue.category().orElse(""), should),
                link);
    }

    /** To the process administrators, monthly. */
    static Notice report(ClassificationReport report, URI link) {
        var misleading =
                report.keywords().stream()
                        .filter(keyword -> keyword.corrected() > 0)
                        .limit(3)
                        .map(ClassificationReport.Keyword::keyword)
                        .collect(Collectors.joining("、"));
        return new Notice(
                "%s分类质量月报".formatted(month(report.month())),
                "判定 %d 件：自动分类 %s，人工分诊 %s，自动后被更正 %s\n%s"
                        .formatted(
                                report.judged(),
                                percent(report.automatic(), report.judged()),
                                percent(report.triaged(), report.judged()),
                                percent(report.corrected(), report.automatic()),
                                misleading.isEmpty() ? "没有误导的关键词" : "易误导的关键词：" + misleading),
                link);
    }

    private static String percent(int part, int of) {
        return of == 0 ? "—" : "%.1f%%".formatted(100.0 * part / of);
    }

    private static String month(YearMonth month) {
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }

    private static String days(String name, Absence absence) {
        var from = day(absence.from());
        return absence.from().equals(absence.to())
                ? name + from
                : "%s%s至%s".formatted(name, from, day(absence.to()));
    }

    private static String day(LocalDate day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private static String list(List<Issue> issues) {
        if (issues.isEmpty()) {
            return "目前没有在办的问题";
        }
        var lines =
                issues.stream()
                        .limit(LISTED)
                        .map(issue -> issue.no() + " " + issue.title())
                        .collect(Collectors.joining("\n"));
        return issues.size() > LISTED ? "%s\n……共 %d 件".formatted(lines, issues.size()) : lines;
    }
}
