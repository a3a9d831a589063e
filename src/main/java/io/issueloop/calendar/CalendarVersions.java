package io.issueloop.calendar;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the working calendar year by year, the company's and those of teams with their own, and
 * replaces it by new versions (kpi.md §2).
 */
@Service
public class CalendarVersions {

    private final CalendarTable table;
    private final ApplicationEventPublisher publisher;

    CalendarVersions(CalendarTable table, ApplicationEventPublisher publisher) {
        this.table = table;
        this.publisher = publisher;
    }

    /**
     * A version that is, or was, in force.
     *
     * @param by userid; empty for the shipped one
     */
    public record Published(int version, String source, Instant at, Optional<String> by) {}

    /**
     * Another version is in force; published in the transaction that does it.
     *
     * @param before how time was counted until now
     * @param now how it is counted from here on
     */
    public record CalendarPublished(int version, WorkingCalendar before, WorkingCalendar now) {}

    /** Years a team has of its own, ascending. */
    public record TeamYears(TeamId team, List<Year> years) {}

    public int current() {
        return table.current();
    }

    /** The newest first, at most 50. */
    public List<Published> history() {
        return table.history();
    }

    /** The years somebody has confirmed for the company. */
    @Transactional(readOnly = true)
    public List<Year> confirmed() {
        return List.copyOf(content().company().keySet());
    }

    /** The teams with years of their own, by id. */
    @Transactional(readOnly = true)
    public List<TeamYears> teams() {
        return content().teams().entrySet().stream()
                .map(team -> new TeamYears(team.getKey(), List.copyOf(team.getValue().keySet())))
                .sorted(Comparator.comparingLong(team -> team.team().value()))
                .toList();
    }

    /** The exceptions of a year in the version in force. */
    @Transactional(readOnly = true)
    public CalendarYear year(Year year) {
        return content().company().getOrDefault(year, new CalendarYear(year, List.of()));
    }

    /** A team's own year; empty where it follows the company. */
    @Transactional(readOnly = true)
    public Optional<CalendarYear> ownYear(TeamId team, Year year) {
        return Optional.ofNullable(content().teams().getOrDefault(team, Map.of()).get(year));
    }

    /** As {@link #draft(CalendarChange, String)}, of the company. */
    @Transactional(readOnly = true)
    public CalendarDraft draft(List<CalendarYear> years, String source) {
        return draft(CalendarChange.company(years), source);
    }

    /**
     * The calendar in force with these years in place of its own.
     *
     * @throws Refused when a year stands there twice
     */
    @Transactional(readOnly = true)
    public CalendarDraft draft(CalendarChange change, String source) {
        int current = table.current();
        var counted = table.content(current).with(change).counted(current + 1);
        return new CalendarDraft(current, source, change, counted);
    }

    /**
     * Puts a draft in force, in the caller's transaction.
     *
     * @throws Refused when another version was published since the draft was made
     */
    @Transactional
    public int publish(CalendarDraft draft, UserId by) {
        int current = table.lockCurrent();
        if (current != draft.basedOn()) {
            throw new Refused("工作日历刚刚被他人更新，请刷新后重新编辑");
        }
        var before = table.content(current);
        var content = before.with(draft.change());
        int version = table.add(content, draft.source(), by.value());
        table.putInForce(version);
        publisher.publishEvent(
                new CalendarPublished(version, before.counted(current), content.counted(version)));
        return version;
    }

    private CalendarContent content() {
        return table.content(table.current());
    }
}
