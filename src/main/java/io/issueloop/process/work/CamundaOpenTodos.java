package io.issueloop.process.work;

import io.issueloop.issue.OpenTodos;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Read in one statement: the engine's own query would need three more for each task. Whether a
 * person may do it is asked again where it is done.
 */
@Component
class CamundaOpenTodos implements OpenTodos {

    private static final String READ =
            """
            with mine as (
                select id_ from act_ru_task where assignee_ = :user
                union
                select task_id_ from act_ru_identitylink where type_ = 'candidate' and user_id_ = :user
                union
                select l.task_id_ from act_id_membership m
                  join act_ru_identitylink l on l.group_id_ = m.group_id_ and l.type_ = 'candidate'
                 where m.user_id_ = :user)
            select d.key_ as process, t.task_def_key_ as task, t.name_ as name, e.business_key_ as key,
                   s.text_ as summary, t.due_date_ as due, t.assignee_ is null as offered, t.owner_ as owner
              from mine
              join act_ru_task t on t.id_ = mine.id_ and (t.assignee_ = :user or t.assignee_ is null)
              join act_ru_execution e on e.id_ = t.proc_inst_id_
              join act_re_procdef d on d.id_ = t.proc_def_id_
              left join act_ru_variable s on s.task_id_ = t.id_ and s.name_ = 'summary'
             where t.suspension_state_ = 1
             order by t.due_date_ nulls last, t.create_time_, t.id_
             limit 500
            """;

    private final JdbcClient jdbc;

    CamundaOpenTodos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenTodo> of(UserId user) {
        return jdbc.sql(READ)
                .param("user", user.value())
                .query((row, index) -> todo(row, user))
                .list();
    }

    private static OpenTodo todo(ResultSet row, UserId user) throws SQLException {
        return new OpenTodo(
                row.getString("process"),
                row.getString("task"),
                text(row.getString("name")),
                text(row.getString("key")),
                text(row.getString("summary")),
                Optional.ofNullable(row.getTimestamp("due")).map(Timestamp::toInstant),
                row.getBoolean("offered"),
                Optional.ofNullable(row.getString("owner"))
                        .map(UserId::of)
                        .filter(owner -> !owner.equals(user)));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
