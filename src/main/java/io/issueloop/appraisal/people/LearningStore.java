package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of learning plans, and the facts KPI P5 reads. */
@Component
class LearningStore {

    private final JdbcClient jdbc;

    LearningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LearningPlan> find(String no) {
        return jdbc.sql("select * from learning_plan where plan_no = ?")
                .param(no)
                .query((row, n) -> plan(row))
                .optional();
    }

    /** Of these people, the newest quarter first. */
    List<LearningPlan> of(List<UserId> people) {
        return jdbc.sql(
                        "select * from learning_plan where person = any(?) order by period desc, person")
                .param(people.stream().map(UserId::value).toArray(String[]::new))
                .query((row, n) -> plan(row))
                .list();
    }

    /** Locks the plan's row until the transaction ends. */
    void lock(String no) {
        jdbc.sql("select plan_no from learning_plan where plan_no = ? for update")
                .param(no)
                .query(String.class)
                .optional();
    }

    /** Makes or replaces what is planned. */
    void draft(Period quarter, UserId person, List<LearningDraft> items) {
        var no = LearningPlan.no(quarter, person);
        jdbc.sql(
                        """
                        insert into learning_plan (plan_no, period, person, state) values (?, ?, ?, 'DRAFT')
                        on conflict (plan_no) do nothing
                        """)
                .params(no, quarter.code(), person.value())
                .update();
        jdbc.sql("delete from learning_item where plan_no = ?").param(no).update();
        for (int number = 1; number <= items.size(); number++) {
            var item = items.get(number - 1);
            jdbc.sql(
                            """
                            insert into learning_item (item_no, plan_no, number, title, goal, weight, state)
                            values (?, ?, ?, ?, ?, ?, 'PLANNED')
                            """)
                    .params(no + "#" + number, no, number, item.title(), item.goal(), item.weight())
                    .update();
        }
    }

    void submitted(String no, Instant now) {
        jdbc.sql(
                        """
                        update learning_plan set state = 'SUBMITTED', submitted_at = ?, turn = turn + 1
                         where plan_no = ?
                        """)
                .params(utc(now), no)
                .update();
    }

    /** False when somebody was faster. */
    boolean decided(String no, State state, LearningDecision by) {
        return jdbc.sql(
                                """
                                update learning_plan set state = ?, decided_by = ?, decided_at = ?, decision_reason = ?
                                 where plan_no = ? and state = 'SUBMITTED'
                                """)
                        .params(state.name(), by.by().value(), utc(by.at()), by.reason(), no)
                        .update()
                == 1;
    }

    void evidence(String itemNo, String evidence, String link) {
        jdbc.sql(
                        """
                        update learning_item set state = 'SUBMITTED', evidence = ?, link = ?, turn = turn + 1
                         where item_no = ?
                        """)
                .params(evidence, link, itemNo)
                .update();
    }

    /** False when somebody was faster. */
    boolean verified(String itemNo, ItemState state, LearningDecision by) {
        return jdbc.sql(
                                """
                                update learning_item set state = ?, decided_by = ?, decided_at = ?, reason = ?
                                 where item_no = ? and state = 'SUBMITTED'
                                """)
                        .params(state.name(), by.by().value(), utc(by.at()), by.reason(), itemNo)
                        .update()
                == 1;
    }

    /** Appends to what P5 is computed from. */
    void fact(LearningPlan plan, Item item, String step, LearningDecision by) {
        jdbc.sql(
                        """
                        insert into learning_item_fact (item_no, period, person, title, weight, step, evidence, actor, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        item.no(),
                        plan.quarter().code(),
                        plan.person().value(),
                        item.title(),
                        item.weight(),
                        step,
                        (item.evidence() + " " + item.link()).strip(),
                        by.by().value(),
                        utc(by.at()))
                .update();
    }

    /** When the person first belonged to the organisation; empty: since before it was known. */
    Optional<Instant> joinedAt(UserId person) {
        return jdbc.sql(
                        """
                        select nullif(min(from_at), '-infinity') from kpi_membership where person = ? having count(*) > 0
                        """)
                .param(person.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private List<Item> items(String planNo) {
        return jdbc.sql("select * from learning_item where plan_no = ? order by number")
                .param(planNo)
                .query(LearningStore::item)
                .list();
    }

    private LearningPlan plan(ResultSet row) throws SQLException {
        var submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new LearningPlan(
                row.getString("plan_no"),
                Period.of(row.getString("period")),
                UserId.of(row.getString("person")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(submitted).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("decided_by")).map(UserId::of),
                row.getString("decision_reason"),
                row.getInt("turn"),
                items(row.getString("plan_no")));
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getString("item_no"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("goal"),
                row.getBigDecimal("weight"),
                ItemState.valueOf(row.getString("state")),
                row.getString("evidence"),
                row.getString("link"),
                row.getString("reason"),
                row.getInt("turn"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
