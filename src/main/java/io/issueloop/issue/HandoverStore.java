package io.issueloop.issue;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of handovers. */
@Component
class HandoverStore {

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when one is open for this person already. */
    Optional<Handover> open(Handover wanted) {
        return jdbc.sql(
                        """
                insert into handover (leaver, team_id, opened_by, opened_at, due_at)
                values (:leaver, :team, :by, :at, :due)
                on conflict (leaver) where closed_at is null do nothing returning *
                """)
                .param("leaver", wanted.leaver().value())
                .param("team", wanted.team().map(TeamId::value).orElse(null))
                .param("by", wanted.openedBy().value())
                .param("at", utc(wanted.openedAt()))
                .param("due", utc(wanted.dueAt()))
                .query(HandoverStore::handover)
                .optional();
    }

    boolean isOpen(UserId leaver) {
        return jdbc.sql(
                        "select exists (select from handover where leaver = :leaver and closed_at is null)")
                .param("leaver", leaver.value())
                .query(Boolean.class)
                .single();
    }

    List<UserId> leaving(Collection<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select leaver from handover where closed_at is null and leaver in (:users)")
                .param("users", users.stream().map(UserId::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .toList();
    }

    /** The id, as text, of a person's open handover. */
    String idOf(UserId leaver) {
        return jdbc.sql("select id from handover where leaver = :leaver and closed_at is null")
                .param("leaver", leaver.value())
                .query(String.class)
                .single();
    }

    /** Locks it: who comes second sees what the first did. */
    Optional<Handover> lock(long id) {
        return jdbc.sql("select * from handover where id = :id and closed_at is null for update")
                .param("id", id)
                .query(HandoverStore::handover)
                .optional();
    }

    List<Handover> allOpen() {
        return jdbc.sql("select * from handover where closed_at is null order by opened_at, id")
                .query(HandoverStore::handover)
                .list();
    }

    Optional<Handover> find(long id) {
        return jdbc.sql("select * from handover where id = :id")
                .param("id", id)
                .query(HandoverStore::handover)
                .optional();
    }

    void due(Handover handover, Instant at) {
        jdbc.sql("update handover set due_at = :due where id = :id")
                .param("due", utc(at))
                .param("id", handover.id())
                .update();
    }

    void close(Handover handover, UserId by, int moved, Instant at) {
        jdbc.sql(
                        "update handover set closed_by = :by, closed_at = :at, moved = :moved where id = :id")
                .param("by", by.value())
                .param("at", utc(at))
                .param("moved", moved)
                .param("id", handover.id())
                .update();
    }

    void choose(Handover handover, IssueNo issueNo, UserId handler) {
        jdbc.sql(
                        """
                insert into handover_choice (handover_id, issue_no, handler) values (:id, :issueNo, :handler)
                on conflict (handover_id, issue_no) do update set handler = excluded.handler
                """)
                .param("id", handover.id())
                .param("issueNo", issueNo.value())
                .param("handler", handler.value())
                .update();
    }

    Map<IssueNo, UserId> choices(Handover handover) {
        Map<IssueNo, UserId> choices = new HashMap<>();
        jdbc.sql("select issue_no, handler from handover_choice where handover_id = :id")
                .param("id", handover.id())
                .query(
                        row -> {
                            choices.put(
                                    IssueNo.of(row.getString("issue_no")),
                                    UserId.of(row.getString("handler")));
                        });
        return choices;
    }

    /** What a person holds and somebody has to go on with. */
    List<IssueNo> heldBy(UserId user) {
        return jdbc
                .sql(
                        """
                select issue_no from issue
                 where handler = :user and status in ('ASSIGNED', 'HANDLING', 'PAUSED')
                union
                select issue_no from issue where handler = :user and status = 'AWAITING_APPROVAL'
                 order by issue_no
                """)
                .param("user", user.value())
                .query(String.class)
                .list()
                .stream()
                .map(IssueNo::of)
                .toList();
    }

    /** Who of them holds something. */
    List<UserId> holders(List<UserId> people) {
        return jdbc
                .sql(
                        """
                select distinct handler from issue
                 where handler in (:people) and status in ('AWAITING_APPROVAL', 'ASSIGNED', 'HANDLING', 'PAUSED')
                """)
                .param("people", people.stream().map(UserId::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .toList();
    }

    /** What a handover gave to a person. */
    List<IssueNo> given(Handover handover, UserId to) {
        return jdbc
                .sql(
                        """
                select distinct issue_no from issue_event
                 where type = 'ASSIGNED' and occurred_at >= :since
                   and payload ->> 'handover' = :id and payload ->> 'handler' = :to
                 order by issue_no
                """)
                .param("since", utc(handover.openedAt()))
                .param("id", Long.toString(handover.id()))
                .param("to", to.value())
                .query(String.class)
                .list()
                .stream()
                .map(IssueNo::of)
                .toList();
    }

    private static Handover handover(ResultSet row, int index) throws SQLException {
        var team = row.getLong("team_id");
        return new Handover(
                row.getLong("id"),
                UserId.of(row.getString("leaver")),
                row.wasNull() ? Optional.empty() : Optional.of(TeamId.of(team)),
                UserId.of(row.getString("opened_by")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
