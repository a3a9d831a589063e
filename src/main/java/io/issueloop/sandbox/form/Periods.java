package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When a form that repeats opens its next period: at the time of day of {@code remind_time}, every
 * day, on the days of the week in {@code week_flag} (bit 0 is Monday) or on a day of the month
 * (page 97462). Of holidays the sandbox knows only the weekend.
 */
final class Periods {

    static final int WEEKLY = 0;
    private static final int DAILY = 1;
    private static final int MOST = 400;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Periods() {}

    /** The openings after one time up to another, unix seconds, at most 400. */
    static List<Long> between(JsonNode rule, long after, long upTo) {
        var openings = new ArrayList<Long>();
        if (!rule.path("enable").asBoolean()) {
            return openings;
        }
        var time = local(rule.path("remind_time").asLong()).toLocalTime();
        var day = local(after).toLocalDate();
        while (openings.size() < MOST) {
            long at = day.atTime(time).atZone(ZONE).toEpochSecond();
            if (at > upTo) {
                break;
            }
            if (at > after && isDue(rule, day)) {
                openings.add(at);
            }
            day = day.plusDays(1);
        }
        return openings;
    }

    private static boolean isDue(JsonNode rule, LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        if (rule.path("skip_holiday").asBoolean() && weekday > 5) {
            return false;
        }
        return switch (rule.path("repeat_type").asInt()) {
            case WEEKLY -> (rule.path("week_flag").asInt() >> (weekday - 1) & 1) == 1;
            case DAILY -> true;
            default ->
                    day.getDayOfMonth()
                            == Math.min(rule.path("day_of_month").asInt(), day.lengthOfMonth());
        };
    }

    private static ZonedDateTime local(long seconds) {
        return Instant.ofEpochSecond(seconds).atZone(ZONE);
    }
}
