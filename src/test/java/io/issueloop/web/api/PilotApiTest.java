package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("试点与反馈")
class PilotApiTest {

    private static final String SCOPE = "/api/admin/pilot/scope";

    @LocalServerPort private int port;

    @AfterEach
    void everybodyAgain() {
        Browser.of("sunops", port).post(SCOPE, "{\"departments\": []}");
    }

    @Test
    @DisplayName("不在试点部门的人提报会被婉拒并说明原因；改回全员即可提报")
    void onlyThosePartTake() {
        var admin = Browser.of("sunops", port);
        var mine = admin.get("/api/me").json().path("team").asLong();
        var departments = admin.get("/api/admin/pilot").json().path("departments");
        long other = 0;
        for (var one : departments) {
            if (one.path("id").asLong() != mine && one.path("id").asLong() != 1) {
                other = one.path("id").asLong();
            }
        }
        var changed = admin.post(SCOPE, "{\"departments\": [%d]}".formatted(other));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(admin.get("/api/me/pilot").json().path("takesPart").asBoolean()).isFalse();
        var refused = admin.post("/api/issues", "{\"description\": \"登录页有 bug\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("试点阶段只受理", "联系管理员");

        admin.post(SCOPE, "{\"departments\": []}");
        assertThat(admin.post("/api/issues", "{\"description\": \"登录页有 bug\"}").status())
                .isEqualTo(201);
        assertThat(admin.post(SCOPE, "{\"departments\": [4711]}").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("反馈按两次只算一份；没选星级会提醒；管理员看得到平均分")
    void feedbackIsCountedOnce() {
        var admin = Browser.of("sunops", port);
        var body = "{\"key\": \"abcdefgh1\", \"stars\": 4, \"advice\": \"多一些模板\"}";
        var before = count(admin);
        assertThat(admin.post("/api/me/feedback", body).status()).isEqualTo(204);
        assertThat(admin.post("/api/me/feedback", body).status()).isEqualTo(204);
        assertThat(count(admin)).isEqualTo(before + 1);
        var without = admin.post("/api/me/feedback", "{\"stars\": 0}");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().path("detail").asText()).contains("请选择满意度");
        var overview = admin.get("/api/admin/pilot").json();
        assertThat(overview.at("/summary/average").asDouble()).isEqualTo(4);
        assertThat(overview.at("/answers/0/byName").asText()).isEqualTo("孙浩");
        assertThat(admin.get("/api/me/pilot").json().path("feedback").asText())
                .isEqualTo("/m/feedback");
    }

    @Test
    @DisplayName("试点计划：管理员安排，人人看得到，标准都有目前的数字；日期颠倒会提醒")
    void planIsReadByAll() {
        var admin = Browser.of("sunops", port);
        var step = "/api/admin/pilot/steps/TRIAL";
        var planned =
                admin.post(
                        step,
                        """
                        {"beginsOn": "2026-01-05", "endsOn": "2099-01-30", "responsible": "王芳", "note": "平台研发组先用"}
                        """);
        assertThat(planned.status()).as(planned.body()).isEqualTo(200);
        admin.post("/api/issues", "{\"description\": \"构建环境的工具太慢\"}");
        var seen = Browser.of("lina", port).get("/api/pilot").json();
        assertThat(seen.at("/steps/1/label").asText()).isEqualTo("试点");
        assertThat(seen.at("/steps/1/responsible").asText()).isEqualTo("王芳");
        assertThat(seen.at("/steps/1/beginsOn").asText()).isEqualTo("2026-01-05");
        assertThat(seen.at("/criteria").size()).isEqualTo(7);
        assertThat(seen.at("/criteria/0/value").asInt()).isPositive();
        var backwards =
                admin.post(step, "{\"beginsOn\": \"2026-02-05\", \"endsOn\": \"2026-01-30\"}");
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.json().path("detail").asText()).contains("结束日期早于开始日期");
        assertThat(admin.post("/api/admin/pilot/steps/HOLIDAY", "{}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("标准：管理员改文字、目标和单位，人人看得到，有记录；达不到的和空的会提醒，至少留一条")
    void goalsAreSetByAdministrators() {
        var admin = Browser.of("sunops", port);
        var goal = "/api/admin/pilot/goals/REPORTERS";
        var wanted = "{\"label\": \"用过的同事\", \"unit\": \"位\", \"target\": 12}";
        assertThat(admin.post(goal, wanted).status()).isEqualTo(204);
        assertThat(admin.post(goal, wanted).status()).isEqualTo(204);
        var seen = Browser.of("lina", port).get("/api/pilot").json().at("/criteria/1");
        assertThat(seen.path("label").asText()).isEqualTo("用过的同事");
        assertThat(seen.path("target").asInt()).isEqualTo(12);
        assertThat(seen.path("unit").asText()).isEqualTo("位");
        var log = admin.get("/api/admin/audit?kind=PILOT").body();
        assertThat(log).containsOnlyOnce("≥ 12 位");
        for (var bad : List.of("", ", \"target\": -1", ", \"target\": 1.25", ", \"target\": 1e9")) {
            var refused = admin.post(goal, "{\"label\": \"x\", \"unit\": \"位\"" + bad + "}");
            assertThat(refused.status()).as(bad).isEqualTo(422);
        }
        assertThat(admin.post("/api/admin/pilot/goals/STARS", "{\"target\": 6}").status())
                .isEqualTo(422);
        admin.post(goal, "{\"label\": \"提报过的同事\", \"unit\": \"人\", \"target\": 5}");
    }

    private static long count(Browser admin) {
        return admin.get("/api/admin/pilot").json().at("/summary/count").asLong();
    }
}
