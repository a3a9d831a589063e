package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a version of the calendar says: years of the company, and of teams those in which they
 * do not follow it.
 */
record CalendarContent(
        Map<Year, CalendarYear> company, Map<TeamId, Map<Year, CalendarYear>> teams) {

    /** What it becomes. */
    CalendarContent with(CalendarChange change) {
        var newCompany = new TreeMap<>(company);
        var newTeams = new HashMap<>(teams);
        change.team()
                .ifPresentOrElse(
                        team -> {
                            var own = new TreeMap<>(teams.getOrDefault(team, Map.of()));
                            put(own, change);
                            newTeams.put(team, own);
                        },
                        () -> put(newCompany, change));
        newTeams.values().removeIf(Map::isEmpty);
        return new CalendarContent(newCompany, newTeams);
    }

    private static void put(Map<Year, CalendarYear> years, CalendarChange change) {
        change.years().forEach(year -> years.put(year.year(), year));
        years.keySet().removeAll(change.followed());
    }

    CountedCalendar counted(int version) {
        var counted = new HashMap<TeamId, WorkingDays>();
        teams.forEach((team, own) -> counted.put(team, days(version, merged(own))));
        var ownYears = new HashMap<TeamId, Set<Year>>();
        teams.forEach((team, own) -> ownYears.put(team, Set.copyOf(own.keySet())));
        return new CountedCalendar(days(version, List.copyOf(company.values())), counted, ownYears);
    }

    private List<CalendarYear> merged(Map<Year, CalendarYear> own) {
        var years = new ArrayList<>(own.values());
        company.values().stream().filter(year -> !own.containsKey(year.year())).forEach(years::add);
        return years;
    }

    private static WorkingDays days(int version, List<CalendarYear> years) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        var hours = new HashMap<Integer, WorkHours>();
        var confirmed = new HashSet<Year>();
        for (var year : years) {
            confirmed.add(year.year());
            hours.put(year.year().getValue(), year.hours());
            year.days().forEach(day -> exceptions.put(day.day(), day.isWorking()));
        }
        return new WorkingDays(version, confirmed, exceptions, hours);
    }
}
