package io.issueloop.collaboration;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The native to-dos we know, and what each of them shows. */
@Component
class KnownTodos {

    private final JdbcClient jdbc;

    KnownTodos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param turn which assignment of the issue it belongs to
     * @param done what it shows
     */
    record Known(String todoId, IssueNo issueNo, int turn, UserId owner, boolean done) {}

    /** Keeps it; false when it is known, and stays as it is. */
    boolean add(String todoId, IssueNo issueNo, int turn, UserId owner) {
        return jdbc.sql(
                                """
                insert into native_todo (todo_id, issue_no, turn, user_id)
                values (:id, :issueNo, :turn, :user) on conflict do nothing
                """)
                        .param("id", todoId)
                        .param("issueNo", issueNo.value())
                        .param("turn", turn)
                        .param("user", owner.value())
                        .update()
                == 1;
    }

    /** All of an issue that still exist in WeCom, oldest first. */
    List<Known> of(IssueNo issueNo) {
        return jdbc.sql(
                        "select * from native_todo where issue_no = :issueNo and not gone order by"
                                + " added_at, todo_id")
                .param("issueNo", issueNo.value())
                .query(KnownTodos::known)
                .list();
    }

    /** Those somebody may be done with by now. */
    List<Known> open() {
        return jdbc.sql("select * from native_todo where not done and not gone order by added_at")
                .query(KnownTodos::known)
                .list();
    }

    Optional<Known> find(String todoId) {
        return jdbc.sql("select * from native_todo where todo_id = :id")
                .param("id", todoId)
                .query(KnownTodos::known)
                .optional();
    }

    void shows(String todoId, boolean done) {
        jdbc.sql("update native_todo set done = :done where todo_id = :id")
                .param("done", done)
                .param("id", todoId)
                .update();
    }

    /** It was deleted in WeCom: nothing is to be kept in step any more. */
    void gone(String todoId) {
        jdbc.sql("update native_todo set gone = true where todo_id = :id")
                .param("id", todoId)
                .update();
    }

    private static Known known(ResultSet row, int index) throws SQLException {
        return new Known(
                row.getString("todo_id"),
                IssueNo.of(row.getString("issue_no")),
                row.getInt("turn"),
                UserId.of(row.getString("user_id")),
                row.getBoolean("done"));
    }
}
