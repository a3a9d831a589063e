package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("知识库与解决之后的跟进")
class ArticleApiTest {

    private static final String WHOLE =
            "{\"cause\": \"索引缺失\", \"measures\": \"加组合索引\", \"verification\": \"压测通过\"}";

    @LocalServerPort private int port;
    private Browser lina;
    private Browser handler;
    private Browser lead;
    private String issue;

    @BeforeEach
    void aReport() {
        lina = Browser.of("lina", port);
        handler = Browser.of("zhoujie", port);
        lead = Browser.of("liuyang", port);
        var body = "{\"description\": \"对账页面卡顿 %d\", \"project\": \"质量保障组\"}";
        var report = lina.post("/api/issues", body.formatted(System.nanoTime())).json();
        assertThat(report.get("handler").asText()).isEqualTo("zhoujie");
        issue = "/api/issues/" + report.get("issueNo").asText();
        handler.post(issue + "/accept", "");
    }

    @Test
    @DisplayName("成稿、修改、提交、审核、搜索、有帮助；草稿别人看不见，令牌不能审核")
    void fromIssueToReaders() {
        handler.post(issue + "/resolve", WHOLE);
        assertThat(handler.get(issue + "/follow-ups").json().get("mayWrite").asBoolean()).isTrue();
        assertThat(lina.get(issue + "/follow-ups").json().get("mayWrite").asBoolean()).isFalse();
        assertThat(lina.post(issue + "/article", "").status()).isEqualTo(422);
        var no = handler.post(issue + "/article", "").json().get("articleNo").asText();
        var path = "/api/articles/" + no;
        assertThat(lina.get(path).status()).isEqualTo(404);
        assertThat(lina.post(path + "/submit", "").status()).isEqualTo(404);
        assertThat(handler.get("/api/articles/mine").body()).contains(no);

        var word = "对账" + System.nanoTime();
        var draft = handler.get(path).json();
        assertThat(edit(path, draft, word, "0.7").status()).isEqualTo(422);
        assertThat(edit(path, draft, word, "1").status()).isEqualTo(200);
        assertThat(edit(path, draft, word, "1").json().get("detail").asText()).contains("刷新");
        assertThat(handler.post(path, "{\"version\": 2}").status()).isEqualTo(400);

        handler.post(path + "/submit", "");
        var approve = "{\"approved\": true}";
        assertThat(handler.post(path + "/review", approve).status()).isEqualTo(422);
        var script =
                Browser.at(port)
                        .with("Authorization", "Bearer " + WebTest.TOKEN)
                        .with("X-Acting-User", "liuyang");
        assertThat(script.post(path + "/review", approve).status()).isEqualTo(403);
        assertThat(lead.get(path).json().get("mayReview").asBoolean()).isTrue();
        assertThat(lead.post(path + "/review", "{\"approved\": false}").status()).isEqualTo(422);
        assertThat(lead.post(path + "/review", approve).json().get("status").asText())
                .isEqualTo("已发布");

        assertThat(lina.get("/api/articles?q=" + word).json().get("total").asInt()).isOne();
        assertThat(lina.get("/api/articles/suggestions?text=" + word + "又卡顿").body()).contains(no);
        var useful = lina.post(path + "/useful", "{\"useful\": true}").json();
        assertThat(useful.get("useful").asInt()).isOne();
        assertThat(useful.get("usefulToMe").asBoolean()).isTrue();
        assertThat(handler.post(path + "/useful", "{\"useful\": true}").status()).isEqualTo(422);
        assertThat(lina.get("/api/articles?size=0").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("补充方案：只有处理人或负责人；补齐后可以成稿")
    void theRestOfASolution() {
        handler.post(issue + "/resolve", "{\"measures\": \"重启\"}");
        var left = handler.get(issue + "/follow-ups").json();
        assertThat(left.get("missing").toString()).isEqualTo("[\"原因\",\"验证\"]");
        assertThat(left.get("mayComplete").asBoolean()).isTrue();
        assertThat(handler.post(issue + "/article", "").status()).isEqualTo(422);
        assertThat(lina.post(issue + "/solution", WHOLE).status()).isEqualTo(422);
        var whole =
                handler.post(issue + "/solution", "{\"cause\": \"甲\", \"verification\": \"乙\"}");
        assertThat(whole.json().at("/solution/measures").asText()).isEqualTo("重启");
        assertThat(handler.post(issue + "/article", "").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("低分回访与修改评价：各归其人，令牌不能代办")
    void ratingsAndTheirFollowUp() {
        handler.post(issue + "/resolve", WHOLE);
        lina.post(issue + "/evaluate", "{\"solved\": true, \"stars\": 1, \"comment\": \"太慢\"}");
        assertThat(lead.get(issue + "/follow-ups").json().get("mayFollowUp").asBoolean()).isTrue();
        var note = "{\"result\": \"improving\", \"note\": \"已沟通\"}";
        assertThat(handler.post(issue + "/rating-follow-up", note).status()).isEqualTo(422);
        assertThat(lead.post(issue + "/rating-follow-up", "{\"result\": \"x\"}").status())
                .isEqualTo(400);
        assertThat(lead.post(issue + "/rating-follow-up", note).status()).isEqualTo(200);

        var better = "{\"stars\": 4, \"comment\": \"想通了\"}";
        assertThat(handler.post(issue + "/rating", better).status()).isEqualTo(422);
        assertThat(lina.get(issue + "/follow-ups").json().get("ratingChangeableUntil").asText())
                .contains("T18:00:00+08:00");
        assertThat(lina.post(issue + "/rating", better).json().get("stars").asInt()).isEqualTo(4);
        assertThat(lina.post(issue + "/rating", "{\"stars\": 9}").status()).isEqualTo(400);
    }

    private Browser.Answer edit(String path, JsonNode draft, String title, String share) {
        return handler.post(
                path,
                """
                {"version": %d, "title": "%s", "problem": "页面卡顿", "cause": "索引缺失",
                 "solution": "加组合索引", "verification": "压测通过", "tags": ["数据库"],
                 "authors": [{"userId": "zhoujie", "share": %s}]}
                """
                        .formatted(draft.get("version").asInt(), title, share));
    }
}
