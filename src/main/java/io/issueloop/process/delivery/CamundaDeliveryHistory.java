package io.issueloop.process.delivery;

import io.issueloop.delivery.DeliveryHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read in one statement: an issue has a dozen deliveries, each a process of its own. */
@Component
class CamundaDeliveryHistory implements DeliveryHistory {

    private static final String READ =
            """
            select p.start_time_, p.end_time_, p.end_act_id_, e.text_ as effect, s.text_ as subject,
                   coalesce(k.long_, 0) = 1 as skipped, i.incident_msg_ as problem,
                   i.id_ is not null as failing,
                   exists (select 1 from act_ru_task t where t.proc_inst_id_ = p.id_) as by_hand
              from act_hi_procinst p
              join act_hi_varinst e on e.proc_inst_id_ = p.id_ and e.name_ = 'effect'
              left join act_hi_varinst s on s.proc_inst_id_ = p.id_ and s.name_ = 'subject'
              left join act_hi_varinst k on k.proc_inst_id_ = p.id_ and k.name_ = 'skipped'
              left join act_ru_incident i on i.proc_inst_id_ = p.id_
             where p.business_key_ = :key and p.proc_def_key_ = 'wecom_delivery'
               and p.end_act_id_ is distinct from 'EndEvent_AgainArranged'
             order by p.start_time_, p.id_
             limit 500
            """;

    private static final String UNCERTAIN = "不确定是否已送达";

    private final JdbcClient jdbc;

    CamundaDeliveryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Delivery> of(String businessKey) {
        return jdbc.sql(READ)
                .param("key", businessKey)
                .query(CamundaDeliveryHistory::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getString("effect"),
                Optional.ofNullable(row.getString("subject")).orElse(""),
                row.getTimestamp("start_time_").toInstant(),
                instant(row.getTimestamp("end_time_")),
                state(row),
                Optional.ofNullable(row.getString("problem")));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getTimestamp("end_time_") != null) {
            if (row.getBoolean("skipped")) {
                return State.SKIPPED;
            }
            return "EndEvent_DoneByHand".equals(row.getString("end_act_id_"))
                    ? State.DONE_BY_HAND
                    : State.DELIVERED;
        }
        if (row.getBoolean("failing")) {
            var problem = Optional.ofNullable(row.getString("problem")).orElse("");
            return problem.contains(UNCERTAIN) ? State.UNCERTAIN : State.FAILED;
        }
        return row.getBoolean("by_hand") ? State.BY_HAND : State.WAITING;
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
