package io.issueloop.appraisal.people;

import io.issueloop.shared.Zones;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of messages about the rating of peers; nothing is said of anybody's ratings. */
final class PeerTexts {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private PeerTexts() {}

    static String title(int left, boolean again) {
        return again ? "互评即将截止，还有 %d 位同事待评价".formatted(left) : "请评价 %d 位共事的同事".formatted(left);
    }

    static String text(PeerRound round) {
        return "%s同事互评，每人三项，一分钟一位。\n匿名：任何人都看不到谁给了多少分。\n截止：%s，之前可以修改"
                .formatted(
                        round.quarter().label(),
                        WHEN.format(round.closesAt().atZone(Zones.REPORTING)));
    }
}
