package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members do in WeCom arrives, over encrypted callbacks, exactly once. */
@ExtendWith(OutputCaptureExtension.class)
class CallbackFlowTest {

    private final World world = World.shared();
    private final Sheets.Sheet sheet = world.the(Sheets.class).tracking();
    private final JdbcClient jdbc = world.the(JdbcClient.class);

    @BeforeEach
    void noMessageLimit() {
        jdbc.sql("delete from wecom_message_sent").update();
    }

    @Test
    @DisplayName("员工加一行：成为问题，行、卡片和日程随之更新；在卡片上接单")
    void rowBecomesAnIssueAndTheCardAcceptsIt() {
        var row = addRow("xujing", "结算接口越来越慢，请排查性能");
        var issueNo = issueOf(row);
        deliver();
        var written = cells(row);
        assertThat(written.path("问题编号").toString()).contains(issueNo.value());
        assertThat(written.path("处理说明").toString()).contains("✅");
        assertThat(written.path("状态").toString()).contains("待接单");
        var handler = world.the(Issues.class).get(issueNo).handler().orElseThrow().value();
        var card = cardOf(handler, issueNo);
        world.people.click(card, handler, "accept", Map.of());
        await().until(() -> status(issueNo) == IssueStatus.HANDLING);
        deliver();
        assertThat(cells(row).path("状态").toString()).contains("处理中");
        assertThat(scheduleOf(issueNo)).isPresent();
    }

    @Test
    @DisplayName("逐格填写：空行没有反应，填错显示原因，改对才成为问题")
    void rowIsJudgedUntilItIsValid() {
        var row = addRow("xujing", "");
        settle();
        deliver();
        assertThat(cells(row).path("处理说明").isMissingNode()).isTrue();
        world.people.changeRow(sheet, row, "xujing", Map.of("问题描述", "长".repeat(2001)));
        settle();
        deliver();
        assertThat(cells(row).path("处理说明").toString()).contains("❌");
        world.people.changeRow(sheet, row, "xujing", Map.of("问题描述", "长度刚好"));
        assertThat(issueOf(row)).isNotNull();
    }

    @Test
    @DisplayName("一百行同时加入、每个回调都投递两次：一百个问题，一个不多")
    void hundredRowsDeliveredTwiceAreAHundredIssues() {
        world.people.callbackFault("duplicate", 1000);
        var ids = new ArrayList<String>();
        IntStream.range(0, 100).forEach(i -> ids.add(addRow("zhaomin", "批量问题 " + i)));
        await().atMost(Duration.ofSeconds(60)).until(() -> issuesOf(ids).size() == 100);
        settle();
        assertThat(issuesOf(ids)).hasSize(100).doesNotHaveDuplicates();
        var reported =
                jdbc.sql(
                                "select count(*) from issue_event e join tracking_row t using (issue_no) where type = 'REPORTED' and record_id = any(:ids)")
                        .param("ids", ids.toArray(String[]::new))
                        .query(Long.class)
                        .single();
        assertThat(reported).isEqualTo(100);
    }

