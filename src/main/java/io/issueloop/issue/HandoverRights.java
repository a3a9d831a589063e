package io.issueloop.issue;

import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who decides what becomes of a leaver's issues: the leads above, the one who was asked, the CTO, a
 * process administrator, and who acts for one of them who is away.
 */
@Component
class HandoverRights {

    private final HandoverPlan plan;
    private final Directory directory;
    private final Absences absences;

    HandoverRights(HandoverPlan plan, Directory directory, Absences absences) {
        this.plan = plan;
        this.directory = directory;
        this.absences = absences;
    }

    boolean mayDecide(UserId by, Handover handover) {
        return isAdmin(by) || isOf(deciders(handover), by);
    }

    void requireMayDecide(UserId by, Handover handover) {
        require(mayDecide(by, handover));
    }

    void requireMayAnnounce(UserId by, Optional<TeamId> team) {
        require(isAdmin(by) || isOf(team.map(directory::chainOfLeads).orElse(List.of()), by));
    }

    /** Who confirms while this one is away; never the leaver. */
    Optional<UserId> standIn(Handover handover, UserId holder) {
        return absences.standInFor(holder).filter(stand -> !stand.equals(handover.leaver()));
    }

    private List<UserId> deciders(Handover handover) {
        return Stream.of(
                        handover.team().map(directory::chainOfLeads).orElse(List.of()),
                        directory.having(Role.CTO),
                        List.of(plan.lead(handover)))
                .flatMap(List::stream)
                .toList();
    }

    private boolean isOf(List<UserId> people, UserId by) {
        return people.contains(by) || absences.actsFor(by, people).isPresent();
    }

    private boolean isAdmin(UserId by) {
        return directory.member(by).filter(who -> who.is(Role.PROCESS_ADMIN)).isPresent();
    }

    private static void require(boolean may) {
        if (!may) {
            throw new Refused("只有负责人或流程管理员可以办理离职移交");
        }
    }
}
