package io.issueloop.collaboration.weekly;

import io.issueloop.shared.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/** An ISO week of Asia/Shanghai, written {@code 2026W47}. */
public record Week(LocalDate monday) implements Comparable<Week> {

    private static final Pattern CODE = Pattern.compile("(\\d{4})W(\\d{2})");

    static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    static Week of(Instant instant) {
        return of(LocalDate.ofInstant(instant, Zones.REPORTING));
    }

    /**
     * @throws IllegalArgumentException when the text is no week
     */
    public static Week of(String code) {
        var match = CODE.matcher(code);
        if (match.matches()) {
            var fourth = LocalDate.of(Integer.parseInt(match.group(1)), 1, 4); // is in week 1
            var week = new Week(of(fourth).monday.plusWeeks(Long.parseLong(match.group(2)) - 1));
            if (week.code().equals(code)) {
                return week;
            }
        }
        throw new IllegalArgumentException("not a week: " + code);
    }

    public String code() {
        return "%dW%02d".formatted(year(), number());
    }

    /** 2026年第47周. */
    public String label() {
        return "%d年第%d周".formatted(year(), number());
    }

    Week next() {
        return new Week(monday.plusWeeks(1));
    }

    Week before() {
        return new Week(monday.minusWeeks(1));
    }

    private int year() {
        return monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    private int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return code();
    }
}