    @Test
    void rowsOfOneCallbackAreReadByOneCall() {
        world.people.forgetRequests();
        var values = new ArrayList<Map<String, Object>>();
        IntStream.range(0, 20).forEach(i -> values.add(Map.of("问题描述", "一次二十行 " + i)));
        var ids =
                world.people.addRows(sheet, "sunli", values).stream()
                        .map(row -> row.path("record_id").asText())
                        .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> issuesOf(ids).size() == 20);
        assertThat(world.people.requests("/cgi-bin/wedoc/smartsheet/get_records"))
                .extracting(request -> request.path("body").asText())
                .filteredOn(body -> body.contains(ids.get(0)))
                .singleElement()
                .satisfies(body -> assertThat(body).contains(ids));
    }

    @Test
    @DisplayName("回调丢失的行由对账补上")
    void lostCallbackIsFoundByReconciliation() {
        world.people.callbackFault("lose", 1);
        var row = addRow("xujing", "回调丢失的一行");
        settle();
        assertThat(issuesOf(List.of(row))).isEmpty();
        jdbc.sql("delete from wecom_lease where name = 'reconcile-rows'").update();
        world.the(Reconciliation.class).look();
        assertThat(issueOf(row)).isNotNull();
        var messages = inboxSize();
        jdbc.sql("delete from wecom_lease where name = 'reconcile-rows'").update();
        world.the(Reconciliation.class).look();
        assertThat(inboxSize()).as("what was seen is known").isEqualTo(messages);
    }

    @Test
    @DisplayName("企业微信停机期间的行，恢复后照样处理")
    void rowsOutliveWeComBeingDown() {
        world.people.fault("/cgi-bin/wedoc/smartsheet/get_records", "status", 502, 2);
        assertThat(issueOf(addRow("xujing", "停机期间的一行"))).isNotNull();
    }

    @Test
    void deletedRowLeavesTheIssue() {
        var row = addRow("xujing", "删掉的一行");
        var issueNo = issueOf(row);
        world.people.deleteRow(sheet, row, "zhaomin");
        settle();
        deliver();
        assertThat(world.the(Issues.class).get(issueNo).status()).isEqualTo(IssueStatus.ASSIGNED);
    }

    @Test
    @DisplayName("运行日志里没有密钥、凭证和回调密钥")
    void nothingSecretIsLogged(CapturedOutput output) {
        issueOf(addRow("xujing", "日志检查"));
        deliver();
        var token = jdbc.sql("select token from wecom_token").query(String.class).list();
        assertThat(token).isNotEmpty();
        assertThat(output.getAll())
                .isNotEmpty()
                .doesNotContain(token)
                .doesNotContain(io.issueloop.sandbox.SandboxDefaults.SECRET)
                .doesNotContain(io.issueloop.sandbox.SandboxDefaults.AES_KEY)
                .doesNotContain("日志检查");
    }

    private String addRow(String userid, String description) {
        var values = new HashMap<String, Object>();
        values.put("问题描述", description);
        return world.people
                .addRows(sheet, userid, List.of(values))
                .get(0)
                .path("record_id")
                .asText();
    }

    private IssueNo issueOf(String recordId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> issuesOf(List.of(recordId)).size() == 1);
        return IssueNo.of(issuesOf(List.of(recordId)).get(0));
    }

    private List<String> issuesOf(List<String> recordIds) {
        return jdbc.sql(
                        "select issue_no from tracking_row where record_id = any(:ids) and issue_no is not null")
                .param("ids", recordIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Every callback has arrived and been worked on. */
    private void settle() {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                world.people.callbacksIdle()
                                        && jdbc.sql(
                                                                "select count(*) from wecom_inbox where status = 'PENDING'")
                                                        .query(Long.class)
                                                        .single()
                                                == 0);
    }

    private void deliver() {
        world.the(ShortProcess.class).deliver();
    }

    private IssueStatus status(IssueNo issueNo) {
        return world.the(Issues.class).get(issueNo).status();
    }

    private long inboxSize() {
        return jdbc.sql("select count(*) from wecom_inbox").query(Long.class).single();
    }

    private JsonNode cells(String recordId) {
        var query = new RecordApi.Query(sheet.docid(), sheet.id(), List.of(recordId), 0, 1);
        var record = world.the(RecordApi.class).get(query).records().get(0);
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(record.values());
    }

    private JsonNode cardOf(String handler, IssueNo issueNo) {
        return world.people.messages(handler).stream()
                .filter(message -> message.at("/card/task_id").asText().startsWith(issueNo.value()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> scheduleOf(IssueNo issueNo) {
        var issue = world.the(Issues.class).get(issueNo);
        return world.the(io.issueloop.collaboration.Agenda.class)
                .find(issue.team().orElseThrow(), issueNo.value());
    }
}
