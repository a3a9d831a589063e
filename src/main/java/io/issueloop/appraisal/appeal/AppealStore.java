package io.issueloop.appraisal.appeal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.appraisal.appeal.Appeal.Effect;
import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of appeals. */
@Component
class AppealStore {

    private static final TypeReference<List<Effect>> EFFECT = new TypeReference<>() {};
    private static final int LOCK = 0x41504C;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AppealStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next number of a quarter; whoever files at the same time waits. */
    String nextNo(Period quarter) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        int filed =
                jdbc.sql("select count(*) from appeal where period = ?")
                        .param(quarter.code())
                        .query(Integer.class)
                        .single();
        return "%s%s-%03d".formatted(Appeal.PREFIX, quarter, filed + 1);
    }

    /** False when this person has an open one about the same. */
    boolean add(Appeal appeal) {
        return jdbc.sql(
                                """
                                insert into appeal (appeal_no, period, person, metric, line, line_reason, statement, state, filed_at, due_at)
                                values (?, ?, ?, ?, ?, ?, ?, 'FILED', ?, ?) on conflict do nothing
                                """)
                        .params(
                                appeal.no(),
                                appeal.quarter().code(),
                                appeal.person().value(),
                                appeal.metric(),
                                appeal.line(),
                                appeal.lineReason(),
                                appeal.statement(),
                                utc(appeal.filedAt()),
                                utc(appeal.dueAt()))
                        .update()
                == 1;
    }

    Optional<Appeal> find(String no) {
        return list("appeal_no = ?", no).stream().findFirst();
    }

    /** Locks it until the transaction ends. */
    Optional<Appeal> lock(String no) {
        jdbc.sql("select appeal_no from appeal where appeal_no = ? for update")
                .param(no)
                .query(String.class)
                .optional();
        return find(no);
    }

    List<Appeal> of(Period quarter) {
        return list("period = ?", quarter.code());
    }

    List<Appeal> by(UserId person) {
        return list("person = ?", person.value());
    }

    List<Appeal> open() {
        return list("state in ('FILED', 'ASSIGNED') and '' = ?", "");
    }

    void assigned(String no, UserId decider, UserId by) {
        jdbc.sql(
                        "update appeal set state = 'ASSIGNED', decider = ?, assigned_by = ? where appeal_no = ?")
                .params(decider.value(), by.value(), no)
                .update();
    }

    void settled(String no, State state, UserId by, Instant at, String reason) {
        jdbc.sql(
                        """
                        update appeal set state = ?, decided_by = ?, decided_at = ?, decision = ? where appeal_no = ?
                        """)
                .params(state.name(), by.value(), utc(at), reason, no)
                .update();
    }

    void withdrawn(String no) {
        jdbc.sql("update appeal set state = 'WITHDRAWN' where appeal_no = ?").param(no).update();
    }

    void effect(String no, List<Effect> effect) {
        try {
            jdbc.sql("update appeal set effect = cast(? as jsonb) where appeal_no = ?")
                    .params(json.writeValueAsString(effect), no)
                    .update();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Appeal> list(String where, String parameter) {
        return jdbc.sql("select * from appeal where " + where + " order by appeal_no")
                .param(parameter)
                .query(this::appeal)
                .list();
    }

    private Appeal appeal(ResultSet row, int index) throws SQLException {
        return new Appeal(
                row.getString("appeal_no"),
                Period.of(row.getString("period")),
                UserId.of(row.getString("person")),
                row.getString("metric"),
                row.getString("line"),
                row.getString("line_reason"),
                row.getString("statement"),
                State.valueOf(row.getString("state")),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decider")).map(UserId::of),
                Optional.ofNullable(row.getString("decided_by")).map(UserId::of),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("decision"),
                Optional.ofNullable(row.getString("effect")).map(this::effect));
    }

    private List<Effect> effect(@Nullable String stored) {
        try {
            return json.readValue(stored, EFFECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored effect is not JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
