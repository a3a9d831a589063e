package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A version of the calendar as arithmetic: the company's, and those of teams with their own. */
record CountedCalendar(
        WorkingDays company, Map<TeamId, WorkingDays> teams, Map<TeamId, Set<Year>> ownYears)
        implements WorkingCalendar {

    /** Teams that had their own calendar the year before and have none in this one, by id. */
    List<TeamId> stillFollowing(Year year) {
        return ownYears.entrySet().stream()
                .filter(team -> team.getValue().contains(year.minusYears(1)))
                .filter(team -> !team.getValue().contains(year))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(TeamId::value))
                .toList();
    }

    @Override
    public Duration workBetween(Instant from, Instant to) {
        return company.workBetween(from, to);
    }

    @Override
    public Instant addWork(Instant from, Duration work) {
        return company.addWork(from, work);
    }

    @Override
    public Instant workBack(Instant to, Duration work) {
        return company.workBack(to, work);
    }

    @Override
    public WorkingCalendar of(TeamId team) {
        return teams.getOrDefault(team, company);
    }
}
