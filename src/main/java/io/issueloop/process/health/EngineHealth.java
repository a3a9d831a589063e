package io.issueloop.process.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the engine's jobs are done and which of them failed for good. Reads the engine's tables
 * (7.24), whose times are in the zone of the JVM, so that it can be asked while no engine runs.
 */
@Component
public class EngineHealth {

    private final JdbcClient jdbc;

    EngineHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param jobs due, with tries left, and worked on by nobody
     * @param oldest how long the first of them has been due; absent when there is none
     */
    public record Backlog(long jobs, Optional<Duration> oldest) {}

    /**
     * @param businessKey the issue number; empty where the process has none
     * @param activity id of the task that failed
     */
    public record Incident(String businessKey, String activity, String message) {}

    /**
     * @param first the oldest of them
     */
    public record Incidents(long count, List<Incident> first) {}

    /** Whether an engine has ever run on this database. */
    public boolean isInstalled() {
        return jdbc.sql("select to_regclass('act_ru_job') is not null")
                .query(Boolean.class)
                .single();
    }

    public Backlog backlog() {
        return jdbc.sql(
                        """
                select count(*) as jobs,
                       extract(epoch from localtimestamp - min(coalesce(duedate_, create_time_))) as age
                  from act_ru_job
                 where retries_ > 0 and suspension_state_ = 1
                   and coalesce(duedate_, create_time_) <= localtimestamp
                   and (lock_exp_time_ is null or lock_exp_time_ < localtimestamp)
                """)
                .query(
                        (row, n) ->
                                new Backlog(
                                        row.getLong("jobs"),
                                        Optional.ofNullable(row.getBigDecimal("age"))
                                                .map(s -> Duration.ofSeconds(s.longValue()))))
                .single();
    }

    /**
     * @param most how many are named
     */
    public Incidents incidents(int most) {
        var count = jdbc.sql("select count(*) from act_ru_incident").query(Long.class).single();
        var first =
                jdbc.sql(
                                """
                select instance.business_key_ as key, incident.activity_id_ as activity,
                       incident.incident_msg_ as message
                  from act_ru_incident incident
                  left join act_ru_execution instance on instance.id_ = incident.proc_inst_id_
                 order by incident.incident_timestamp_ limit :most
                """)
                        .param("most", most)
                        .query(
                                (row, n) ->
                                        new Incident(
                                                text(row.getString("key")),
                                                text(row.getString("activity")),
                                                text(row.getString("message"))))
                        .list();
        return new Incidents(count, first);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
