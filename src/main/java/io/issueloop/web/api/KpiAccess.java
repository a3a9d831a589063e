package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.KpiScope;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may see whose number: teams' are open to all members, a person's to the person, the lead and
 * the KPI administrators (design.md §2 row 9).
 */
@Component
class KpiAccess {

    private final Directory directory;

    KpiAccess(Directory directory) {
        this.directory = directory;
    }

    /** A script that acts for nobody sees what every member sees. */
    boolean allows(Caller caller, KpiScope scope) {
        return scope.person()
                .map(person -> caller.member().filter(m -> allows(m, person)).isPresent())
                .orElse(true);
    }

    private boolean allows(Member member, UserId person) {
        return member.userId().equals(person)
                || member.is(Role.KPI_ADMIN)
                || leadOf(person).equals(Optional.of(member.userId()));
    }

    /** The lead of the person's team; a lead's own is the next one up. */
    private Optional<UserId> leadOf(UserId person) {
        return directory.member(person).stream()
                .flatMap(member -> directory.chainOfLeads(member.team()).stream())
                .filter(lead -> !lead.equals(person))
                .findFirst();
    }
}
