package io.issueloop.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the calendar's versions; rows are only added. */
@Component
class CalendarTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int current() {
        return jdbc.sql("select version from calendar_current").query(Integer.class).single();
    }

    /** As {@link #current}, and nobody publishes another one before this transaction ends. */
    int lockCurrent() {
        return jdbc.sql("select version from calendar_current for update")
                .query(Integer.class)
                .single();
    }

    List<Year> years(int version) {
        return jdbc.sql("select year from calendar_year where version = :version order by year")
                .param("version", version)
                .query((row, n) -> Year.of(row.getInt("year")))
                .list();
    }

    List<CalendarDay> days(int version) {
        return jdbc.sql("select * from calendar_day where version = :version order by day")
                .param("version", version)
                .query(
                        (row, n) ->
                                new CalendarDay(
                                        row.getObject("day", LocalDate.class),
                                        DayType.valueOf(row.getString("type")),
                                        row.getString("name")))
                .list();
    }

    WorkingDays counted(int version) {
        return counted(version, days(version), years(version));
    }

    static WorkingDays counted(int version, List<CalendarDay> days, List<Year> years) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        days.forEach(day -> exceptions.put(day.day(), day.isWorking()));
        return new WorkingDays(version, new HashSet<>(years), exceptions);
    }

    /** Adds a version that has the given years instead of those of the one before. */
    int add(CalendarDraft draft, String by) {
        int version = addVersion(draft.source(), by);
        var replaced = draft.years().stream().map(year -> year.year().getValue()).toList();
        copy(draft.basedOn(), version, replaced);
        draft.years().forEach(year -> add(version, year));
        return version;
    }

    void putInForce(int version) {
        jdbc.sql("select publish_calendar(:version)")
                .param("version", version)
                .query((row, n) -> true)
                .list();
    }

    List<CalendarVersions.Published> history() {
        return jdbc.sql("select * from calendar_version order by version desc limit 50")
                .query(
                        (row, n) ->
                                new CalendarVersions.Published(
                                        row.getInt("version"),
                                        row.getString("source"),
                                        row.getObject("published_at", OffsetDateTime.class)
                                                .toInstant(),
                                        java.util.Optional.ofNullable(
                                                row.getString("published_by"))))
                .list();
    }

    private int addVersion(String source, String by) {
        return jdbc.sql(
                        """
                insert into calendar_version (version, source, published_at, published_by)
                select max(version) + 1, :source, :at, :by from calendar_version returning version
                """)
                .param("source", source)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    private void copy(int from, int to, List<Integer> without) {
        var years = without.isEmpty() ? List.of(-1) : without;
        jdbc.sql(
                        """
                insert into calendar_year (version, year)
                select :to, year from calendar_year where version = :from and year not in (:years)
                """)
                .params(Map.of("to", to, "from", from, "years", years))
                .update();
        jdbc.sql(
                        """
                insert into calendar_day (version, day, type, name)
                select :to, day, type, name from calendar_day
                 where version = :from and extract(year from day)::int not in (:years)
                """)
                .params(Map.of("to", to, "from", from, "years", years))
                .update();
    }

    private void add(int version, CalendarYear year) {
        jdbc.sql("insert into calendar_year (version, year) values (:version, :year)")
                .param("version", version)
                .param("year", year.year().getValue())
                .update();
        for (var day : year.days()) {
            jdbc.sql(
                            "insert into calendar_day (version, day, type, name)"
                                    + " values (:version, :day, :type, :name)")
                    .param("version", version)
                    .param("day", day.day())
                    .param("type", day.type().name())
                    .param("name", day.name())
                    .update();
        }
    }
}
