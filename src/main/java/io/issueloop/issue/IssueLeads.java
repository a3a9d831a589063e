package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who leads the team an issue belongs to: its lead first, the CTO last. */
@Component
class IssueLeads {

    private final Directory directory;
    private final Projects projects;

    IssueLeads(Directory directory, Projects projects) {
        this.directory = directory;
        this.projects = projects;
    }

    /** Before it is assigned: of the team that owns the project, else of the reporter's. */
    List<UserId> of(Issue issue) {
        return issue.team()
                .or(() -> projects.owner(issue.project()).map(Team::id))
                .or(() -> directory.member(issue.reporter()).map(Member::team))
                .or(() -> directory.root().map(Team::id))
                .map(directory::chainOfLeads)
                .orElse(List.of());
    }

    /**
     * The nearest lead who neither proposes it nor handles the issue: nobody confirms their own
     * proposal while there is anybody above them.
     */
    UserId reviewer(Issue issue, UserId proposer) {
        var leads = of(issue);
        return leads.stream()
                .filter(lead -> !lead.equals(proposer))
                .filter(lead -> issue.handler().filter(lead::equals).isEmpty())
                .findFirst()
                .or(() -> leads.stream().filter(lead -> !lead.equals(proposer)).findFirst())
                .orElse(leads.isEmpty() ? proposer : leads.get(leads.size() - 1));
    }
}
