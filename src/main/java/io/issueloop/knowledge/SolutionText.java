package io.issueloop.knowledge;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueStatus;
import io.issueloop.knowledge.DocumentStore.Paragraph;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What a solution document says: how it stands, 背景, 原因, 方案, 验证. A template while the issue is
 * handled, frozen once it is closed: nothing in it changes afterwards.
 */
final class SolutionText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String TO_COME = "（处理人提交方案时由系统填写，请勿在此直接填写）";
    private static final String MISSING = "（待处理人补充）";

    private SolutionText() {}

    static String title(Issue issue) {
        return "%s %s 解决方案".formatted(issue.no(), issue.title());
    }

    static List<Paragraph> of(Issue issue, Directory people) {
        var solution = issue.solution();
        return List.of(
                text(standing(issue)),
                heading("背景"),
                text(issue.description()),
                text(
                        "提报人：%s　提报时间：%s"
                                .formatted(
                                        people.name(issue.reporter()),
                                        time(Optional.of(issue.reportedAt())))),
                text(
                        "处理人：%s　解决时间：%s"
                                .formatted(
                                        issue.handler().map(people::name).orElse("—"),
                                        time(issue.resolvedAt()))),
                heading("原因"),
                text(orMissing(issue, solution.cause())),
                heading("方案"),
                text(orMissing(issue, solution.measures())),
                heading("验证"),
                text(orMissing(issue, solution.verification())));
    }

    private static Paragraph heading(String text) {
        return new Paragraph(true, text);
    }

    private static Paragraph text(String text) {
        return new Paragraph(false, text);
    }

    /** The first line: whether the text is still to change. */
    private static String standing(Issue issue) {
        if (issue.status() == IssueStatus.CLOSED) {
            return "状态：已归档（%s 关闭），内容不再更新".formatted(time(issue.closedAt()));
        }
        return issue.resolvedAt().isPresent() ? "状态：已解决，待提报人评价" : "状态：处理中";
    }

    private static String orMissing(Issue issue, String text) {
        if (!text.isBlank()) {
            return text;
        }
        return issue.resolvedAt().isPresent() ? MISSING : TO_COME;
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(at -> TIME.format(at.atZone(Zones.REPORTING))).orElse("—");
    }
}
