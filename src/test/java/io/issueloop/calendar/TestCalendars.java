package io.issueloop.calendar;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real calendar for tests of other features. */
public final class TestCalendars {

    private TestCalendars() {}

    /** Both views of one calendar over the tables of a test database. */
    public static Calendars of(JdbcClient jdbc, Clock clock) {
        var calendar = new TableWorkingCalendar(jdbc, clock);
        return new Calendars(calendar, calendar);
    }

    /** The calendar and what it covers. */
    public record Calendars(WorkingCalendar calendar, CalendarCoverage coverage) {
        public QuietHours quietHours() {
            return new QuietHours(calendar);
        }
    }
}
