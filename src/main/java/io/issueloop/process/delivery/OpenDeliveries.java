package io.issueloop.process.delivery;

import io.issueloop.delivery.DeliveryDesk.OpenDelivery;
import io.issueloop.delivery.DeliveryDesk.Trouble;
import io.issueloop.delivery.DeliveryHistory.State;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read from the engine's tables (7.24) in one statement each. */
@Component
class OpenDeliveries {

    private static final String OPEN =
            """
            select e.id_ as id, e.business_key_ as key, v.text_ as effect, s.text_ as subject, p.start_time_ as since,
                   i.id_ is not null as failing, i.incident_msg_ as problem,
                   j.duedate_ as next_try, j.exception_msg_ as last_problem,
                   t.id_ is not null as by_hand, r.text_ as reference
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'wecom_delivery'
              join act_hi_procinst p on p.id_ = e.id_
              join act_ru_variable v on v.execution_id_ = e.id_ and v.name_ = 'effect'
              left join act_ru_variable s on s.execution_id_ = e.id_ and s.name_ = 'subject'
              left join act_ru_job j on j.process_instance_id_ = e.id_
              left join act_ru_incident i on i.proc_inst_id_ = e.id_
              left join act_ru_task t on t.proc_inst_id_ = e.id_
              left join act_ru_variable r on r.task_id_ = t.id_ and r.name_ = 'referenceWanted'
             where e.parent_id_ is null
             order by i.id_ is null, t.id_ is null, p.start_time_, e.id_
             limit :most
            """;

    private static final String TROUBLES =
            """
            select i.configuration_ as job, p.business_key_ as key, coalesce(d.name_, d.key_) as process,
                   coalesce(a.act_name_, i.activity_id_) as activity,
                   coalesce(i.incident_msg_, '') as problem, i.incident_timestamp_ as since
              from act_ru_incident i
              join act_re_procdef d on d.id_ = i.proc_def_id_
              left join act_hi_procinst p on p.proc_inst_id_ = i.proc_inst_id_
              left join lateral (select h.act_name_ from act_hi_actinst h
                                  where h.proc_inst_id_ = i.proc_inst_id_ and h.act_id_ = i.activity_id_
                                  limit 1) a on true
             where d.key_ <> 'wecom_delivery' and i.id_ = i.root_cause_incident_id_
               and i.incident_type_ = 'failedJob'
             order by i.incident_timestamp_
             limit :most
            """;

    private static final String UNCERTAIN = "不确定是否已送达";

    private final JdbcClient jdbc;

    OpenDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenDelivery> list(int most) {
        return jdbc.sql(OPEN).param("most", most).query(OpenDeliveries::delivery).list();
    }

    List<Trouble> troubles(int most) {
        return jdbc.sql(TROUBLES)
                .param("most", most)
                .query(
                        (row, index) ->
                                new Trouble(
                                        row.getString("job"),
                                        Objects.requireNonNullElse(row.getString("key"), ""),
                                        row.getString("process"),
                                        row.getString("activity"),
                                        row.getString("problem"),
                                        row.getTimestamp("since").toInstant()))
                .list();
    }

    List<String> groupsOf(UserId user) {
        return jdbc.sql("select group_id_ from act_id_membership where user_id_ = ?")
                .param(user.value())
                .query(String.class)
                .list();
    }

    private static OpenDelivery delivery(ResultSet row, int index) throws SQLException {
        var noted = row.getString("problem");
        var problem = noted == null ? row.getString("last_problem") : noted;
        var failing = row.getBoolean("failing");
        return new OpenDelivery(
                row.getString("id"),
                row.getString("effect"),
                Objects.requireNonNullElse(row.getString("key"), ""),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                state(row, Objects.requireNonNullElse(problem, "")),
                row.getTimestamp("since").toInstant(),
                Optional.ofNullable(problem),
                failing ? Optional.empty() : nextTry(row),
                row.getBoolean("by_hand"),
                Objects.requireNonNullElse(row.getString("reference"), "NONE"));
    }

    private static Optional<Instant> nextTry(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getTimestamp("next_try")).map(Timestamp::toInstant);
    }

    private static State state(ResultSet row, String problem) throws SQLException {
        if (row.getBoolean("failing")) {
            return problem.contains(UNCERTAIN) ? State.UNCERTAIN : State.FAILED;
        }
        return row.getBoolean("by_hand") ? State.BY_HAND : State.WAITING;
    }
}
