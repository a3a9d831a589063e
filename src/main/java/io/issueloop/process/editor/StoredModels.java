package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.ModelVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every model the engine has. Read from its tables: its queries know no forms, and would read each
 * model for the description in it.
 */
@Component
class StoredModels {

    /** A file with several decisions is known by the one its file is named after. */
    private static final String ALL =
            """
            with running as (
                select proc_def_id_ as definition, count(*) as instances
                  from act_ru_execution where parent_id_ is null group by proc_def_id_),
            model as (
                select 'bpmn' as type, key_, version_, name_, id_, deployment_id_, resource_name_
                  from act_re_procdef
                union all
                select 'dmn', key_, version_, name_, id_, deployment_id_, resource_name_
                  from act_re_decision_def
                 where dec_req_id_ is null
                    or key_ = regexp_replace(resource_name_, '^.*/|\\.[a-z]+$', '', 'g')
                union all
                select 'form', key_, version_, null, id_, deployment_id_, resource_name_
                  from act_re_camformdef)
            select m.*, d.source_, d.deploy_time_, b.bytes_, coalesce(r.instances, 0) as instances
              from model m
              join act_re_deployment d on d.id_ = m.deployment_id_
              join act_ge_bytearray b
                on b.deployment_id_ = m.deployment_id_ and b.name_ = m.resource_name_
              left join running r on r.definition = m.id_
            """;

    private final JdbcClient jdbc;

    StoredModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest version of each model, by type and key. */
    List<StoredModel> latest() {
        return jdbc.sql(
                        """
                        select distinct on (type, key_) * from (%s) every
                         order by type, key_, version_ desc
                        """
                                .formatted(ALL))
                .query((row, number) -> read(row))
                .list();
    }

    /** All versions, newest first. */
    List<StoredModel> versions(ModelId id) {
        return jdbc.sql(
                        """
                        select * from (%s) every where type = :type and key_ = :key
                         order by version_ desc
                        """
                                .formatted(ALL))
                .param("type", id.type().code())
                .param("key", id.key())
                .query((row, number) -> read(row))
                .list();
    }

    Optional<StoredModel> version(ModelId id, int version) {
        return versions(id).stream().filter(one -> one.version().version() == version).findFirst();
    }

    /** Process instances on versions before the latest, by process key. */
    List<Behind> behind() {
        return jdbc.sql(
                        """
                        select p.key_, count(*) as instances
                          from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                         where e.parent_id_ is null
                           and p.version_ < (select max(version_) from act_re_procdef o
                                              where o.key_ = p.key_)
                         group by p.key_
                        """)
                .query((row, number) -> new Behind(row.getString("key_"), row.getLong("instances")))
                .list();
    }

    /** How many instances of a process are on earlier versions. */
    record Behind(String key, long instances) {}

    /** The engine writes times without a zone, in the zone of the JVM, as JDBC reads them. */
    private static StoredModel read(ResultSet row) throws SQLException {
        var key = row.getString("key_");
        var name = row.getString("name_");
        var source = row.getString("source_");
        return new StoredModel(
                new ModelId(ModelType.of(row.getString("type")).orElseThrow(), key),
                new ModelVersion(
                        row.getInt("version_"),
                        name == null ? key : name,
                        source == null ? "" : source,
                        row.getTimestamp("deploy_time_").toInstant(),
                        row.getLong("instances")),
                row.getString("id_"),
                row.getBytes("bytes_"));
    }
}
