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
@DisplayName("复盘与周报的接口")
class ReviewApiTest {

    private static final String KEY = "REVIEW-2026-10-T2";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aReviewThatIsOver() {
        jdbc.sql("delete from review_measure where review_key = '" + KEY + "'").update();
        jdbc.sql("delete from review where review_key = '" + KEY + "'").update();
        jdbc.sql(
                        """
                insert into review (review_key, period, team_id, topic, reason, lead, participants, starts_at, revision)
                values (:key, '2026-10', 2, '平台研发组 10 月问题复盘', '月度例行复盘', 'wangfang', '{wangfang,lina}',
                        now() - interval '2 hours', 1)
                """)
                .param("key", KEY)
                .update();
    }

    @Test
    @DisplayName("主持人记录结论，负责人完成措施；旁人和后来者被客气地拒绝")
    void leadConcludesAndOwnerCarriesOut() {
        var lead = Browser.of("wangfang", port);
        var member = Browser.of("lina", port);
        assertThat(member.get("/api/reviews/" + KEY).json().get("mayLead").asBoolean()).isFalse();
        var body = "{\"conclusions\": \"缺少压测\", \"measures\": \"补充压测；李娜；2099-01-01\"}";
        var refused = member.post("/api/reviews/" + KEY + "/conclusions", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("只有主持人可以记录结论：王芳");
        var concluded = lead.post("/api/reviews/" + KEY + "/conclusions", body);
        assertThat(concluded.status()).isEqualTo(200);
        assertThat(concluded.json().at("/measures/0/owner/name").asText()).isEqualTo("李娜");
        assertThat(lead.post("/api/reviews/" + KEY + "/conclusions", body).status()).isEqualTo(422);
        assertThat(member.get("/api/reviews").body()).contains("补充压测");

        var done = "/api/reviews/" + KEY + "/measures/1/done";
        assertThat(Browser.of("zhoujie", port).post(done, "{\"note\": \"x\"}").status())
                .isEqualTo(422);
        assertThat(member.post(done, "{\"note\": \"已补\"}").json().at("/measures/0/note").asText())
                .isEqualTo("已补");
        assertThat(member.get("/api/reviews").body()).doesNotContain("补充压测");
        assertThat(member.post("/api/reviews/NOPE/conclusions", body).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("周报：团队的全员可看，个人的只有本人、负责人和 KPI 管理员")
    void reportsOfPersonsAreTheirs() {
        jdbc.sql(
                        """
                insert into weekly_report (period, from_at, to_at, written_at)
                values ('2026W40', now(), now(), now()) on conflict do nothing
                """)
                .update();
        var report = "/api/reports/weekly/2026W40?scope=";
        var lina = Browser.of("lina", port);
        assertThat(lina.get(report + "person:me").status()).isEqualTo(200);
        assertThat(lina.get(report + "team:3").json().get("subject").asText()).isEqualTo("质量保障组");
        assertThat(lina.get(report + "person:zhangwei").status()).isEqualTo(403);
        assertThat(Browser.of("wangfang", port).get(report + "person:lina").status())
                .isEqualTo(200);
        assertThat(Browser.of("liuyang", port).get(report + "person:lina").status()).isEqualTo(403);
        assertThat(Browser.of("chenkpi", port).get(report + "person:lina").status()).isEqualTo(200);
        assertThat(lina.get(report + "nonsense").status()).isEqualTo(400);
        assertThat(lina.get("/api/reports/weekly/2026W39").status()).isEqualTo(404);
    }
}
