package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory's tables. */
@Component
class OrganisationStore {

    private static final int LOCK = 0x4F5247;

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is in force. */
    Organisation load() {
        return load("member_role", "team");
    }

    /** What WeCom said, before overrides. */
    Organisation loadRead() {
        return load("member_role_read", "team_read");
    }

    private Organisation load(String roleTable, String leadTable) {
        Map<UserId, Set<Role>> roles = new HashMap<>();
        jdbc.sql("select user_id, role from " + roleTable)
                .query(
                        row -> {
                            roles.computeIfAbsent(
                                            UserId.of(row.getString("user_id")),
                                            user -> EnumSet.noneOf(Role.class))
                                    .add(Role.valueOf(row.getString("role")));
                        });
        Map<UserId, Member> members = new LinkedHashMap<>();
        jdbc.sql("select user_id, name, team_id from member where active order by team_id, user_id")
                .query(
                        row -> {
                            var user = UserId.of(row.getString("user_id"));
                            var held = EnumSet.of(Role.MEMBER);
                            held.addAll(roles.getOrDefault(user, Set.of()));
                            members.put(
                                    user,
                                    new Member(
                                            user,
                                            row.getString("name"),
                                            TeamId.of(row.getLong("team_id")),
                                            held));
                        });
        Map<TeamId, Team> teams = new LinkedHashMap<>();
        Map<TeamId, TeamId> parents = new HashMap<>();
        jdbc.sql(
                        "select t.team_id, t.name, t.parent_id, l.lead from team t left join "
                                + leadTable
                                + " l using (team_id) where t.active order by t.team_id")
                .query(
                        row -> {
                            var team = team(row);
                            teams.put(team.id(), team);
                            var parent = row.getLong("parent_id");
                            if (!row.wasNull()) {
                                parents.put(team.id(), TeamId.of(parent));
                            }
                        });
        return new Organisation(members, teams, parents);
    }

    private static Team team(ResultSet row) throws SQLException {
        var lead = Optional.ofNullable(row.getString("lead")).map(UserId::of);
        return new Team(TeamId.of(row.getLong("team_id")), row.getString("name"), lead);
    }

    /** Until the caller's transaction ends, nobody else changes the organisation. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    }

    List<UserId> former() {
        return jdbc
                .sql("select user_id from member where not active")
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .toList();
    }

    Optional<TeamId> lastTeam(UserId user) {
        return jdbc.sql("select team_id from member where user_id = :user")
                .param("user", user.value())
                .query(Long.class)
                .optional()
                .map(TeamId::of);
    }

    /** Keeps leads and roles as WeCom said. */
    void keepRead(Organisation read) {
        jdbc.sql("delete from team_read").update();
        jdbc.sql("delete from member_role_read").update();
        for (var team : read.teams().values()) {
            jdbc.sql("insert into team_read (team_id, lead) values (:id, :lead)")
                    .param("id", team.id().value())
                    .param("lead", team.lead().map(UserId::value).orElse(null))
                    .update();
        }
        for (var member : read.members().values()) {
            member.roles().forEach(role -> give("member_role_read", member, role));
        }
    }

    private void give(String table, Member member, Role role) {
        jdbc.sql("insert into " + table + " (user_id, role) values (:user, :role)")
                .param("user", member.userId().value())
                .param("role", role.name())
                .update();
    }

    /**
     * Makes the tables say what the snapshot says; memberships that ended are closed, never
     * deleted.
     */
    void replace(Organisation now, Instant at) {
        jdbc.sql("update team set active = false").update();
        now.teams()
                .values()
                .forEach(
                        team ->
                                jdbc.sql(
                                                """
                insert into team (team_id, name, parent_id, lead, active) values (:id, :name, :parent, :lead, true)
                on conflict (team_id) do update
                   set name = excluded.name, parent_id = excluded.parent_id, lead = excluded.lead, active = true
                """)
                                        .param("id", team.id().value())
                                        .param("name", team.name())
                                        .param(
                                                "parent",
                                                Optional.ofNullable(now.parents().get(team.id()))
                                                        .map(TeamId::value)
                                                        .orElse(null))
                                        .param("lead", team.lead().map(UserId::value).orElse(null))
                                        .update());
        jdbc.sql("update member set active = false").update();
        jdbc.sql("delete from member_role").update();
        now.members().values().forEach(this::put);
        closeEndedMemberships(at);
        openNewMemberships(at);
    }

    private void put(Member member) {
        jdbc.sql(
                        """
                insert into member (user_id, name, team_id, active) values (:user, :name, :team, true)
                on conflict (user_id) do update set name = excluded.name, team_id = excluded.team_id, active = true
                """)
                .param("user", member.userId().value())
                .param("name", member.name())
                .param("team", member.team().value())
                .update();
        member.roles().forEach(role -> give("member_role", member, role));
    }

    private void closeEndedMemberships(Instant at) {
        jdbc.sql(
                        """
                update membership set valid_to = :at
                 where valid_to is null and not exists (
                       select from member where member.user_id = membership.user_id
                          and member.team_id = membership.team_id and member.active)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void openNewMemberships(Instant at) {
        jdbc.sql(
                        """
                insert into membership (user_id, team_id, valid_from)
                select user_id, team_id, :at from member
                 where active and not exists (
                       select from membership where membership.user_id = member.user_id
                          and membership.team_id = member.team_id and membership.valid_to is null)
                on conflict (user_id, team_id, valid_from) do update set valid_to = null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
