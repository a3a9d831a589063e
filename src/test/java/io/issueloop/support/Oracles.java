package io.issueloop.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold after every fault (trust.md §1), read from the database and from the phones. */
public record Oracles(JdbcClient jdbc, WeComPeople people) {

    /** Nothing is on its way: callbacks, inbox, and every job that is not waiting for its time. */
    public boolean isQuiet() {
        return people.callbacksIdle()
                && count("select count(*) from wecom_inbox where status = 'PENDING'") == 0
                && openDeliveries() == 0;
    }

    public long openDeliveries() {
        return count(
                """
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                 where d.key_ = 'wecom_delivery' and e.parent_id_ is null
                """);
    }

    /** Every acknowledged callback has been worked on, and every job can still run. */
    public void nothingIsLost() {
        assertThat(count("select count(*) from wecom_inbox where status in ('REFUSED', 'PARKED')"))
                .as("callbacks given up")
                .isZero();
        assertThat(
                        count(
                                "select count(*) from act_ru_job j where retries_ = 0 and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id_)"))
                .as("jobs without retries and without incident")
                .isZero();
        assertThat(count("select count(*) from act_ru_incident")).as("incidents").isZero();
    }

    /** Each of these rows is one issue, with one process and one report. */
    public void eachRowIsOneIssue(List<String> recordIds) {
        var numbers =
                jdbc.sql("select issue_no from tracking_row where record_id = any(:ids)")
                        .param("ids", recordIds.toArray(String[]::new))
                        .query(String.class)
                        .list();
        assertThat(numbers).hasSameSizeAs(recordIds).doesNotHaveDuplicates().doesNotContainNull();
        var all = numbers.toArray(String[]::new);
        assertThat(events(all, "REPORTED")).isEqualTo(numbers.size());
        assertThat(events(all, "ASSIGNED")).isEqualTo(numbers.size());
        assertThat(activeLifecycles(all)).isEqualTo(numbers.size());
        var shown = new ArrayList<String>();
        people.rows().stream()
                .filter(row -> recordIds.contains(row.id()))
                .peek(row -> assertThat(row.cell("状态")).isEqualTo("待接单"))
                .forEach(row -> shown.add(row.cell("问题编号")));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(numbers);
    }

    /** Handler's card, reporter's notice and schedule of each issue: visible exactly once. */
    public void eachIsToldOnce(List<String> issueNos) {
        var sent = people.sent();
        assertThat(sent).allSatisfy(message -> assertThat(message.path("dropped")).isEmpty());
        for (var no : issueNos) {
            assertThat(sent)
                    .as("cards of " + no)
                    .filteredOn(visible(taskId -> taskId.startsWith(no + "_TODO_")))
                    .hasSize(1);
            assertThat(sent)
                    .as("notices of " + no)
                    .filteredOn(message -> isNoticeOf(message, no))
                    .hasSize(1);
        }
        var schedules = new ArrayList<String>();
        for (var member : people.members()) {
            people.schedules(member.path("userid").asText(), "ISS-")
                    .forEach(entry -> schedules.add(entry.path("description").asText()));
        }
        for (var no : issueNos) {
            assertThat(schedules).filteredOn(text -> text.contains(no)).as(no).hasSize(1);
        }
    }

    /** Each callback we said 200 to is in the inbox, and it is done. */
    public void acknowledgedCallbacksAreKnown() {
        var known =
                new HashSet<>(
                        jdbc.sql("select body from wecom_inbox where status in ('DONE', 'IGNORED')")
                                .query(String.class)
                                .list());
        assertThat(people.callbacks())
                .filteredOn(callback -> callback.path("status").asText().equals("delivered"))
                .isNotEmpty()
                .allSatisfy(callback -> assertThat(known).contains(callback.path("xml").asText()));
    }

    private long activeLifecycles(String[] numbers) {
        return jdbc.sql(
                        """
                select count(*)
                  from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                 where d.key_ = 'issue_lifecycle' and e.parent_id_ is null and e.business_key_ = any(:numbers)
                """)
                .param("numbers", numbers)
                .query(Long.class)
                .single();
    }

    private long events(String[] numbers, String type) {
        return jdbc.sql(
                        "select count(*) from issue_event where issue_no = any(:numbers) and type = :type")
                .param("numbers", numbers)
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private static Predicate<JsonNode> visible(Predicate<String> taskId) {
        return message ->
                !message.path("recalled").asBoolean()
                        && taskId.test(message.at("/content/task_id").asText(""));
    }

    private static boolean isNoticeOf(JsonNode message, String issueNo) {
        return List.of("textcard", "news").contains(message.path("msgtype").asText())
                && message.path("content").toString().contains(issueNo);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
