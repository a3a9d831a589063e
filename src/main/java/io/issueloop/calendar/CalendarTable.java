package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the calendar's versions; rows are only added. */
@Component
class CalendarTable {

    private final JdbcClient jdbc;
    private final TeamCalendarTable teams;
    private final Clock clock;

    CalendarTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.teams = new TeamCalendarTable(jdbc);
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

    /** Everything a version says. */
    CalendarContent content(int version) {
        var days = new HashMap<Year, List<CalendarDay>>();
        days(version)
                .forEach(
                        day ->
                                days.computeIfAbsent(
                                                Year.from(day.day()),
                                                year -> new java.util.ArrayList<>())
                                        .add(day));
        var company = new TreeMap<Year, CalendarYear>();
        years(version)
                .forEach(
                        year ->
                                company.put(
                                        year,
                                        new CalendarYear(
                                                year, days.getOrDefault(year, List.of()))));
        return new CalendarContent(company, teams.years(version));
    }

    /** Adds a version. */
    int add(CalendarContent content, String source, String by) {
        int version = addVersion(source, by);
        content.company().values().forEach(year -> add(version, year));
        content.teams()
                .forEach(
                        (TeamId team, Map<Year, CalendarYear> own) ->
                                own.values().forEach(year -> teams.add(version, team, year)));
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
                                        Optional.ofNullable(row.getString("published_by"))))
                .list();
    }

    private List<Year> years(int version) {
        return jdbc.sql("select year from calendar_year where version = :version order by year")
                .param("version", version)
                .query((row, n) -> Year.of(row.getInt("year")))
                .list();
    }

    private List<CalendarDay> days(int version) {
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
