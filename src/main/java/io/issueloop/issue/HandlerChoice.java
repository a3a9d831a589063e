package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Picks the member of a team with the least open work; equal loads are spread by issue number. The
 * reporter is not chosen while anybody else can do it, and an issue is never left without a handler
 * (design.md §3 Organisation).
 */
@Component
class HandlerChoice {

    private final Directory directory;
    private final Projects projects;
    private final JdbcClient jdbc;

    HandlerChoice(Directory directory, Projects projects, JdbcClient jdbc) {
        this.directory = directory;
        this.projects = projects;
        this.jdbc = jdbc;
    }

    /**
     * @param reason Chinese, shown to the handler as "why me"
     */
    record Chosen(UserId handler, TeamId team, String reason) {}

    Chosen choose(Issue issue, Routing routing, Set<UserId> refusedBy) {
        var team = team(issue, routing);
        var candidates =
                directory.handlers(team.id()).stream()
                        .map(Member::userId)
                        .filter(user -> !refusedBy.contains(user))
                        .toList();
        var others = candidates.stream().filter(user -> !user.equals(issue.reporter())).toList();
        if (!others.isEmpty()) {
            var loads = loads(others);
            var handler = leastLoaded(others, loads, issue.no());
            return new Chosen(
                    handler,
                    team.id(),
                    "%s在办最少（%d 件）".formatted(team.name(), loads.getOrDefault(handler, 0L)));
        }
        return lead(issue, team, refusedBy, candidates);
    }

    private Chosen lead(Issue issue, Team team, Set<UserId> refusedBy, List<UserId> candidates) {
        for (var lead : directory.chainOfLeads(team.id())) {
            if (!lead.equals(issue.reporter()) && !refusedBy.contains(lead)) {
                return new Chosen(lead, team.id(), team.name() + "无其他可用成员，由负责人处理");
            }
        }
        var last =
                candidates.stream()
                        .findFirst()
                        .or(() -> directory.chainOfLeads(team.id()).stream().findFirst());
        return new Chosen(last.orElse(issue.reporter()), team.id(), team.name() + "无其他可用成员");
    }

    /**
     * The lead nearest to the issue who did not report it; the reporter only where there is nobody
     * else.
     */
    UserId triager(Issue issue) {
        var leads = directory.chainOfLeads(team(issue, Routing.PROJECT_TEAM).id());
        return leads.stream()
                .filter(lead -> !lead.equals(issue.reporter()))
                .findFirst()
                .orElse(leads.isEmpty() ? issue.reporter() : leads.get(0));
    }

    private Team team(Issue issue, Routing routing) {
        Optional<Team> owner =
                routing == Routing.PROJECT_TEAM
                        ? projects.owner(issue.project())
                        : Optional.empty();
        return owner.or(
                        () ->
                                directory
                                        .member(issue.reporter())
                                        .map(Member::team)
                                        .flatMap(directory::team))
                .or(() -> directory.teams().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("the directory knows no team"));
    }

    private Map<UserId, Long> loads(List<UserId> users) {
        Map<UserId, Long> loads = new HashMap<>();
        jdbc.sql(
                        """
                select handler, count(*) as open from issue
                 where handler in (:users) and status in ('ASSIGNED', 'HANDLING', 'PAUSED') group by handler
                """)
                .param("users", users.stream().map(UserId::value).toList())
                .query(
                        row -> {
                            loads.put(UserId.of(row.getString("handler")), row.getLong("open"));
                        });
        return loads;
    }

    private static UserId leastLoaded(
            List<UserId> users, Map<UserId, Long> loads, IssueNo issueNo) {
        return users.stream()
                .min(
                        Comparator.comparingLong((UserId user) -> loads.getOrDefault(user, 0L))
                                .thenComparingInt(
                                        user -> (issueNo.value() + user.value()).hashCode()))
                .orElseThrow();
    }
}
