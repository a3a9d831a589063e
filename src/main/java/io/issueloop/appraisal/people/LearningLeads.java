package io.issueloop.appraisal.people;

import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who decides about a person's plan: the nearest lead, those above, and who stands in for an absent
 * one; the KPI administrators where nobody leads. Nobody about their own. Former leads may not.
 */
@Component
class LearningLeads {

    private final Directory directory;
    private final Absences absences;

    LearningLeads(Directory directory, Absences absences) {
        this.directory = directory;
        this.absences = absences;
    }

    /** Whose decision it is, here or not; empty where there is nobody but the person. */
    Optional<UserId> holder(UserId person) {
        return of(person).stream().findFirst();
    }

    /** Who is asked today: the holder, or who stands in for them. */
    Optional<UserId> asked(UserId person) {
        return holder(person).map(lead -> present(lead, person));
    }

    /** Who decides for an absent lead today; never the person themselves. */
    Optional<UserId> standIn(UserId lead, UserId person) {
        return Optional.of(present(lead, person)).filter(stand -> !stand.equals(lead));
    }

    boolean mayDecide(UserId actor, UserId person) {
        return !actor.equals(person)
                && of(person).stream()
                        .anyMatch(
                                lead -> lead.equals(actor) || present(lead, person).equals(actor));
    }

    /** Those whose plans this person decides about. */
    List<UserId> ledBy(UserId actor) {
        return directory.members().stream()
                .map(Member::userId)
                .filter(person -> mayDecide(actor, person))
                .toList();
    }

    private UserId present(UserId lead, UserId person) {
        var today = absences.today();
        return absences.away(List.of(lead), today).isEmpty()
                ? lead
                : absences.substituteOf(lead, today)
                        .filter(stand -> !stand.equals(person))
                        .orElse(lead);
    }

    private List<UserId> of(UserId person) {
        var leads =
                directory.lastTeam(person).map(directory::chainOfLeads).stream()
                        .flatMap(List::stream)
                        .filter(lead -> !lead.equals(person) && directory.member(lead).isPresent())
                        .distinct()
                        .toList();
        return leads.isEmpty()
                ? Stream.of(Role.KPI_ADMIN)
                        .flatMap(role -> directory.having(role).stream())
                        .filter(admin -> !admin.equals(person))
                        .toList()
                : leads;
    }
}
