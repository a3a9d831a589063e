package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.CallbackSender;
import io.issueloop.support.PhoneMessage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An issue's whole way, from a row in WeCom to a KPI, through every door. */
class EndToEndTest extends EndToEnd {

    private static final String REPORTER = "xujing";

    @Autowired private RuntimeService runtime;

    @Test
    @DisplayName("从表格一行到看板：接单在卡片上，解决在 Tasklist，五星评价后关闭并计入指标")
    void rowTravelsTheWholeLoop() {
        var row =
                people.addRow(
                        REPORTER, Map.of("问题描述", "支付接口性能差，响应太慢", "关联项目", "平台研发部", "紧急程度", "高"));
        var no = issueOf(row);
        var handler = handlerOf(no);
        assertThat(rowThat(row, shown -> shown.cell("状态").equals("待接单")).cell("处理人"))
                .isEqualTo(handler);
        isTrue("schedule", () -> people.schedules(handler, no).size() == 1);
        isTrue("notice", () -> people.messages(REPORTER).stream().anyMatch(m -> m.says(no)));

        people.press(cardThat(handler, no, PhoneMessage::isLive), handler, "accept", Map.of());
        rowThat(row, shown -> shown.cell("状态").equals("处理中"));
        resolveInTasklist(handler, no);
        rowThat(row, shown -> shown.cell("状态").equals("待评估"));
        isTrue("schedule gone", () -> people.schedules(handler, no).isEmpty());
        isTrue(
                "document",
                () -> people.documents().stream().anyMatch(d -> text(d).contains("加上缺失的索引")));

        people.press(
                cardThat(REPORTER, no, PhoneMessage::isLive),
                REPORTER,
                "solved",
                Map.of("stars", "5"));
        assertThat(rowThat(row, shown -> shown.cell("状态").equals("已关闭")).cell("满意度"))
                .startsWith("5");
        cardThat(REPORTER, no, card -> card.outcome().equals("已确认解决，5 星"));
        isTrue(
                "nothing left to press for the handler",
                () -> people.cards(handler, no).noneMatch(PhoneMessage::isLive));
        isTrue("in the KPIs", () -> isInKpis(handler, no));
    }

    @Test
    @DisplayName("未解决：重开后回到同一处理人，时限顺延，再次解决后照常关闭")
    void unsolvedIsReopened() {
        var row = people.addRow(REPORTER, Map.of("问题描述", "构建工具经常崩溃", "关联项目", "质量保障部"));
        var no = issueOf(row);
        var handler = handlerOf(no);
        people.press(cardThat(handler, no, PhoneMessage::isLive), handler, "resolve", Map.of());
        people.press(cardThat(REPORTER, no, PhoneMessage::isLive), REPORTER, "unsolved", Map.of());
        rowThat(row, shown -> shown.cell("状态").equals("处理中"));
        isTrue("scheduled again", () -> people.schedules(handler, no).size() == 1);
        cardThat(REPORTER, no, card -> card.outcome().equals("未解决，已重开"));
        people.press(cardThat(handler, no, PhoneMessage::isLive), handler, "resolve", Map.of());
        people.press(
                cardThat(REPORTER, no, PhoneMessage::isLive),
                REPORTER,
                "solved",
                Map.of("stars", "3"));
        rowThat(row, shown -> shown.cell("状态").equals("已关闭"));
        assertThat(issue(no, "handler")).isEqualTo(handler);
    }

    @Test
    @DisplayName("别人按卡片、按过期卡片：问题不变，过期的卡片改成真实状态")
    void staleAndForeignPressesChangeNothing() {
        var row = people.addRow(REPORTER, Map.of("问题描述", "英语学习没有时间", "关联项目", "应用研发部"));
        var no = issueOf(row);
        var handler = handlerOf(no);
        var card = cardThat(handler, no, PhoneMessage::isLive);
        var events = events(no);
        weCom().send(CallbackSender.press("zhulin", card.taskId(), "accept"));
        isTrue("press is settled", () -> oracles().isQuiet());
        assertThat(events(no)).isEqualTo(events);

        people.breakCalls("/cgi-bin/message/update_template_card", "status", 500, 1);
        var accepted = browserOf(handler).post("/api/issues/" + no + "/accept", Map.of());
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        isTrue("card could not be updated", () -> failedDeliveries(no) == 1);
        var again = events(no);
        people.press(card, handler, "accept", Map.of());
        cardThat(handler, no, shown -> shown.isLive() && !shown.offers("accept"));
        assertThat(events(no)).isEqualTo(again);
    }

    private CallbackSender weCom() {
        return CallbackSender.genuine(application() + "/wecom/callback");
    }

    private long events(String no) {
        return jdbc.sql("select count(*) from issue_event where issue_no = :no")
                .param("no", no)
                .query(Long.class)
                .single();
    }

    private long failedDeliveries(String no) {
        return management.createJobQuery().withException().list().stream()
                .filter(job -> job.getExceptionMessage().startsWith(no))
                .count();
    }

    private void resolveInTasklist(String handler, String no) {
        var browser = browserOf(handler);
        var task = eventually("task of " + no, () -> browser.taskOf(no), found -> !found.isEmpty());
        var answer =
                browser.submitForm(
                        task,
                        Map.of(
                                "handlingResult", "resolved",
                                "cause", "查询没有索引",
                                "measures", "加上缺失的索引",
                                "verification", "压测通过"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private boolean isInKpis(String handler, String no) {
        runtime.startProcessInstanceByKey("kpi_rollup", "KPI-ROLLUP");
        var month =
                DateTimeFormatter.ofPattern("yyyy-MM")
                        .format(LocalDate.now(ZoneId.of("Asia/Shanghai")));
        var browser = browserOf(handler);
        for (var kpi : browser.get("/api/kpis?scope=all&period=" + month).json()) {
            var lines = browser.get("/api/kpis/" + kpi.path("id").asText() + "/lines").json();
            for (var line : lines) {
                if (line.path("issueNo").asText().equals(no) && line.path("included").asBoolean()) {
                    return true;
                }
            }
        }
        return false;
    }

    private String text(com.fasterxml.jackson.databind.JsonNode document) {
        return people.document(document.path("docid").asText()).path("text").asText();
    }
}
