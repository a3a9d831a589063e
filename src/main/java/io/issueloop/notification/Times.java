package io.issueloop.notification;

import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people say them. */
final class Times {

    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private Times() {}

    /** E.g. 11月24日（周二）18:00, in Asia/Shanghai. */
    static String spoken(Instant instant) {
        return SPOKEN.format(instant.atZone(Zones.REPORTING));
    }
}
