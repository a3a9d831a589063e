package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.MemberBrowser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A capability is switched while the application runs, and a person does what it did. */
class ByHandTest extends EndToEnd {

    private static final String ADMIN = "gaoxiang";
    private static final String LINK = "https://doc.weixin.qq.com/doc/w3_by_hand";

    @AfterEach
    void automaticAgain() {
        mode(browserOf(ADMIN), "setting");
    }

    @Test
    @DisplayName("微文档改为人工：在 Tasklist 认领、填写链接，问题页就有方案文档；其间改回自动，另一个任务交还系统")
    void documentIsWrittenByHandAndThenBySystem() {
        var admin = browserOf(ADMIN);
        mode(admin, "manual");
        var first = solved("性能问题：报表导出慢");
        var second = solved("性能问题：登录页加载慢");
        var task = taskOf(admin, first);
        assertThat(admin.claim(task, ADMIN).status()).isEqualTo(204);
        var without = admin.submitForm(task, Map.of("handWorkResult", "done"));
        assertThat(without.status()).isGreaterThanOrEqualTo(400);
        assertThat(without.body()).contains("请填写结果的编号或链接");
        var done = admin.submitForm(task, Map.of("handWorkResult", "done", "reference", LINK));
        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(documentOf(admin, first)).isEqualTo(LINK);

        mode(admin, "auto");
        var again = admin.submitForm(taskOf(admin, second), Map.of("handWorkResult", "again"));
        assertThat(again.status()).as(again.body()).isEqualTo(204);
        isTrue("written by the system", () -> documentOf(admin, second).startsWith("http"));
        assertThat(admin.get(tasksOf(second)).json()).isEmpty();
        oracles().nothingIsLost();
    }

    private static void mode(MemberBrowser admin, String mode) {
        var answer = admin.post("/api/admin/wecom/document", Map.of("mode", mode));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String solved(String description) {
        var row = Map.<String, Object>of("问题描述", description, "关联项目", "平台研发部");
        var no = issueOf(people.addRow("xujing", row));
        var handler = browserOf(handlerOf(no));
        handler.post("/api/issues/" + no + "/accept", Map.of());
        var solution = Map.of("measures", "加上缺失的索引");
        var answer = handler.post("/api/issues/" + no + "/resolve", solution);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return no;
    }

    private String taskOf(MemberBrowser admin, String no) {
        return eventually(
                "task of " + no,
                () -> admin.get(tasksOf(no)).json().path(0).path("id").asText(),
                id -> !id.isEmpty());
    }

    private static String documentOf(MemberBrowser browser, String no) {
        var answer = browser.get("/api/issues/" + no + "/solution-document");
        return answer.json().path("url").asText("");
    }

    private static String tasksOf(String no) {
        return MemberBrowser.ENGINE
                + "/task?taskDefinitionKey=Task_DeliverByHand&processInstanceBusinessKey="
                + no;
    }
}
