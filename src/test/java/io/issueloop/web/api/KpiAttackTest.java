package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everywhere a person's numbers can be asked for, by everybody who must not have them: peer, other
 * lead, CTO, operator, former lead, a script, nobody (design.md §2 row 9).
 */
@WebTest
@DisplayName("个人指标的每个入口：同事、别的负责人、前任负责人、脚本与匿名都拿不到")
class KpiAttackTest {

    private static final String PERIOD = "2022Q3";
    private static final String SECRET = "只有周杰能看的原因";
    private static final List<String> OTHERS = List.of("lina", "wangfang", "zhaocto", "sunops");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    private long id;

    @BeforeEach
    void zhouHasANumber() {
        jdbc.sql("delete from kpi_line where period = ?").param(PERIOD).update();
        jdbc.sql("delete from kpi_value where period = ?").param(PERIOD).update();
        id =
                jdbc.sql(
                                """
                                insert into kpi_value (metric, basis, period, scope, definition_version, numerator, denominator,
                                                       n, target, status, provisional, calendar_version, computed_at, details)
                                values ('P1', 'DEFAULT', ?, 'person:zhoujie', 1, 4, 1, 4, 5, 'MISSED', false, 1, now(), '{}')
                                returning id
                                """)
                        .param(PERIOD)
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into kpi_line (period, metric, basis, definition_version, issue_no, team_id, person, included,
                                              reason, numerator, denominator)
                        values (?, 'P1', 'DEFAULT', 1, 'ISS-20220701-0001', 3, 'zhoujie', true, ?, 1, 0)
                        """)
                .params(PERIOD, SECRET)
                .update();
    }

    /** What to ask for, and what it answers to those who may not. */
    private Map<String, Integer> doors() {
        return Map.of(
                "/api/kpis?scope=person:zhoujie&period=" + PERIOD, 403,
                "/api/kpis/sheet?scope=person:zhoujie&period=" + PERIOD, 403,
                "/api/kpis/grade?person=zhoujie&period=" + PERIOD, 403,
                "/api/kpis/" + id + "/lines", 404,
                "/api/kpis/" + id + "/lines.csv", 404,
                "/api/kpis/" + id + "/lines.xlsx", 404,
                "/api/kpis/" + id + "/lines.json", 404);
    }

    /** What everybody may open, without him in it. */
    private static List<String> halls() {
        return List.of(
                "/api/kpis?period=" + PERIOD,
                "/api/kpis/export?format=csv&period=" + PERIOD,
                "/api/kpis/export?format=json&period=" + PERIOD,
                "/kpi?scope=person:zhoujie&period=" + PERIOD,
                "/m/kpi?scope=person:zhoujie&period=" + PERIOD,
                "/api/kpis/prospects?period=" + PERIOD);
    }

    @Test
    @DisplayName("本人、负责人与 KPI 管理员看得到")
    void theFewSeeIt() {
        for (var allowed : List.of("zhoujie", "liuyang", "chenkpi")) {
            var browser = Browser.of(allowed, port);
            assertThat(browser.get("/api/kpis/" + id + "/lines").body()).contains(SECRET);
            assertThat(browser.get("/api/kpis/" + id + "/lines.csv").body()).contains(SECRET);
            assertThat(browser.get("/api/kpis/export?format=csv&period=" + PERIOD).body())
                    .contains("person:zhoujie");
        }
    }

    @Test
    @DisplayName("同事、别组负责人、CTO、运维拿不到")
    void nobodyElseDoes() {
        OTHERS.forEach(other -> isShut(other, Browser.of(other, port)));
    }

    @Test
    @DisplayName("前任负责人：换人之后立刻拿不到，归档也不行")
    void aFormerLeadIsShutOut() {
        var admin = Browser.of("sunops", port);
        var liu = Browser.of("liuyang", port);
        assertThat(liu.get("/api/kpis/" + id + "/lines").status()).isEqualTo(200);
        lead(admin, "lina");
        try {
            isShut("the former lead", liu);
            assertThat(liu.get("/api/quarters/2022Q3/revisions/1/json").status()).isEqualTo(403);
        } finally {
            lead(admin, "");
        }
    }

    @Test
    @DisplayName("匿名与脚本拿不到；代表同事的脚本也不行")
    void neitherNobodyNorAScript() {
        var nobody = Browser.at(port);
        doors().keySet().forEach(door -> assertThat(nobody.get(door).status()).isEqualTo(401));
        var script = Browser.at(port).with("Authorization", "Bearer " + WebTest.TOKEN);
        doors().keySet().forEach(door -> isNothing(door, script));
        doors().keySet().forEach(door -> isNothing(door, script.with("X-Acting-User", "lina")));
    }

    @Test
    @DisplayName("归档与核对：只有 KPI 管理员，匿名、成员、负责人、CTO、运维都不行")
    void archivesAreForTheAdministrator() {
        var archive = "/api/quarters/2022Q3/revisions/1";
        for (var other : List.of("zhoujie", "lina", "liuyang", "wangfang", "zhaocto", "sunops")) {
            var browser = Browser.of(other, port);
            for (var file : List.of("json", "xlsx", "sha256", "KPI-2022Q3-r1-2.json")) {
                assertThat(browser.get(archive + "/" + file).status()).as(other).isEqualTo(403);
            }
            assertThat(browser.post(archive + "/proof", "").status()).as(other).isEqualTo(403);
            assertThat(browser.post(archive + "/proof?file=json", "").status()).isEqualTo(403);
        }
        assertThat(Browser.at(port).get(archive + "/json").status()).isEqualTo(401);
        assertThat(Browser.of("chenkpi", port).get(archive + "/json").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("证据图片：本人与现任负责人（及其上级）看得到；匿名、同事、别组与前任负责人、脚本不行")
    void evidenceIsForPersonAndLead() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 9};
        var zhou = Browser.of("zhoujie", port);
        var picture = zhou.upload("/api/me/evidence", png).json().get("url").asText();
        jdbc.sql(
                        """
                        insert into learning_plan (plan_no, period, person, state, submitted_at)
                        values ('LP-2022Q3-zhoujie', '2022Q3', 'zhoujie', 'SUBMITTED', now()) on conflict do nothing
                        """)
                .update();
        jdbc.sql(
                        "update evidence_file set subject = 'LP-2022Q3-zhoujie#1' where id = cast(? as uuid)")
                .param(picture.substring(picture.lastIndexOf('/') + 1))
                .update();
        var liu = Browser.of("liuyang", port);
        assertThat(zhou.get(picture).status()).isEqualTo(200);
        assertThat(liu.get(picture).status()).isEqualTo(200);
        for (var other : List.of("lina", "wangfang", "sunops")) {
            assertThat(Browser.of(other, port).get(picture).status()).as(other).isEqualTo(404);
        }
        assertThat(Browser.at(port).get(picture).status()).isEqualTo(401);
        isNothing(picture, Browser.at(port).with("Authorization", "Bearer " + WebTest.TOKEN));
        var admin = Browser.of("sunops", port);
        lead(admin, "lina");
        try {
            assertThat(liu.get(picture).status()).as("the former lead").isEqualTo(404);
        } finally {
            lead(admin, "");
        }
    }

    private void isShut(String who, Browser browser) {
        doors().forEach(
                        (door, status) ->
                                assertThat(browser.get(door).status())
                                        .as("%s at %s", who, door)
                                        .isEqualTo(status));
        for (var hall : halls()) {
            assertThat(browser.get(hall).body())
                    .as("%s at %s", who, hall)
                    .doesNotContain(SECRET)
                    .doesNotContain("\"scope\":\"person:zhoujie\"")
                    .doesNotContain(",person:zhoujie,");
        }
    }

    private static void isNothing(String door, Browser script) {
        var answer = script.get(door);
        assertThat(answer.status()).as(door).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    private static void lead(Browser admin, String user) {
        var change = "{\"kind\": \"LEAD\", \"subject\": \"3\", \"value\": \"%s\"}".formatted(user);
        assertThat(admin.post("/api/admin/organisation", change).status()).isLessThan(300);
    }
}
