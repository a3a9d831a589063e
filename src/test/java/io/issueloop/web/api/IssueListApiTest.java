package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("问题列表、视图、看板、导出与操作记录")
class IssueListApiTest {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Browser lina;
    private String mark;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
        mark = "列表" + System.nanoTime();
    }

    @Test
    @DisplayName("多个状态、紧急程度、团队、时限与日期一起筛选，按列排序")
    void narrowedAndOrdered() {
        var late = reported("甲 性能下降", "高");
        var soon = reported("乙 性能下降", "低");
        due(late, "now() - interval '1 day'");
        due(soon, "now() + interval '20 days'");
        assertThat(numbers("sort=dueAt")).containsExactly(late, soon);
        assertThat(numbers("sort=-urgency")).containsExactly(late, soon);
        assertThat(numbers("due=overdue")).containsExactly(late);
        assertThat(numbers("due=today")).isEmpty();
        assertThat(numbers("due=soon")).isEmpty();
        due(soon, "now() + interval '1 day'");
        assertThat(numbers("due=soon")).containsExactly(soon);
        assertThat(numbers("urgency=低&status=待接单,处理中&team=3")).containsExactly(soon);
        assertThat(numbers("until=2000-01-01")).isEmpty();
        assertThat(numbers("reporter=me&category=技术")).hasSize(2);
        assertThat(numbers("handler=none")).isEmpty();
        jdbc.sql(
                        "update issue set status = 'PAUSED', paused_at = now() - interval '2 days' where issue_no = ?")
                .param(late)
                .update();
        assertThat(numbers("due=overdue")).as("paused before it was due").isEmpty();
    }

    @Test
    @DisplayName("不认识的列、日期与时限：400，说明怎样写")
    void nonsenseIsRefused() {
        for (var query : List.of("sort=description", "from=22.11.2026", "due=later", "urgency=9")) {
            assertThat(lina.get("/api/issues?" + encoded(query)).status()).isEqualTo(400);
        }
        assertThat(lina.get("/api/issues/export?columns=solution").status()).isEqualTo(400);
        assertThat(lina.get("/api/issues/board?by=mood").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("导出所选的列：公式不会执行，导出有记录，流程管理员在操作记录里看得到")
    void exportedAndRemembered() {
        lina.post("/api/issues", body("=HYPERLINK(\"x\") " + mark, "中"));
        var csv = lina.get("/api/issues/export?columns=title,status&q=" + encoded(mark));
        assertThat(csv.header("Content-Disposition")).contains("attachment").contains(".csv");
        assertThat(csv.body()).startsWith("\uFEFF标题,状态\r\n\"'=HYPERLINK");
        var xlsx = lina.get("/api/issues/export?format=xlsx&q=" + encoded(mark));
        assertThat(xlsx.status()).isEqualTo(200);

        var admin = Browser.of("sunops", port);
        var found = admin.get("/api/admin/audit?kind=EXPORT&actor=lina&q=" + encoded(mark));
        assertThat(found.json().at("/items").size()).isEqualTo(2);
        assertThat(found.json().at("/items/0/actorName").asText()).isEqualTo("李娜");
        var log = admin.get("/api/admin/audit/export?kind=EXPORT&q=" + encoded(mark));
        assertThat(log.body()).contains("ISSUES_EXPORTED");
    }

    @Test
    @DisplayName("视图：自己的可替换与删除，负责人可共享给团队，别人不能")
    void keptViews() {
        var views = "/api/me/views";
        lina.post(views, view(mark, "due=overdue", "null"));
        var again = lina.post(views, view(mark, "due=today", "null")).json();
        assertThat(named(again, mark).path("query").asText()).isEqualTo("due=today");
        assertThat(lina.post(views, view("x", "", "2")).status()).isEqualTo(422);

        var lead = Browser.of("wangfang", port);
        var shared = lead.post(views, view("共享" + mark, "major=true", "2")).json();
        var seen = named(lina.get(views).json(), "共享" + mark);
        assertThat(seen.path("own").asBoolean()).isFalse();
        assertThat(seen.path("sharedWith").asText()).isEqualTo("平台研发组");
        lina.post(views + "/" + seen.path("id").asLong() + "/removal", "{}");
        assertThat(named(lead.get(views).json(), "共享" + mark))
                .isEqualTo(named(shared, "共享" + mark));
        lead.post(views + "/" + seen.path("id").asLong() + "/removal", "{}");
        assertThat(lina.get(views).body()).doesNotContain("共享" + mark);
    }

    @Test
    @DisplayName("看板按状态、按处理人分列，各列有总数")
    void boardHasColumns() {
        var no = reported("看板 性能下降", "高");
        var byStatus = lina.get("/api/issues/board?team=3&q=" + encoded(mark)).json();
        var assigned = column(byStatus, "待接单");
        assertThat(assigned.path("total").asLong()).isEqualTo(1);
        assertThat(assigned.at("/cards/0/issueNo").asText()).isEqualTo(no);
        var byHandler = lina.get("/api/issues/board?by=handler&q=" + encoded(mark)).json();
        assertThat(column(byHandler, "周杰").path("total").asLong()).isEqualTo(1);
    }

    private String reported(String text, String urgency) {
        var answer = lina.post("/api/issues", body(text + " " + mark, urgency));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("issueNo").asText();
    }

    private static String body(String text, String urgency) {
        return "{\"description\": \"%s\", \"urgency\": \"%s\", \"project\": \"质量保障组\"}"
                .formatted(text.replace("\"", "\\\""), urgency);
    }

    private static String view(String name, String query, String team) {
        return "{\"name\": \"%s\", \"query\": \"%s\", \"team\": %s}".formatted(name, query, team);
    }

    private void due(String issueNo, String when) {
        jdbc.sql("update issue set due_at = " + when + " where issue_no = ?")
                .param(issueNo)
                .update();
    }

    private List<String> numbers(String query) {
        var answer = lina.get("/api/issues?q=" + encoded(mark) + "&" + encoded(query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(one -> one.path("issueNo").asText())
                .toList();
    }

    private static JsonNode named(JsonNode overview, String name) {
        return only(overview.path("views"), name);
    }

    private static JsonNode column(JsonNode board, String name) {
        return only(board.path("columns"), name);
    }

    private static JsonNode only(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
    }
}
