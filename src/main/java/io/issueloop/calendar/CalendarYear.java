package io.issueloop.calendar;

import io.issueloop.shared.Refused;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * All exceptions of a year; a year that is here is confirmed, even without any.
 *
 * @param days by date
 * @param hours the company's, unless it is a team's own year
 */
public record CalendarYear(Year year, List<CalendarDay> days, WorkHours hours) {

    private static final int FIRST = 2000;
    private static final int LAST = 2099;
    private static final int MAX_NAME = 20;

    /** With the company's hours. */
    public CalendarYear(Year year, List<CalendarDay> days) {
        this(year, days, WorkHours.COMPANY);
    }

    /**
     * @throws Refused when a day is not of this year, stands there twice or is named at length
     */
    public CalendarYear {
        require(
                year.getValue() >= FIRST && year.getValue() <= LAST,
                "工作日历只到 2099 年，不能编辑 %s 年".formatted(year));
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            require(Year.from(day.day()).equals(year), "%s 不在 %s 年".formatted(day.day(), year));
            require(seen.add(day.day()), day.day() + " 出现了两次，请只保留一行");
            require(
                    day.name().length() <= MAX_NAME,
                    "%s 的名称最多 %d 字".formatted(day.day(), MAX_NAME));
        }
        days = days.stream().sorted(Comparator.comparing(CalendarDay::day)).toList();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
