package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.AgendaItem;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What messages about reviews say: Chinese, short; the link is added by who sends. */
final class ReviewTexts {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M月d日（E）", Locale.CHINA);
    private static final int MAX_NAMES = 6;

    private ReviewTexts() {}

    /** Title and text of a message. */
    record Text(String title, String body) {}

    static Text invitation(Review review, Directory people) {
        return new Text(
                "复盘会：" + review.topic(),
                "时间：%s\n主持：%s\n参会：%s\n原因：%s"
                        .formatted(
                                hour(review),
                                people.name(review.lead()),
                                names(review, people),
                                review.reason()));
    }

    static Text moved(Review review, Directory people) {
        return new Text(
                "复盘会改期：" + review.topic(),
                "新时间：%s\n主持：%s".formatted(hour(review), people.name(review.lead())));
    }

    static Text conclude(Review review) {
        return new Text("请记录复盘结论：" + review.topic(), "写下结论，以及要做的改进措施、负责人和完成日期");
    }

    static Text concludeReminder(Review review) {
        return new Text(
                "复盘结论还没有记录：" + review.topic(),
                "会议已于 %s 结束，请补上结论与改进措施".formatted(spoken(review.endsAt())));
    }

    static Text measure(Review review, Measure measure) {
        return new Text(
                "改进措施：" + measure.title(),
                "来自复盘：%s\n完成日期：%s\n完成后请说明做了什么".formatted(review.topic(), day(measure.dueOn())));
    }

    static Text measureReminder(Review review, Measure measure) {
        return new Text(
                "改进措施即将到期：" + measure.title(),
                "来自复盘：%s\n完成日期：%s".formatted(review.topic(), day(measure.dueOn())));
    }

    /** What stands in the meeting itself; at most 500 characters. */
    static String description(Review review, List<AgendaItem> agenda, String link) {
        return cut("%s\n%s\n%s%s".formatted(review.key(), link, review.reason(), topics(agenda)));
    }

    /** What the form shows; at most 500 characters. */
    static String summary(Review review, List<AgendaItem> agenda) {
        return cut(
                "%s\n%s　%s%s"
                        .formatted(review.topic(), hour(review), review.reason(), topics(agenda)));
    }

    private static String topics(List<AgendaItem> agenda) {
        return agenda.stream()
                .map(item -> "\n%s %s（%s）".formatted(item.issueNo(), item.title(), item.reasons()))
                .collect(Collectors.joining());
    }

    private static String cut(String text) {
        return Excerpt.of(text, 500);
    }

    /** 11月24日（周二）10:00–11:00. */
    static String hour(Review review) {
        return spoken(review.startsAt())
                + "–"
                + TIME.format(review.endsAt().atZone(Zones.REPORTING));
    }

    private static String names(Review review, Directory people) {
        var all = review.participants();
        var some = all.stream().limit(MAX_NAMES).map(people::name).collect(Collectors.joining("、"));
        return all.size() <= MAX_NAMES ? some : "%s 等 %d 人".formatted(some, all.size());
    }

    private static String spoken(Instant instant) {
        return WHEN.format(instant.atZone(Zones.REPORTING));
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
