package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what WeCom says into teams, leads and roles (design.md §3 Organisation). */
final class SnapshotReading {

    private SnapshotReading() {}

    static Organisation read(
            DirectorySource.Snapshot snapshot, Collection<UserId> configuredAdmins) {
        var known =
                snapshot.people().stream()
                        .map(DirectorySource.Person::userId)
                        .collect(Collectors.toSet());
        Map<TeamId, Team> teams = new LinkedHashMap<>();
        Map<TeamId, TeamId> parents = new LinkedHashMap<>();
        for (var department : snapshot.departments()) {
            var lead =
                    department.leaders().stream()
                            .filter(known::contains)
                            .findFirst()
                            .or(() -> leaderInDepartment(snapshot, department.id()));
            teams.put(department.id(), new Team(department.id(), department.name(), lead));
            department.parent().ifPresent(parent -> parents.put(department.id(), parent));
        }
        Map<UserId, Member> members = new LinkedHashMap<>();
        for (var person : snapshot.people()) {
            var roles = EnumSet.of(Role.MEMBER);
            roles.addAll(leadership(person, teams, parents));
            if (snapshot.tags()
                    .getOrDefault(Role.HANDLER.label(), Set.of())
                    .contains(person.userId())) {
                roles.add(Role.HANDLER);
            }
            roles.addAll(administration(person.userId(), snapshot.tags(), configuredAdmins));
            members.put(
                    person.userId(),
                    new Member(person.userId(), person.name(), person.main(), roles));
        }
        return new Organisation(members, teams, parents);
    }

    private static Optional<UserId> leaderInDepartment(
            DirectorySource.Snapshot snapshot, TeamId department) {
        return snapshot.people().stream()
                .filter(person -> person.leads().contains(department))
                .map(DirectorySource.Person::userId)
                .findFirst();
    }

    private static Set<Role> leadership(
            DirectorySource.Person person, Map<TeamId, Team> teams, Map<TeamId, TeamId> parents) {
        var roles = EnumSet.noneOf(Role.class);
        for (var team : teams.values()) {
            if (team.lead().equals(Optional.of(person.userId()))) {
                roles.add(Role.LEAD);
                if (!parents.containsKey(team.id())) {
                    roles.add(Role.CTO);
                }
            }
        }
        return roles;
    }

    private static Set<Role> administration(
            UserId user, Map<String, Set<UserId>> tags, Collection<UserId> configuredAdmins) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : EnumSet.of(Role.KPI_ADMIN, Role.PROCESS_ADMIN)) {
            if (tags.getOrDefault(role.label(), Set.of()).contains(user)
                    || configuredAdmins.contains(user)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
