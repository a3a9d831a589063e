package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.issue.IssueFilter;
import io.issueloop.issue.IssueOrder;
import io.issueloop.issue.IssueQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.TeamId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where somebody's board begins: with the own team's open issues, else those of the department
 * above with all its teams, else everybody's.
 */
@Component
class BoardStart {

    private static final List<IssueStatus> OPEN =
            List.of(
                    IssueStatus.AWAITING_APPROVAL,
                    IssueStatus.ASSIGNED,
                    IssueStatus.HANDLING,
                    IssueStatus.PAUSED,
                    IssueStatus.RESOLVED);

    private final Issues issues;
    private final Directory directory;

    BoardStart(Issues issues, Directory directory) {
        this.issues = issues;
        this.directory = directory;
    }

    /** How far one had to look. */
    enum Reach {
        OWN,
        ABOVE,
        ALL
    }

    /**
     * @param teams their ids; none: all teams
     * @param name of the team or department; empty: all teams
     */
    @Schema(description = "看板从哪里开始")
    record View(Reach reach, List<Long> teams, String name) {}

    View of(Member person) {
        var own = person.team();
        if (isBusy(List.of(own))) {
            return new View(Reach.OWN, List.of(own.value()), name(own));
        }
        return above(own).orElseGet(() -> everywhere(own));
    }

    /** Nothing where the department above is the whole company: that is everybody. */
    private Optional<View> above(TeamId own) {
        return directory
                .parent(own)
                .map(Team::id)
                .filter(department -> directory.parent(department).isPresent())
                .map(department -> new Branch(department, below(department)))
                .filter(branch -> isBusy(branch.teams()))
                .map(branch -> branch.view(name(branch.department())));
    }

    /** With nothing to do anywhere one's own team is the best place to wait. */
    private View everywhere(TeamId own) {
        return isBusy(List.of())
                ? new View(Reach.ALL, List.of(), "")
                : new View(Reach.OWN, List.of(own.value()), name(own));
    }

    private List<TeamId> below(TeamId department) {
        return directory.teams().stream()
                .map(Team::id)
                .filter(team -> isWithin(team, department))
                .toList();
    }

    private boolean isWithin(TeamId team, TeamId department) {
        var at = Optional.of(team);
        for (var level = 0; at.isPresent() && level < 32; level++) {
            if (at.get().equals(department)) {
                return true;
            }
            at = directory.parent(at.get()).map(Team::id);
        }
        return false;
    }

    private boolean isBusy(List<TeamId> teams) {
        var wanted = IssueFilter.all().teams(teams).statuses(OPEN);
        var first = new IssueOrder(IssueOrder.Column.DUE_AT, false);
        return issues.search(new IssueQuery(wanted, first, 0, 1)).total() > 0;
    }

    private String name(TeamId team) {
        return directory.team(team).map(Team::name).orElse("");
    }

    private record Branch(TeamId department, List<TeamId> teams) {
        View view(String name) {
            return new View(Reach.ABOVE, teams.stream().map(TeamId::value).toList(), name);
        }
    }
}
