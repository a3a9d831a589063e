package io.issueloop.calendar;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the working calendar year by year, and replaces it by new versions (kpi.md §2). */
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

    /** Another version is in force; published in the transaction that does it. */
    public record CalendarPublished(int version) {}

    public int current() {
        return table.current();
    }

    /** The newest first, at most 50. */
    public List<Published> history() {
        return table.history();
    }

    /** The years somebody has confirmed. */
    public List<Year> confirmed() {
        return table.years(table.current());
    }

    /** The exceptions of a year in the version in force. */
    public CalendarYear year(Year year) {
        return new CalendarYear(
                year,
                table.days(table.current()).stream()
                        .filter(day -> Year.from(day.day()).equals(year))
                        .toList());
    }

    /**
     * The calendar in force with these years in place of its own.
     *
     * @throws Refused when a year stands there twice
     */
    @Transactional(readOnly = true)
    public CalendarDraft draft(List<CalendarYear> years, String source) {
        var replaced = years.stream().map(CalendarYear::year).collect(Collectors.toSet());
        if (replaced.size() < years.size()) {
            throw new Refused("同一年份只能出现一次");
        }
        int current = table.current();
        var days = new ArrayList<CalendarDay>();
        table.days(current).stream()
                .filter(day -> !replaced.contains(Year.from(day.day())))
                .forEach(days::add);
        years.forEach(year -> days.addAll(year.days()));
        var known = new HashSet<>(table.years(current));
        known.addAll(replaced);
        var counted = CalendarTable.counted(current + 1, days, List.copyOf(known));
        return new CalendarDraft(current, source, List.copyOf(years), counted);
    }

    /**
     * Puts a draft in force, in the caller's transaction.
     *
     * @throws Refused when another version was published since the draft was made
     */
    @Transactional
    public int publish(CalendarDraft draft, UserId by) {
        if (table.lockCurrent() != draft.basedOn()) {
            throw new Refused("工作日历刚刚被他人更新，请刷新后重新编辑");
        }
        int version = table.add(draft, by.value());
        table.putInForce(version);
        publisher.publishEvent(new CalendarPublished(version));
        return version;
    }
}
