package io.issueloop.appraisal.appeal;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to appeals; append-only. */
@Component
class AppealLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AppealLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The stored names of what can happen, with the words people read. */
    enum What {
        FILED("提交申诉"),
        ASSIGNED("指定裁决人"),
        ESCALATED("裁决逾期，改由他人裁决"),
        UPHELD("裁决：成立"),
        DISMISSED("裁决：不成立"),
        WITHDRAWN("撤回申诉"),
        RECOMPUTED("已重新计算");

        private final String label;

        What(String label) {
            this.label = label;
        }
    }

    void append(String no, What what, UserId actor, String note) {
        jdbc.sql(
                        "insert into appeal_event (appeal_no, type, actor, note, occurred_at) values (?, ?, ?, ?, ?)")
                .params(
                        no,
                        what.name(),
                        actor.value(),
                        note,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Appeals.Happened> of(String no) {
        return jdbc.sql("select * from appeal_event where appeal_no = ? order by id")
                .param(no)
                .query(
                        (row, n) ->
                                new Appeals.Happened(
                                        What.valueOf(row.getString("type")).label,
                                        UserId.of(row.getString("actor")),
                                        row.getString("note"),
                                        instant(
                                                row.getObject(
                                                        "occurred_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime stored) {
        return stored.toInstant();
    }
}
