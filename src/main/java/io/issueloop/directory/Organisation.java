package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Optional;

/** All active members and teams at one moment, held in memory: every issue asks for them. */
record Organisation(
        Map<UserId, Member> members,
        Map<TeamId, Team> teams,
        Map<TeamId, TeamId> parents,
        Overrides overrides) {

    static final Organisation EMPTY = new Organisation(Map.of(), Map.of(), Map.of());

    /** As WeCom says, without overrides. */
    Organisation(
            Map<UserId, Member> members, Map<TeamId, Team> teams, Map<TeamId, TeamId> parents) {
        this(members, teams, parents, Overrides.NONE);
    }

    Optional<Team> parent(TeamId team) {
        return Optional.ofNullable(parents.get(team)).map(teams::get);
    }
}
