package io.issueloop.calendar;

import java.time.LocalDate;

/**
 * A day that is not as Monday–Friday would have it, or is named.
 *
 * @param name e.g. 国庆节; may be empty
 */
public record CalendarDay(LocalDate day, DayType type, String name) {

    boolean isWorking() {
        return type != DayType.OFF;
    }
}
