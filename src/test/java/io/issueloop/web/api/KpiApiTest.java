package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.directory.Directory;
import io.issueloop.kpi.KpiRollup;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("指标 REST 接口")
class KpiApiTest {

    private static final String ZHOU = "/api/kpis?scope=person:zhoujie";

    @LocalServerPort private int port;
    @Autowired private KpiRollup rollup;
    @Autowired private JdbcClient jdbc;
    @Autowired private Directory directory;

    /** Once: what other classes left in the database makes every computation of it slow. */
    @BeforeAll
    void oneIssueIsSolvedAndCounted() {
        var lina = Browser.of("lina", port);
        var zhou = Browser.of("zhoujie", port);
        var issue =
                lina.post("/api/issues", "{\"description\": \"用例缺失\", \"project\": \"质量保障组\"}")
                        .location();
        zhou.post(issue + "/accept", "");
        zhou.post(issue + "/resolve", "{\"measures\": \"补用例\"}");
        lina.post(issue + "/evaluate", "{\"solved\": true, \"stars\": 5}");
        rollup.owe(Instant.now());
        rollup.computeOwed();
    }

    @Test
    @DisplayName("团队指标全员可见，每个数字都能打开到问题")
    void everyMemberSeesTeamsAndTheirIssues() {
        var solved = Browser.of("lina", port).get("/api/kpis?scope=team:3&metric=T1").json();
        assertThat(solved).isNotEmpty();
        var value = solved.get(0);
        assertThat(value.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "metric",
                        "scope",
                        "period",
                        "basis",
                        "value",
                        "numerator",
                        "denominator",
                        "n",
                        "target",
                        "status",
                        "provisional",
                        "definitionVersion",
                        "calendarVersion",
                        "computedAt");
        assertThat(value.get("value").asText()).matches("\\d+\\.\\d{10}");
        assertThat(value.get("computedAt").asText()).endsWith("+08:00");
        var lines = Browser.of("lina", port).get(lines(value.get("id").asLong())).json();
        assertThat(lines).isNotEmpty();
        assertThat(lines.get(0).fieldNames())
                .toIterable()
                .containsExactly("issueNo", "included", "reason", "numerator", "denominator");
    }

    @Test
    @DisplayName("个人指标：本人、负责人、KPI 管理员可见，别人不行，明细也不行")
    void personalNumbersAreForTheFew() {
        var id = Browser.of("zhoujie", port).get(ZHOU).json().get(0).get("id").asLong();
        for (var allowed : new String[] {"zhoujie", "liuyang", "chenkpi"}) {
            assertThat(Browser.of(allowed, port).get(ZHOU).status()).as(allowed).isEqualTo(200);
            assertThat(Browser.of(allowed, port).get(lines(id)).status()).isEqualTo(200);
        }
        for (var other : new String[] {"lina", "wangfang", "sunops", "zhaocto"}) {
            assertThat(Browser.of(other, port).get(ZHOU).status()).as(other).isEqualTo(403);
            assertThat(Browser.of(other, port).get(lines(id)).status()).isEqualTo(404);
        }
    }

    @Test
    void withoutScopeOthersPersonalNumbersAreLeftOut() {
        var mine = scopes(Browser.of("zhoujie", port));
        assertThat(mine).contains("all", "team:3", "person:zhoujie");
        assertThat(scopes(Browser.of("lina", port)))
                .contains("all", "team:3")
                .noneMatch(scope -> scope.startsWith("person:") && !scope.equals("person:lina"));
    }

    @Test
    void scriptsSeeWhatTheMemberTheyActForSees() {
        var script = Browser.at(port).with("Authorization", "Bearer " + WebTest.TOKEN);
        assertThat(script.get("/api/kpis?scope=team:3").status()).isEqualTo(200);
        assertThat(script.get(ZHOU).status()).isEqualTo(400);
        assertThat(script.with("X-Acting-User", "lina").get(ZHOU).status()).isEqualTo(403);
    }

