package io.issueloop.calendar;

import io.issueloop.shared.Zones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;

/**
 * One version of the calendar as arithmetic: working seconds since 2000-01-01 of any instant up to
 * 2099, and back. Days are Asia/Shanghai days, whatever the JVM's zone.
 */
final class WorkingDays implements WorkingCalendar {

    private static final long DAY = WorkingCalendar.WORKING_DAY.toSeconds();
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DAYS =
            Math.toIntExact(LocalDate.of(2100, 1, 1).toEpochDay() - FIRST.toEpochDay());

    private final int version;
    private final Set<Year> confirmed;
    private final Map<Integer, WorkHours> hours;

    /** Working days before day i; one entry more than there are days. */
    private final int[] before = new int[DAYS + 1];

    /**
     * @param exceptions whether people work on a day, where that is not as Monday–Friday has it
     * @param hours by year, where they are not the company's
     */
    WorkingDays(
            int version,
            Set<Year> confirmed,
            Map<LocalDate, Boolean> exceptions,
            Map<Integer, WorkHours> hours) {
        this.version = version;
        this.hours = Map.copyOf(hours);
        this.confirmed = Set.copyOf(confirmed);
        for (int i = 0; i < DAYS; i++) {
            var date = FIRST.plusDays(i);
            boolean working = exceptions.getOrDefault(date, isWeekday(date));
            before[i + 1] = before[i] + (working ? 1 : 0);
        }
    }

    @Override
    public Duration workBetween(Instant from, Instant to) {
        return to.isAfter(from)
                ? Duration.ofSeconds(workSeconds(to) - workSeconds(from))
                : Duration.ZERO;
    }

    @Override
    public Instant addWork(Instant from, Duration work) {
        requireNotNegative(work);
        return work.toSeconds() == 0 ? from : reached(workSeconds(from) + work.toSeconds());
    }

    @Override
    public Instant workBack(Instant to, Duration work) {
        requireNotNegative(work);
        return work.toSeconds() == 0 ? to : reached(workSeconds(to) - work.toSeconds());
    }

    private static void requireNotNegative(Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("negative working time: " + work);
        }
    }

    int version() {
        return version;
    }

    boolean isConfirmed(Year year) {
        return confirmed.contains(year);
    }

    /** Working seconds since the first day; fractions of a second are cut. */
    long workSeconds(Instant instant) {
        var local = instant.atZone(Zones.REPORTING);
        int day = Math.toIntExact(local.toLocalDate().toEpochDay() - FIRST.toEpochDay());
        if (day < 0 || day >= DAYS) {
            throw new DateTimeException("no working calendar for " + instant);
        }
        boolean working = before[day + 1] > before[day];
        return before[day] * DAY
                + (working
                        ? hours(local.getYear()).worked(local.toLocalTime().toSecondOfDay())
                        : 0);
    }

    /** The first instant at which {@code workSeconds}, more than zero, have been worked. */
    Instant reached(long workSeconds) {
        int nth = Math.toIntExact((workSeconds - 1) / DAY);
        long rest = workSeconds - nth * DAY;
        var day = FIRST.plusDays(workingDay(nth));
        return day.atStartOfDay(Zones.REPORTING)
                .toInstant()
                .plusSeconds(hours(day.getYear()).reached(rest));
    }

    /** Index of the day that has {@code nth} working days before it and is one itself. */
    private int workingDay(int nth) {
        if (nth >= before[DAYS]) {
            throw new DateTimeException("the working calendar ends in 2099");
        }
        int low = 0;
        int high = DAYS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] > nth) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private WorkHours hours(int year) {
        return hours.getOrDefault(year, WorkHours.COMPANY);
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
