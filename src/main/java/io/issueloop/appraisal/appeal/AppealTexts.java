package io.issueloop.appraisal.appeal;

import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of messages about an appeal. */
final class AppealTexts {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private AppealTexts() {}

    /** A message but for where it leads. */
    record Text(String title, String text) {}

    static Text assign(Appeal appeal, String who, boolean again) {
        return new Text(
                again ? "申诉还没有指定裁决人" : "请指定申诉的裁决人", about(appeal, who) + "\n请选一位没有参与过这件事的人");
    }

    static Text decide(Appeal appeal, String who, boolean again) {
        return new Text(
                again ? "绩效申诉的裁决期限快到了" : "请裁决一项绩效申诉",
                about(appeal, who) + "\n期限：" + spoken(appeal.dueAt()));
    }

    static Text escalated(Appeal appeal, String who, Optional<String> decider) {
        return new Text(
                "申诉裁决已逾期",
                about(appeal, who) + "\n现由 %s 裁决，可在申诉页另选裁决人".formatted(decider.orElse("—")));
    }

    static Text decided(Appeal appeal) {
        var effect =
                appeal.effect().stream()
                        .flatMap(List::stream)
                        .map(one -> "%s：%s → %s".formatted(one.metric(), one.before(), one.after()))
                        .collect(Collectors.joining("\n"));
        return new Text(
                "您的申诉%s：%s".formatted(appeal.state().label(), appeal.subject()),
                "理由：%s%s".formatted(appeal.decision(), effect.isEmpty() ? "" : "\n" + effect));
    }

    /** What the forms show, at most 500 characters. */
    static String summary(Appeal appeal, String who) {
        return "%s\n裁决期限：%s\n\n申诉的理由与证据请在申诉页查看：/m/appeal/%s"
                .formatted(about(appeal, who), spoken(appeal.dueAt()), appeal.no());
    }

    private static String about(Appeal appeal, String who) {
        return "%s　%s\n%s　%s"
                .formatted(appeal.no(), who, appeal.quarter().label(), appeal.subject());
    }

    private static String spoken(Instant instant) {
        return WHEN.format(instant.atZone(Zones.REPORTING));
    }
}