    @Test
    void oddQuestionsAreRefused() {
        var lina = Browser.of("lina", port);
        assertThat(lina.get("/api/kpis?period=2026").status()).isEqualTo(400);
        assertThat(lina.get("/api/kpis?scope=everybody").status()).isEqualTo(400);
        assertThat(lina.get("/api/kpis/x/lines").status()).isEqualTo(400);
        assertThat(lina.get(lines(987654321)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("看板：每项指标有数值、口径与趋势")
    void sheetTellsValueFormulaAndTrend() {
        var sheet = Browser.of("lina", port).get("/api/kpis/sheet?scope=team:3").json();
        assertThat(sheet.get("tiles").findValuesAsText("name"))
                .contains("问题解决率", "平均解决时间", "重复问题率", "客户满意度");
        var solved = sheet.at("/tiles/0");
        assertThat(solved.get("formula").asText()).isNotBlank();
        assertThat(solved.at("/display/target").asText()).isEqualTo("≥ 90 %");
        assertThat(solved.get("trend")).isNotEmpty();
        assertThat(Browser.of("lina", port).get("/api/kpis/sheet?scope=person:me").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("导出：只含可见的，有记录，明细同样只给该看的人")
    void exportsShowNoMoreAndAreLogged() {
        var id = Browser.of("zhoujie", port).get(ZHOU).json().get(0).get("id").asLong();
        assertThat(Browser.of("lina", port).get(lines(id) + ".csv").status()).isEqualTo(404);
        assertThat(Browser.of("zhoujie", port).get(lines(id) + ".csv").body())
                .contains("编号,是否计入,原因");
        var all = Browser.of("lina", port).get("/api/kpis/export");
        assertThat(all.body()).contains("team:3").doesNotContain("person:zhoujie");
        assertThat(all.header("Content-Disposition")).startsWith("attachment");
        assertThat(
                        jdbc.sql(
                                        "select caller || ' ' || what from kpi_export_log order by id desc")
                                .query(String.class)
                                .list())
                .first()
                .asString()
                .startsWith("lina values ");
    }

    @Test
    @DisplayName("前任负责人不再能看；现任可以")
    void aFormerLeadSeesNothing() {
        var id = Browser.of("zhoujie", port).get(ZHOU).json().get(0).get("id").asLong();
        try {
            lead("wangfang");
            assertThat(Browser.of("liuyang", port).get(ZHOU).status()).isEqualTo(403);
            assertThat(Browser.of("liuyang", port).get(lines(id)).status()).isEqualTo(404);
            assertThat(Browser.of("wangfang", port).get(ZHOU).status()).isEqualTo(200);
        } finally {
            lead("liuyang");
        }
    }

    @Test
    @DisplayName("人工调整另起一行并署名，计算值不变；自己的不能调")
    void anAdjustmentStandsBesideTheNumber() {
        var before = Browser.of("zhoujie", port).get(ZHOU).json().get(0);
        var path = "/api/kpis/" + before.get("id").asLong() + "/adjustments";
        var body = "{\"value\": \"6\", \"reason\": \"系统停机两天\"}";
        assertThat(Browser.of("liuyang", port).post(path, body).status()).isEqualTo(403);
        assertThat(Browser.of("chenkpi", port).post(path, "{\"value\": \"6\"}").status())
                .isEqualTo(400);
        assertThat(Browser.of("chenkpi", port).post(path, body).status()).isEqualTo(200);
        var after = Browser.of("zhoujie", port).get(ZHOU).json().get(0);
        assertThat(after.get("value")).isEqualTo(before.get("value"));
        var lines = Browser.of("zhoujie", port).get(lines(before.get("id").asLong())).json();
        assertThat(lines.get(0).get("reason").asText()).contains("人工调整为 6", "系统停机两天", "计算值不变");
    }

    @Test
    @DisplayName("定义由执行的内容生成；草案不改变任何东西")
    void definitionsAreWhatIsExecuted() {
        var page = Browser.of("lina", port).get("/api/kpis/definitions").json();
        assertThat(page.at("/version/version").asInt()).isEqualTo(1);
        assertThat(page.get("definitions").findValuesAsText("metric"))
                .contains("T1", "T2", "T3", "T4", "P1", "P2", "P3", "P4", "P5", "SCORE");
        assertThat(page.at("/definitions/0/statement").asText()).contains("kpi_issue");
        var steps = Browser.of("lina", port).get("/api/kpis/definitions/steps").json();
        assertThat(steps.findValuesAsText("name"))
                .contains("kpi_prepare_issues", "kpi_peer_mean", "work_seconds");
        assertThat(steps.findValuesAsText("statement")).noneMatch(String::isBlank);
        var refused =
                Browser.of("chenkpi", port)
                        .post(
                                "/api/kpis/definitions",
                                "{\"effectiveFrom\": \"2020Q1\", \"cap\": \"1\", \"reason\": \"x\", \"settings\": []}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("已经开始");
    }

    private void lead(String user) {
        jdbc.sql("update team set lead = ? where team_id = 3").param(user).update();
        directory.reload();
    }

    private static java.util.List<String> scopes(Browser browser) {
        var values = browser.get("/api/kpis").json();
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> value.get("scope").asText())
                .toList();
    }

    private static String lines(long id) {
        return "/api/kpis/" + id + "/lines";
    }
}
