package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is here to work, and who acts for those who are not. What is given out in the evening is for
 * the next working day: whoever is away then gets nothing new.
 */
@Component
class Presence {

    private final Absences absences;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final HandoverStore handovers;
    private final Clock clock;

    Presence(
            Absences absences,
            Directory directory,
            WorkingCalendar calendar,
            HandoverStore handovers,
            Clock clock) {
        this.handovers = handovers;
        this.absences = absences;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** On leave, or about to leave for good. */
    Set<UserId> away(Collection<UserId> users) {
        var away = new HashSet<>(absences.away(users, workingDay()));
        away.addAll(handovers.leaving(users));
        return away;
    }

    boolean isHere(UserId user) {
        return directory.member(user).isPresent() && away(Set.of(user)).isEmpty();
    }

    Optional<UserId> substituteOf(UserId user) {
        return absences.substituteOf(user, workingDay());
    }

    /**
     * In whose place a person acts: an absent holder's, where the person is the substitute;
     * otherwise their own. The substitute who reported the issue cannot solve it in another's name.
     */
    UserId holder(Issue issue, UserId by) {
        var handler = issue.handler();
        if (handler.isEmpty() || handler.get().equals(by) || !standsIn(by, handler.get())) {
            return by;
        }
        if (by.equals(issue.reporter())) {
            throw new Refused("这是您提报的问题，不能由您代为处理，请联系负责人改派");
        }
        return handler.get();
    }

    /** The one of them the person acts for today; empty for those who are among them. */
    Optional<UserId> represented(Collection<UserId> people, UserId by) {
        return absences.actsFor(by, people);
    }

    /** What is written down of a step, with whom it was done for. */
    Map<String, Object> named(Map<String, Object> payload, Collection<UserId> people, UserId by) {
        var named = new HashMap<>(payload);
        represented(people, by).ifPresent(user -> named.put("onBehalfOf", user.value()));
        return named;
    }

    /** Whether the first acts for the second today. */
    boolean standsIn(UserId substitute, UserId user) {
        return absences.actsFor(substitute, Set.of(user)).isPresent();
    }

    private LocalDate workingDay() {
        var next = calendar.addWork(clock.instant(), Duration.ofSeconds(1));
        return LocalDate.ofInstant(next, Zones.REPORTING);
    }
}
