package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Picks the member who takes an issue: of the team the table names, those who are here, by {@link
 * MemberRanking}; else its lead, the lead's substitute, the leads above up to the CTO. The reporter
 * is not chosen while anybody else can do it, and an issue is never left without a handler
 * (design.md §3 Organisation).
 */
@Component
class HandlerChoice {

    private static final int NUMBERS_KEPT = 10;

    private final Directory directory;
    private final Projects projects;
    private final AssignmentTable table;
    private final Workload workload;
    private final Presence presence;

    HandlerChoice(
            Directory directory,
            Projects projects,
            AssignmentTable table,
            Workload workload,
            Presence presence) {
        this.directory = directory;
        this.projects = projects;
        this.table = table;
        this.workload = workload;
        this.presence = presence;
    }

    /**
     * @param reason Chinese, shown to the handler as "why me"
     * @param numbers of the members compared
     */
    record Chosen(UserId handler, TeamId team, String reason, List<Map<String, Object>> numbers) {

        Chosen because(String why) {
            return new Chosen(handler, team, why, numbers);
        }
    }

    Chosen choose(Issue issue, Routing routing, Set<UserId> not) {
        var team = team(issue, routing);
        var members =
                directory.handlers(team.id()).stream()
                        .map(Member::userId)
                        .filter(user -> !not.contains(user))
                        .toList();
        var others = members.stream().filter(user -> !user.equals(issue.reporter())).toList();
        var away = presence.away(others);
        var here = others.stream().filter(user -> !away.contains(user)).toList();
        if (!here.isEmpty()) {
            return ranked(issue, team, here);
        }
        return lead(issue, team, not)
                .or(
                        () ->
                                others.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(absent(issue, team, others)))
                .orElseGet(() -> lastResort(issue, team, members));
    }

    /** As {@link #choose}, by what the table says of the issue now. */
    Chosen propose(Issue issue, Set<UserId> not) {
        var routing = table.routing(issue.category().orElse(""), issue.project());
        return choose(issue, routing, not);
    }

    private Chosen ranked(Issue issue, Team team, List<UserId> users) {
        var category = issue.category().orElse("");
        var candidates = workload.of(users, issue);
        var ranking = new MemberRanking(candidates, table.strategy(category, issue.project()));
        var best = ranking.best(issue.no());
        var numbers = candidates.stream().limit(NUMBERS_KEPT).map(this::numbers).toList();
        var reason = ranking.reason(team.name(), best, category);
        return new Chosen(best.user(), team.id(), reason, numbers);
    }

    /** With the name of that day. */
    private Map<String, Object> numbers(Candidate candidate) {
        var numbers = new HashMap<>(candidate.numbers());
        numbers.put("name", directory.name(candidate.user()));
        return numbers;
    }

    private Chosen absent(Issue issue, Team team, List<UserId> users) {
        var chosen = ranked(issue, team, users);
        return new Chosen(
                chosen.handler(),
                chosen.team(),
                team.name() + "成员和负责人都不在，请负责人改派",
                chosen.numbers());
    }

    /** The nearest lead who is here, or the substitute of one who is not. */
    private Optional<Chosen> lead(Issue issue, Team team, Set<UserId> not) {
        for (var lead : directory.chainOfLeads(team.id())) {
            var standIn = presence.isHere(lead) ? Optional.of(lead) : presence.substituteOf(lead);
            var fit =
                    standIn.filter(user -> !user.equals(issue.reporter()) && !not.contains(user))
                            .filter(presence::isHere);
            if (fit.isPresent()) {
                var why = fit.get().equals(lead) ? "无其他可用成员，由负责人处理" : "无其他可用成员，负责人不在，由其代理人处理";
                return Optional.of(new Chosen(fit.get(), team.id(), team.name() + why, List.of()));
            }
        }
        return Optional.empty();
    }

    /** The lead who gets an issue of somebody who leaves; whoever else there is where none can. */
    UserId leadFor(Issue issue, UserId leaver) {
        var team = team(issue, Routing.PROJECT_TEAM);
        return lead(issue, team, Set.of(leaver))
                .map(Chosen::handler)
                .orElseGet(() -> propose(issue, Set.of(leaver)).handler());
    }

    private Chosen lastResort(Issue issue, Team team, List<UserId> members) {
        var last =
                members.stream()
                        .findFirst()
                        .or(() -> directory.chainOfLeads(team.id()).stream().findFirst())
                        .orElse(issue.reporter());
        return new Chosen(last, team.id(), team.name() + "无其他可用成员", List.of());
    }

    /**
     * Who sorts an issue: the nearest lead who is here and did not report it; the reporter only
     * where there is nobody else.
     */
    UserId triager(Issue issue) {
        var team = team(issue, Routing.PROJECT_TEAM);
        var leads = directory.chainOfLeads(team.id());
        return lead(issue, team, Set.of())
                .map(Chosen::handler)
                .or(() -> leads.stream().filter(lead -> !lead.equals(issue.reporter())).findFirst())
                .orElse(leads.isEmpty() ? issue.reporter() : leads.get(0));
    }

    /**
     * The leads above an issue, nearest first: those of its team, of its project before it has one.
     */
    List<UserId> leads(Issue issue) {
        var team = issue.team().orElseGet(() -> team(issue, Routing.PROJECT_TEAM).id());
        return new ArrayList<>(directory.chainOfLeads(team));
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
}
