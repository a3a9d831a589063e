package io.issueloop.process.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the engine's real tables. */
class EngineHealthTest {

    @Test
    @DisplayName("到期、没人在做、还能重试的作业才算积压")
    void onlyDueJobsNobodyWorksOnCount() {
        var jdbc = TestDatabase.create().jdbc();
        job(jdbc, "due", "localtimestamp - interval '30 minutes'", "null", 3, 1);
        job(jdbc, "later", "localtimestamp + interval '1 hour'", "null", 3, 1);
        job(
                jdbc,
                "working",
                "localtimestamp - interval '2 hours'",
                "localtimestamp + interval '1 minute'",
                3,
                1);
        job(jdbc, "failed", "localtimestamp - interval '3 hours'", "null", 0, 1);
        job(jdbc, "suspended", "localtimestamp - interval '4 hours'", "null", 3, 2);
        var backlog = new EngineHealth(jdbc).backlog();
        assertThat(backlog.jobs()).isEqualTo(1);
        assertThat(backlog.oldest().orElseThrow())
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(32));
    }

    @Test
    @DisplayName("故障带着问题编号，最早的在前")
    void incidentsNameTheirIssue() {
        var jdbc = TestDatabase.create().jdbc();
        incident(jdbc, "2", "ISS-20261122-0002", "second", "10:00");
        incident(jdbc, "1", "ISS-20261122-0001", "first", "09:00");
        incident(jdbc, "3", "ISS-20261122-0003", "third", "11:00");
        var incidents = new EngineHealth(jdbc).incidents(2);
        assertThat(incidents.count()).isEqualTo(3);
        assertThat(incidents.first())
                .extracting(EngineHealth.Incident::businessKey)
                .containsExactly("ISS-20261122-0001", "ISS-20261122-0002");
        assertThat(incidents.first().get(0).message()).isEqualTo("first");
    }

    @Test
    void withoutAnEngineThereIsNothingToAsk() {
        assertThat(new EngineHealth(TestDatabase.empty().jdbc()).isInstalled()).isFalse();
        assertThat(new EngineHealth(TestDatabase.create().jdbc()).isInstalled()).isTrue();
    }

    private static void job(
            JdbcClient jdbc, String id, String due, String lockedUntil, int retries, int state) {
        jdbc.sql(
                        """
                insert into act_ru_job (id_, rev_, type_, duedate_, lock_exp_time_, retries_, suspension_state_)
                values (:id, 1, 'message', %s, %s, :retries, :state)
                """
                                .formatted(due, lockedUntil))
                .param("id", id)
                .param("retries", retries)
                .param("state", state)
                .update();
    }

    private static void incident(
            JdbcClient jdbc, String id, String issueNo, String message, String time) {
        jdbc.sql(
                        """
                insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, is_active_, is_concurrent_,
                                              is_scope_, is_event_scope_, suspension_state_)
                values (:id, 1, :id, :key, true, false, true, false, 1)
                """)
                .param("id", id)
                .param("key", issueNo)
                .update();
        jdbc.sql(
                        """
                insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, proc_inst_id_,
                                             activity_id_, incident_msg_)
                values (:id, 1, timestamp '2026-11-22 %s', 'failedJob', :id, 'Task_Deliver', :message)
                """
                                .formatted(time))
                .param("id", id)
                .param("message", message)
                .update();
    }
}
