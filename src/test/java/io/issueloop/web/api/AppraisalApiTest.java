package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("目标、等级、效果与指标管理的 REST 接口")
class AppraisalApiTest {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @Test
    @DisplayName("目标：人人可见可评、公布后确认一次；没公布不能确认，脚本与旁人不能决定")
    void targetsAreTalkedAboutAndAcknowledged() {
        jdbc.sql(
                        """
                        insert into target_round values ('2099Q1', '2098Q3', 'COMMENTS', now(), now() + interval '1 day',
                                                         '2099-01-01 00:00+08', 1, null, null, null, null)
                        """)
                .update();
        jdbc.sql(
                        "insert into target_suggestion values ('2099Q1', 'T1', 90, 94.5, 'TIGHTEN', '两季都超出')")
                .update();
        var lina = browser("lina");
        assertThat(lina.post("/api/targets/2099Q1/comments", "{\"text\": \" \"}").status())
                .isEqualTo(422);
        assertThat(lina.post("/api/targets/2099Q1/acknowledgement", "").body()).contains("还没有公布");
        var said = lina.post("/api/targets/2099Q1/comments", "{\"text\": \"太高了 😀\"}").json();
        assertThat(said.at("/rounds/0/comments/0/authorName").asText()).isEqualTo("李娜");
        assertThat(said.at("/rounds/0/lines/0/suggested").asText()).isEqualTo("94.5");
        assertThat(said.at("/decides").asBoolean()).isFalse();
        assertThat(browser("zhaocto").get("/api/targets").json().at("/decides").asBoolean())
                .isTrue();
        jdbc.sql(
                        """
                        update target_round set state = 'PUBLISHED', decided_by = 'zhaocto', decided_at = now(), reason = '定'
                         where from_quarter = '2099Q1'
                        """)
                .update();
        assertThat(lina.post("/api/targets/2099Q1/comments", "{\"text\": \"晚了\"}").status())
                .isEqualTo(422);
        lina.post("/api/targets/2099Q1/acknowledgement", "");
        var done = lina.post("/api/targets/2099Q1/acknowledgement", "").json().at("/rounds/0");
        assertThat(done.get("acknowledged").asBoolean()).isTrue();
        assertThat(done.get("acknowledgedCount").asInt()).isEqualTo(1);
        assertThat(done.get("unacknowledged")).as("names are for those who decide").isEmpty();
        assertThat(browser("chenkpi").get("/api/targets").json().at("/rounds/0/unacknowledged"))
                .isNotEmpty();
        assertThat(browser("lina").post("/api/targets/x/comments", "{}").status()).isEqualTo(400);
        assertThat(browser("chenkpi").post("/api/targets", "{\"period\": \"2099Q1\"}").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("等级：本人、负责人、KPI 管理员可见，同组与别组负责人不行")
    void gradesAreForTheFew() {
        jdbc.sql(
                        """
                        insert into performance_grade (period, person, score, adjusted, grade, words, decision_version, graded_at)
                        values ('2025Q1', 'zhoujie', 85.5, false, 'B+', '良好', 1, now())
                        """)
                .update();
        var path = "/api/kpis/grade?period=2025Q1&person=zhoujie";
        for (var allowed : new String[] {"zhoujie", "liuyang", "chenkpi"}) {
            assertThat(browser(allowed).get(path).json().get("grade").asText()).isEqualTo("B+");
        }
        for (var other : new String[] {"lina", "wangfang", "sunops", "zhaocto"}) {
            assertThat(browser(other).get(path).status()).as(other).isEqualTo(403);
        }
        var script = Browser.at(port).with("Authorization", "Bearer " + WebTest.TOKEN);
        assertThat(script.get(path).status()).isEqualTo(403);
        assertThat(
                        browser("lina")
                                .get("/api/kpis/grade?period=2025Q2")
                                .json()
                                .get("given")
                                .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("基线：要有导入的完整季度、至少 4 周、样本 20；冻结一次")
    void baselinesAreFrozenOnce() {
        var kpi = browser("chenkpi");
        var body = "{\"first\": \"2020Q1\", \"last\": \"2020Q1\", \"reason\": \"历史清单\"}";
        assertThat(kpi.post("/api/effects/EFFICIENCY/baseline", body).body()).contains("样本只有 0");
        assertThat(browser("wangfang").post("/api/effects/EFFICIENCY/baseline", body).status())
                .isEqualTo(403);
        assertThat(kpi.post("/api/effects/X/baseline", body).status()).isEqualTo(400);
        lines("2020Q1", 25, 5 * 28_800);
        lines("2020Q2", 30, 3 * 28_800);
        assertThat(kpi.post("/api/effects/EFFICIENCY/baseline", body).body()).contains("历史数据");
        history("ISS-20200106-0001", "2020-01-06T02:00:00Z");
        history("ISS-20200120-0001", "2020-01-20T02:00:00Z");
        assertThat(kpi.post("/api/effects/EFFICIENCY/baseline", body).body()).contains("至少需要 4 周");
        history("ISS-20200320-0001", "2020-03-20T02:00:00Z");
        assertThat(kpi.post("/api/effects/EFFICIENCY/baseline", body).status()).isEqualTo(200);
        assertThat(kpi.post("/api/effects/EFFICIENCY/baseline", body).body()).contains("已经冻结");
        var made = browser("lina").get("/api/effects?after=2020Q2").json().at("/standings/0");
        assertThat(made.at("/baseline/figure/n").asInt()).isEqualTo(25);
        assertThat(made.at("/after/value").asText()).isEqualTo("3.50");
        assertThat(made.get("improvement").asText()).isEqualTo("36.1");
        assertThat(made.get("verdict").asText()).isEqualTo("REACHED");
        assertThat(made.get("teams").findValuesAsText("verdict"))
                .as("two issues, twenty-three issues")
                .containsExactly("UNKNOWN", "REACHED");
        assertThat(made.at("/teams/0/why").asText()).contains("基线样本不足");
        assertThat(made.at("/teams/1/teamName").asText()).isEqualTo("质量保障组");
        assertThat(made.at("/teams/1/baseline/n").asInt()).isEqualTo(23);
        assertThat(
                        browser("lina")
                                .get("/api/effects?after=2020Q3")
                                .json()
                                .at("/standings/0/why")
                                .asText())
                .contains("样本不足");
    }

    @Test
    @DisplayName("团队脉搏：不满 3 份不显示，也不能从总体推出")
    void fewAnswersAreNeverShown() {
        answers("2021Q1", 2, 2, 5);
        answers("2021Q1", 3, 3, 2);
        var view = browser("lina").get("/api/effects?after=2021Q1").json();
        assertThat(view.get("pulse").findValuesAsText("teamName")).containsExactly("质量保障组");
        assertThat(view.at("/standings/2/after/n").asInt()).isEqualTo(3);
        assertThat(view.at("/standings/2/after/value").asText()).isEqualTo("2.00");
        answers("2021Q1", 1, 1, 5);
        assertThat(
                        browser("lina")
                                .get("/api/effects?after=2021Q1")
                                .json()
                                .at("/standings/2/after/n")
                                .asInt())
                .isEqualTo(6);
    }

    @Test
    @DisplayName("里程碑：整份正确才导入，再导不重复；晚交、到期未交都算不准时")
    void milestonesAreImported() {
        var kpi = browser("chenkpi");
        var wrong = "项目,里程碑,计划日期,交付日期\n甲,一,明天,\n甲,,2022-01-10,\n";
        assertThat(kpi.upload("/api/effects/milestones", bytes(wrong)).body())
                .contains("第 2 行：计划日期看不懂", "第 3 行：请填写里程碑");
        assertThat(kpi.upload("/api/effects/milestones", bytes("项目,计划日期\n甲,2022-01-10\n")).body())
                .contains("缺少列“里程碑”");
        var right =
                "项目,里程碑,计划日期,交付日期\n甲,一,2022-01-10,2022/1/10\n甲,二,2022年1月20日,2022-01-21\n乙,三,2022-02-01,\n";
        assertThat(kpi.upload("/api/effects/milestones", bytes(right)).json().get("kept").asInt())
                .isEqualTo(3);
        assertThat(kpi.upload("/api/effects/milestones", bytes(right)).json().get("kept").asInt())
                .isZero();
        assertThat(browser("lina").upload("/api/effects/milestones", bytes(right)).status())
                .isEqualTo(403);
        var made = browser("lina").get("/api/effects?after=2022Q1").json().at("/standings/3/after");
        assertThat(made.get("n").asInt()).isEqualTo(3);
        assertThat(made.get("value").asText()).isEqualTo("33.33");
    }

    @Test
    @DisplayName("定性效果：负责人登记，已体现须有链接；链接不能是脚本")
    void evidenceNeedsALink() {
        var lead = browser("wangfang");
        assertThat(lead.post("/api/effects/evidence", proof("")).body()).contains("请附上链接");
        assertThat(lead.post("/api/effects/evidence", proof("javascript:alert(1)")).status())
                .isEqualTo(422);
        assertThat(lead.post("/api/effects/evidence", proof("//evil.example")).status())
                .isEqualTo(422);
        assertThat(browser("lina").post("/api/effects/evidence", proof("/dashboard")).status())
                .isEqualTo(422);
        var view = lead.post("/api/effects/evidence", proof("/dashboard")).json();
        assertThat(view.at("/checklist/0/achieved").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("导出：xlsx、CSV、JSON，有记录；没有别的格式")
    void exportsComeInThreeFormats() {
        var lina = browser("lina");
        assertThat(lina.get("/api/kpis/export?format=xlsx&period=2020Q1").body()).startsWith("PK");
        assertThat(lina.get("/api/kpis/export?format=json&period=2020Q1").body()).startsWith("[");
        assertThat(lina.get("/api/kpis/export?format=exe").status()).isEqualTo(400);
        var overview = browser("chenkpi").get("/api/admin/kpis").json();
        assertThat(overview.get("exports").findValuesAsText("what"))
                .contains("values 2020Q1 xlsx", "values 2020Q1 json");
        assertThat(browser("chenkpi").post("/api/admin/kpis/2019Q1/recompute", "").status())
                .isEqualTo(422);
        assertThat(browser("zhaocto").post("/api/admin/kpis/2019Q1/recompute", "").status())
                .isEqualTo(403);
    }

    private Browser browser(String user) {
        return Browser.of(user, port);
    }

    private void lines(String period, int count, long seconds) {
        for (int i = 0; i < count; i++) {
            jdbc.sql(
                            """
                            insert into kpi_single_line (period, metric, basis, definition_version, issue_no, team_id, included,
                                                  reason, numerator, denominator)
                            values (?, 'T2', 'WORKDAY', 1, ?, case when right(?, 1)::int < 9 then 3 else 1 end, true, '计入', ?, 1)
                            """)
                    .params(
                            period,
                            "ISS-%s-%04d".formatted(period, i),
                            "" + i,
                            seconds + i % 2 * 28_800L)
                    .update();
        }
    }

    private void history(String issue, String at) {
        jdbc.sql(
                        """
                        insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                        values (?, 'REPORTED', 'lina', cast(? as timestamptz), now(), '{"baseline": ["2020Q1"], "reporter": "lina"}')
                        """)
                .params(issue, at)
                .update();
    }

    private void answers(String quarter, long team, int count, int stars) {
        for (int i = 0; i < count; i++) {
            jdbc.sql("insert into pulse_answer values (?, ?, ?, ?, ?, ?)")
                    .params(UUID.randomUUID(), quarter, team, stars, stars, stars)
                    .update();
        }
    }

    private static String proof(String link) {
        return "{\"item\": \"TRANSPARENT\", \"achieved\": true, \"note\": \"看板人人可看\", \"link\": \"%s\"}"
                .formatted(link);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
