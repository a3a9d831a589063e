package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("互评、学习计划与申诉的接口：旁人、别的负责人、令牌都看不到")
class PeopleApiTest {

    private static final String APPEAL = "APL-2031Q1-001";
    private static final String PLAN = "LP-2031Q1-lina";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void somethingToSee() {
        jdbc.sql("delete from peer_answer").update();
        jdbc.sql("delete from peer_ask").update();
        jdbc.sql("delete from peer_rating_round").update();
        jdbc.sql(
                        """
                        insert into peer_rating_round
                        values ('2031Q1', now() - interval '1 day', now(), now() + interval '2 days')
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into peer_ask (period, person, rater)
                        values ('2031Q1', 'lina', 'zhangwei'), ('2031Q1', 'lina', 'zhoujie')
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into appeal (appeal_no, period, person, metric, line, line_reason, statement, state,
                                            filed_at, due_at, decider, assigned_by)
                        values (?, '2031Q1', 'lina', 'P2', 'ISS-20310101-0001', '超时', '等供应商', 'ASSIGNED',
                                now(), now() + interval '3 days', 'liuyang', 'chenkpi')
                        on conflict do nothing
                        """)
                .param(APPEAL)
                .update();
        jdbc.sql(
                        """
                        insert into learning_plan (plan_no, period, person, state, submitted_at)
                        values (?, '2031Q1', 'lina', 'SUBMITTED', now()) on conflict do nothing
                        """)
                .param(PLAN)
                .update();
    }

    @Test
    @DisplayName("互评只看得到自己的；任何地址都不说谁评了谁")
    void ratingsAreOnesOwn() {
        var rater = Browser.of("zhangwei", port);
        var rated =
                rater.post(
                        "/api/me/peer-rating/lina",
                        "{\"stars\": {\"COOPERATION\": 2, \"COMMUNICATION\": 3, \"SUPPORT\": 4}}");
        assertThat(rated.status()).isEqualTo(200);
        assertThat(rated.json().at("/colleagues/0/stars/COOPERATION").asInt()).isEqualTo(2);
        for (var other : new String[] {"lina", "wangfang", "zhoujie", "chenkpi", "sunops"}) {
            var browser = Browser.of(other, port);
            assertThat(
                            browser.get("/api/me/peer-rating").body()
                                    + browser.get("/api/me/peer-rounds").body())
                    .as(other)
                    .doesNotContain("COOPERATION\":2")
                    .doesNotContain("\"rater\":{\"userId\":\"zhangwei\"");
        }
        assertThat(Browser.of("lina", port).post("/api/me/peer-rating/lina", "{}").status())
                .isEqualTo(422);
        assertThat(rater.post("/api/me/peer-rating/wangfang", "{}").status()).isEqualTo(422);
        assertThat(rater.post("/api/me/peer-rating/lina", "{\"stars\": {\"SUPPORT\": 9}}").status())
                .isEqualTo(422);
        assertThat(rater.post("/api/me/peer-rounds", "{\"quarter\": \"2026Q3\"}").status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("申诉：本人、裁决人与 KPI 管理员可见；同事、直属负责人、令牌不可见也不能裁决")
    void appealsAreForThoseConcerned() {
        var path = "/api/me/appeals/" + APPEAL;
        for (var admitted : new String[] {"lina", "liuyang", "chenkpi"}) {
            assertThat(Browser.of(admitted, port).get(path).body()).contains("等供应商");
        }
        for (var other : new String[] {"zhangwei", "wangfang", "zhoujie", "sunops"}) {
            var browser = Browser.of(other, port);
            assertThat(browser.get(path).status()).as(other).isEqualTo(404);
            assertThat(
                            browser.post(
                                            path + "/decision",
                                            "{\"choice\": \"count\", \"reason\": \"x\"}")
                                    .status())
                    .isEqualTo(404);
            assertThat(browser.post(path + "/withdraw", "").status()).isEqualTo(404);
        }
        var script =
                Browser.at(port)
                        .with("Authorization", "Bearer " + WebTest.TOKEN)
                        .with("X-Acting-User", "lina");
        assertThat(script.get(path).status()).isEqualTo(403);
        assertThat(Browser.at(port).get(path).status()).isEqualTo(401);
        assertThat(
                        Browser.of("lina", port)
                                .post(
                                        "/api/me/appeals",
                                        "{\"quarter\": \"2031Q1\", \"metric\": \"P1\", \"statement\": \"x\"}")
                                .body())
                .contains("不在申诉期内");
    }

    @Test
    @DisplayName("学习计划：本人和负责人可见；证据图片同样")
    void plansAreForPersonAndLead() {
        assertThat(Browser.of("wangfang", port).get("/api/me/learning").body()).contains(PLAN);
        for (var other : new String[] {"zhangwei", "liuyang", "zhoujie"}) {
            assertThat(Browser.of(other, port).get("/api/me/learning").body()).doesNotContain(PLAN);
        }
        var lina = Browser.of("lina", port);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 7};
        var picture = lina.upload("/api/me/evidence", png).json().get("url").asText();
        assertThat(lina.upload("/api/me/evidence", new byte[] {'<', 's'}).status()).isEqualTo(422);
        jdbc.sql("update evidence_file set subject = ?").param(PLAN + "#1").update();
        assertThat(Browser.of("wangfang", port).get(picture).status()).isEqualTo(200);
        assertThat(Browser.of("liuyang", port).get(picture).status()).isEqualTo(404);
        assertThat(Browser.of("zhangwei", port).get(picture).status()).isEqualTo(404);
    }
}
