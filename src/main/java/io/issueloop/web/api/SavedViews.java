package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists people keep by a name, for themselves or, as a lead or process admin, for a team. */
@Component
class SavedViews {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param query filters, order and columns as the address of the page has them
     * @param teamId whom it is shared with; null: nobody
     */
    record Saved(long id, String owner, String name, String query, @Nullable Long teamId) {}

    /** The person's own by name, then those shared with the person. */
    List<Saved> of(Member person) {
        var teams =
                Stream.concat(mayShareWith(person).stream(), Stream.of(person.team()))
                        .map(TeamId::value);
        var root = directory.root().map(Team::id).map(TeamId::value);
        return jdbc.sql(
                        """
                select id, owner, name, query, team_id from issue_view
                 where owner = :me or team_id in (:teams)
                 order by owner <> :me, name
                """)
                .param("me", person.userId().value())
                .param("teams", Stream.concat(teams, root.stream()).distinct().toList())
                .query(Saved.class)
                .list();
    }

    /** The teams a person may share with: those they lead; all, for a process administrator. */
    List<TeamId> mayShareWith(Member person) {
        return directory.teams().stream()
                .filter(
                        team ->
                                person.is(Role.PROCESS_ADMIN)
                                        || team.lead().equals(Optional.of(person.userId())))
                .map(Team::id)
                .toList();
    }

    /** A second one of the same name replaces the first. */
    @Transactional
    void save(Member owner, String name, String query, Optional<TeamId> team) {
        var called = name.strip();
        requireKeepable(called, query);
        if (team.isPresent() && !mayShareWith(owner).contains(team.get())) {
            throw new Refused("只有团队的负责人或流程管理员可以把视图共享给该团队");
        }
        if (count(owner.userId(), called) >= MOST) {
            throw new Refused("最多保存 50 个视图，请先删除不用的");
        }
        jdbc.sql(
                        """
                insert into issue_view (owner, name, query, team_id, saved_at)
                values (:owner, :name, :query, :team, :now)
                on conflict (owner, name) do update
                   set query = excluded.query, team_id = excluded.team_id, saved_at = excluded.saved_at
                """)
                .param("owner", owner.userId().value())
                .param("name", called)
                .param("query", query)
                .param("team", team.map(TeamId::value).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void requireKeepable(String name, String query) {
        if (name.isEmpty() || name.length() > 40) {
            throw new Refused("请给视图起一个 1–40 字的名称");
        }
        if (query.length() > 2000) {
            throw new Refused("筛选条件太多，无法保存为视图");
        }
    }

    /** Whether the owner had it; a second time changes nothing. */
    boolean remove(UserId owner, long id) {
        return jdbc.sql("delete from issue_view where id = ? and owner = ?")
                        .params(id, owner.value())
                        .update()
                > 0;
    }

    private long count(UserId owner, String except) {
        return jdbc.sql("select count(*) from issue_view where owner = ? and name <> ?")
                .params(owner.value(), except)
                .query(Long.class)
                .single();
    }
}
