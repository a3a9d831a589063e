package io.issueloop.collaboration.weekly;

import io.issueloop.collaboration.weekly.ReportDocuments.Paragraph;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What weekly reports say: Chinese, short. Pure functions of the sheet. */
final class WeeklyTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final int MAX_LINES = 40;

    private WeeklyTexts() {}

    static String title(WeeklySheet sheet) {
        return "%s周报：%s".formatted(sheet.week().label(), sheet.subject());
    }

    /** 解决 3，在办 5（超时 1），下周到期 2 … one fact a line. */
    static String person(WeeklySheet sheet) {
        return String.join("\n", figures(sheet))
                + (sheet.writers() > 0 ? "\n本周汇报：已写" : "\n本周汇报：未写");
    }

    static String team(WeeklySheet sheet) {
        return String.join("\n", figures(sheet)) + "\n" + journals(sheet);
    }

    static String journals(WeeklySheet sheet) {
        return "本周汇报 %d/%d 人".formatted(sheet.writers(), sheet.members());
    }

    private static List<String> figures(WeeklySheet sheet) {
        var lines = new ArrayList<String>();
        lines.add(
                "解决 %d 件，在办 %d 件%s"
                        .formatted(
                                sheet.count(WeeklyLine::solved),
                                sheet.count(WeeklyLine::open),
                                late(sheet.count(WeeklyLine::overdue))));
        lines.add("下周到期 %d 件".formatted(sheet.count(WeeklyLine::dueNext)));
        sheet.stars()
                .ifPresent(
                        stars ->
                                lines.add(
                                        "本周评价 %d 次，平均 %.1f 星"
                                                .formatted(
                                                        sheet.count(l -> l.stars().isPresent()),
                                                        stars)));
        return lines;
    }

    private static String late(int overdue) {
        return overdue == 0 ? "，无超时" : "，其中超时 %d 件".formatted(overdue);
    }

    /** A team's document: figures, then the issues, then everybody's share. */
    static List<Paragraph> document(WeeklySheet sheet, Directory people, String link) {
        var parts = new ArrayList<Paragraph>();
        parts.add(Paragraph.text("统计区间：%s 至 %s".formatted(day(sheet.from()), day(sheet.to()))));
        parts.add(Paragraph.text(team(sheet)));
        parts.add(Paragraph.text("在线查看：" + link));
        list(parts, "超时未解决", sheet.those(WeeklyLine::overdue), people);
        list(parts, "下周到期", sheet.those(WeeklyLine::dueNext), people);
        list(parts, "本周解决", sheet.those(WeeklyLine::solved), people);
        parts.add(Paragraph.heading("成员"));
        sheet.lines().stream()
                .map(WeeklyLine::handler)
                .distinct()
                .sorted((one, other) -> people.name(one).compareTo(people.name(other)))
                .forEach(user -> parts.add(Paragraph.text(share(sheet, user, people))));
        return parts;
    }

    private static String share(WeeklySheet sheet, UserId user, Directory people) {
        Predicate<WeeklyLine> own = line -> line.handler().equals(user);
        return "%s：解决 %d，在办 %d，超时 %d，下周到期 %d"
                .formatted(
                        people.name(user),
                        sheet.count(own.and(WeeklyLine::solved)),
                        sheet.count(own.and(WeeklyLine::open)),
                        sheet.count(own.and(WeeklyLine::overdue)),
                        sheet.count(own.and(WeeklyLine::dueNext)));
    }

    private static void list(
            List<Paragraph> parts, String title, List<WeeklyLine> lines, Directory people) {
        parts.add(Paragraph.heading("%s（%d）".formatted(title, lines.size())));
        if (lines.isEmpty()) {
            parts.add(Paragraph.text("无"));
            return;
        }
        var text =
                lines.stream()
                        .limit(MAX_LINES)
                        .map(line -> line(line, people))
                        .collect(Collectors.joining("\n"));
        var more = lines.size() > MAX_LINES ? "\n……共 %d 件".formatted(lines.size()) : "";
        parts.add(Paragraph.text(text + more));
    }

    private static String line(WeeklyLine line, Directory people) {
        var due = line.open() ? line.dueAt().map(at -> "，截止 " + day(at)).orElse("") : "";
        return "%s %s（%s%s）"
                .formatted(line.issueNo(), line.title(), people.name(line.handler()), due);
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(Zones.REPORTING));
    }
}
