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
    void save(Member owner, ViewToKeep wanted) {
        requireMayKeep(owner, wanted);
        if (count(owner.userId(), wanted.name()) >= MOST) {
            throw new Refused("最多保存 50 个视图，请先删除不用的");
        }
        bound(
                        """
                insert into issue_view (owner, name, query, team_id, saved_at)
                values (:owner, :name, :query, :team, :now)
                on conflict (owner, name) do update
                   set query = excluded.query, team_id = excluded.team_id, saved_at = excluded.saved_at
                """,
                        owner,
                        wanted)
                .update();
    }

    /**
     * Gives one's own another name, other conditions, other readers.
     *
     * @throws Refused when it is gone or the name is another view's
     */
    @Transactional
    void change(Member owner, long id, ViewToKeep wanted) {
        requireMayKeep(owner, wanted);
        var changed =
                bound(
                                """
                update issue_view set name = :name, query = :query, team_id = :team, saved_at = :now
                 where id = :id and owner = :owner and not exists
                       (select 1 from issue_view where owner = :owner and name = :name and id <> :id)
                """,
                                owner,
                                wanted)
                        .param("id", id)
                        .update();
        if (changed == 0) {
            throw new Refused("没有改成：您已有同名的视图，或这个视图已被删除，请刷新后重试");
        }
    }

    private JdbcClient.StatementSpec bound(String statement, Member owner, ViewToKeep wanted) {
        return jdbc.sql(statement)
                .param("owner", owner.userId().value())
                .param("name", wanted.name())
                .param("query", wanted.query())
                .param("team", wanted.team().map(TeamId::value).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void requireMayKeep(Member owner, ViewToKeep wanted) {
        if (wanted.team().isPresent() && !mayShareWith(owner).contains(wanted.team().get())) {
            throw new Refused("只有团队的负责人或流程管理员可以把视图共享给该团队");
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
