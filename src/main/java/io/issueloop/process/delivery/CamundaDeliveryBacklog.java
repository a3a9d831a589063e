package io.issueloop.process.delivery;

import io.issueloop.delivery.DeliveryBacklog;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counted in one statement, which the engine's own queries cannot. */
@Component
class CamundaDeliveryBacklog implements DeliveryBacklog {

    private static final String COUNT =
            """
            select effect,
                   count(*) filter (where not failing and not by_hand) as under_way,
                   count(*) filter (where failing) as failing,
                   count(*) filter (where by_hand) as by_hand
              from (select v.text_ as effect,
                           exists (select 1 from act_ru_incident i where i.proc_inst_id_ = e.id_) as failing,
                           exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.id_) as by_hand
                      from act_ru_execution e
                      join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'wecom_delivery'
                      join act_ru_variable v on v.execution_id_ = e.id_ and v.name_ = 'effect'
                     where e.parent_id_ is null) open
             group by effect
            """;

    private final JdbcClient jdbc;

    CamundaDeliveryBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Count> byEffect() {
        var counts = new HashMap<String, Count>();
        jdbc.sql(COUNT)
                .query(
                        row -> {
                            counts.put(
                                    row.getString("effect"),
                                    new Count(
                                            row.getLong("under_way"),
                                            row.getLong("failing"),
                                            row.getLong("by_hand")));
                        });
        return counts;
    }
}
