package io.issueloop.web.api;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Period;
import io.issueloop.web.access.Caller;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What the KPI addresses ask of a request before they answer it. */
@Component
class KpiPersons {

    private final Clock clock;

    KpiPersons(Clock clock) {
        this.clock = clock;
    }

    /** A KPI administrator in person; a script never acts as one (design.md §3 Scripts). */
    Member admin(Caller caller) {
        var member = caller.member().filter(m -> m.is(Role.KPI_ADMIN));
        if (member.isEmpty() || caller.token().isPresent()) {
            throw new AccessDeniedException("KPI administration by " + caller.name());
        }
        return member.get();
    }

    /** Blank is the current quarter. */
    Period period(String text) {
        try {
            return text.isBlank()
                    ? Period.at(Period.Kind.QUARTER, clock.instant())
                    : Period.of(text);
        } catch (IllegalArgumentException notAPeriod) {
            throw new InvalidRequest("周期应为 2026Q3 或 2026-09 的形式");
        }
    }

    /** A quarter that is over. */
    Period endedQuarter(String text) {
        var quarter = period(text);
        if (quarter.kind() != Period.Kind.QUARTER || quarter.end().isAfter(clock.instant())) {
            throw new InvalidRequest("请选择一个已经结束的季度，例如 2026Q3");
        }
        return quarter;
    }
}
