package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators of the application say differently from WeCom (design.md §3 Organisation).
 */
record Overrides(
        Map<TeamId, UserId> leads,
        Map<UserId, Boolean> handling,
        Map<Role, Map<UserId, Boolean>> administrators,
        Map<String, TeamId> projects,
        Map<UserId, Set<String>> skills) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** Leads and roles as they are in force; who left is nobody's lead. */
    Organisation applyTo(Organisation read) {
        Map<TeamId, Team> teams = new LinkedHashMap<>();
        for (var team : read.teams().values()) {
            var lead =
                    Optional.ofNullable(leads.get(team.id()))
                            .filter(read.members()::containsKey)
                            .or(team::lead);
            teams.put(team.id(), new Team(team.id(), team.name(), lead));
        }
        Map<UserId, Member> members = new LinkedHashMap<>();
        for (var member : read.members().values()) {
            var roles = roles(member, teams, read);
            members.put(
                    member.userId(),
                    new Member(member.userId(), member.name(), member.team(), roles));
        }
        return new Organisation(members, teams, read.parents(), this);
    }

    private Set<Role> roles(Member member, Map<TeamId, Team> teams, Organisation read) {
        var roles = EnumSet.copyOf(member.roles());
        roles.removeAll(EnumSet.of(Role.LEAD, Role.CTO));
        for (var team : teams.values()) {
            if (team.lead().equals(Optional.of(member.userId()))) {
                roles.add(Role.LEAD);
                if (!read.parents().containsKey(team.id())) {
                    roles.add(Role.CTO);
                }
            }
        }
        administrators.forEach(
                (role, said) -> {
                    var is = said.get(member.userId());
                    if (Boolean.TRUE.equals(is)) {
                        roles.add(role);
                    } else if (is != null) {
                        roles.remove(role);
                    }
                });
        return roles;
    }
}
