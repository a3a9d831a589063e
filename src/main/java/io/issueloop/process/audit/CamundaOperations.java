package io.issueloop.process.audit;

import io.issueloop.audit.AuditEntry;
import io.issueloop.audit.AuditQuery;
import io.issueloop.audit.EngineOperations;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's own log of operations, one entry for each. What people do in the course of their
 * work is left out (it is in the timeline), and so are values: only which property changed.
 */
@Component
class CamundaOperations implements EngineOperations {

    private static final String READ =
            """
            select * from (
                select min(o.timestamp_) as at, coalesce(o.user_id_, 'issueloop') as actor,
                       o.operation_type_ || ' ' || o.entity_type_ as action,
                       coalesce(max(p.business_key_), max(o.proc_def_key_), max(o.deployment_id_), '') as subject,
                       coalesce(string_agg(distinct o.property_, ', '), '') as detail
                  from act_hi_op_log o
                  left join act_hi_procinst p on p.proc_inst_id_ = o.proc_inst_id_
                 where o.category_ in ('Operator', 'Admin') and o.user_id_ is not null
                   and o.timestamp_ >= :from and o.timestamp_ < :before
                 group by o.operation_id_, o.user_id_, o.operation_type_, o.entity_type_) op
             where (:actor = '' or actor = :actor)
               and (:text = '' or strpos(lower(actor || ' ' || action || ' ' || subject || ' ' || detail), :text) > 0)
             order by at desc
             limit :most
            """;

    private final JdbcClient jdbc;

    CamundaOperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> find(AuditQuery query) {
        return jdbc.sql(READ)
                .param("from", Timestamp.from(query.from()))
                .param("before", Timestamp.from(query.before()))
                .param("actor", query.actor().orElse(""))
                .param("text", query.text().orElse("").toLowerCase(Locale.ROOT))
                .param("most", query.most())
                .query(
                        (row, index) ->
                                new AuditEntry(
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("actor"),
                                        KIND,
                                        row.getString("action"),
                                        row.getString("subject"),
                                        row.getString("detail")))
                .list();
    }
}
