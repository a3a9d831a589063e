package io.issueloop.knowledge;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.knowledge.DocumentStore.Paragraph;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What a solution document says: 背景, 原因, 方案, 验证. */
final class SolutionText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String MISSING = "（待处理人补充）";

    private SolutionText() {}

    static String title(Issue issue) {
        return "%s %s 解决方案".formatted(issue.no(), issue.title());
    }

    static List<Paragraph> of(Issue issue, Directory people) {
        var solution = issue.solution();
        return List.of(
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
                text(orMissing(solution.cause())),
                heading("方案"),
                text(orMissing(solution.measures())),
                heading("验证"),
                text(orMissing(solution.verification())));
    }

    private static Paragraph heading(String text) {
        return new Paragraph(true, text);
    }

    private static Paragraph text(String text) {
        return new Paragraph(false, text);
    }

    private static String orMissing(String text) {
        return text.isBlank() ? MISSING : text;
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(at -> TIME.format(at.atZone(Zones.REPORTING))).orElse("—");
    }
}
