package io.issueloop.calendar;

import io.issueloop.calendar.WorkHours.Span;
import io.issueloop.shared.TeamId;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The years teams have of their own; rows are only added. */
class TeamCalendarTable {

    private final JdbcClient jdbc;

    TeamCalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(TeamId team, Year year) {}

    Map<TeamId, Map<Year, CalendarYear>> years(int version) {
        var days = days(version);
        var teams = new HashMap<TeamId, Map<Year, CalendarYear>>();
        hours(version)
                .forEach(
                        (key, hours) ->
                                teams.computeIfAbsent(key.team(), team -> new TreeMap<>())
                                        .put(
                                                key.year(),
                                                new CalendarYear(
                                                        key.year(),
                                                        days.getOrDefault(key, List.of()),
                                                        hours)));
        return teams;
    }

    void add(int version, TeamId team, CalendarYear year) {
        jdbc.sql(
                        """
                insert into calendar_team_year (version, team_id, year, hours)
                values (:version, :team, :year, cast(string_to_array(:hours, ',') as integer[]))
                """)
                .param("version", version)
                .param("team", team.value())
                .param("year", year.year().getValue())
                .param("hours", seconds(year.hours()))
                .update();
        for (var day : year.days()) {
            jdbc.sql(
                            """
                    insert into calendar_team_day (version, team_id, day, type, name)
                    values (:version, :team, :day, :type, :name)
                    """)
                    .param("version", version)
                    .param("team", team.value())
                    .param("day", day.day())
                    .param("type", day.type().name())
                    .param("name", day.name())
                    .update();
        }
    }

    private Map<Key, WorkHours> hours(int version) {
        var hours = new HashMap<Key, WorkHours>();
        jdbc.sql(
                        """
                select team_id, year, array_to_string(hours, ',') as hours from calendar_team_year
                 where version = :version
                """)
                .param("version", version)
                .query(
                        row -> {
                            hours.put(
                                    new Key(
                                            TeamId.of(row.getLong("team_id")),
                                            Year.of(row.getInt("year"))),
                                    hours(row.getString("hours")));
                        });
        return hours;
    }

    private Map<Key, List<CalendarDay>> days(int version) {
        var days = new HashMap<Key, List<CalendarDay>>();
        jdbc.sql("select * from calendar_team_day where version = :version order by day")
                .param("version", version)
                .query(
                        row -> {
                            var key =
                                    new Key(
                                            TeamId.of(row.getLong("team_id")),
                                            Year.of(row.getInt("year")));
                            days.computeIfAbsent(key, unknown -> new ArrayList<>())
                                    .add(
                                            new CalendarDay(
                                                    row.getObject("day", LocalDate.class),
                                                    DayType.valueOf(row.getString("type")),
                                                    row.getString("name")));
                        });
        return days;
    }

    private static String seconds(WorkHours hours) {
        return hours.spans().stream()
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static WorkHours hours(String seconds) {
        var edges = Arrays.stream(seconds.split(",")).mapToInt(Integer::parseInt).toArray();
        return new WorkHours(
                IntStream.range(0, edges.length / 2)
                        .mapToObj(i -> new Span(edges[2 * i], edges[2 * i + 1]))
                        .toList());
    }
}
