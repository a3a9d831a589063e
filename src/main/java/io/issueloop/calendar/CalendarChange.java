package io.issueloop.calendar;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Years that are to be other than they are.
 *
 * @param team whose; empty for the company
 * @param years in place of what stood there
 * @param followed years in which the team goes by the company again
 */
public record CalendarChange(Optional<TeamId> team, List<CalendarYear> years, Set<Year> followed) {

    /**
     * @throws Refused when a year is named twice, or the company's hours would change
     */
    public CalendarChange {
        var named = new HashSet<Year>();
        Stream.concat(years.stream().map(CalendarYear::year), followed.stream())
                .forEach(
                        year -> {
                            if (!named.add(year)) {
                                throw new Refused("同一年份只能出现一次");
                            }
                        });
        var isCompany = team.isEmpty();
        if (isCompany && !followed.isEmpty()) {
            throw new Refused("只有团队可以改为沿用公司日历");
        }
        if (isCompany && years.stream().anyMatch(year -> !year.hours().equals(WorkHours.COMPANY))) {
            throw new Refused("公司的上班时间固定为 %s；其他时间请设在团队上".formatted(WorkHours.COMPANY));
        }
        years = List.copyOf(years);
        followed = Set.copyOf(followed);
    }

    /** Of the company's calendar. */
    public static CalendarChange company(List<CalendarYear> years) {
        return new CalendarChange(Optional.empty(), years, Set.of());
    }

    /** The years that do not stay as they are. */
    Set<Year> touched() {
        return Stream.concat(years.stream().map(CalendarYear::year), followed.stream())
                .collect(Collectors.toSet());
    }
}
