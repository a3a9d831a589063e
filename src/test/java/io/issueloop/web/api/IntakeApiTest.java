package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("提报、相似问题、撤回、提议与重新打开的 REST 接口")
class IntakeApiTest {

    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Browser lina;
    private Browser zhou;
    private Browser lead;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
        zhou = Browser.of("zhoujie", port);
        lead = Browser.of("liuyang", port);
    }

    @Test
    @DisplayName("换一种说法也能找到相似的问题，“我也遇到”只记一次，提报人自己不能加入")
    void similarIssuesAreFoundInChinese() {
        var issue = report("登录页面打不开，一直白屏");
        report("食堂菜单更新太慢");
        var found = similar("打不开登录页");
        assertThat(found.at("/0/issueNo").asText()).isEqualTo(no(issue));
        assertThat(found.findValuesAsText("title")).doesNotContain("食堂菜单更新太慢");
        assertThat(similar("登陆")).isEmpty();
        assertThat(found.at("/0/status").asText()).isEqualTo("待接单");
        assertThat(found.at("/0/over").asBoolean()).isFalse();

        var wang = Browser.of("wangfang", port);
        assertThat(wang.post(issue + "/join", "").status()).isEqualTo(200);
        assertThat(wang.post(issue + "/join", "").status()).isEqualTo(200);
        assertThat(lina.post(issue + "/join", "").status()).isEqualTo(422);
        assertThat(lina.get(issue + "/followers").json().findValuesAsText("name"))
                .containsExactly("王芳");
        assertThat(lina.get(issue + "/history").json().findValuesAsText("type"))
                .containsOnlyOnce("JOINED");
        assertThat(similar("登录页打不开了").at("/0/followers").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("照片：按内容认类型，随问题显示，旁人看不到未提交的，重名改扩展名没有用")
    void picturesAreKeptByContent() {
        var picture = lina.upload("/api/attachments", PNG);
        assertThat(picture.status()).isEqualTo(201);
        var url = picture.json().get("url").asText();
        assertThat(zhou.get(url).status()).isEqualTo(404);
        assertThat(
                        lina.upload(
                                        "/api/attachments",
                                        "<svg onload=x>".getBytes(StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(422);
        assertThat(
                        lina.upload("/api/attachments", new byte[10 * 1024 * 1024 + 1])
                                .json()
                                .get("detail")
                                .asText())
                .contains("10 MB");

        var body =
                "{\"description\": \"图片里的错误\", \"attachments\": [\"%s\"]}"
                        .formatted(picture.json().get("id").asText());
        var issue = lina.post("/api/issues", body).location();
        assertThat(zhou.get(issue + "/attachments").json().at("/0/url").asText()).isEqualTo(url);
        var shown = zhou.get(url);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(zhou.post("/api/issues", body).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("撤回：仅提报人、接单之前；两处同时撤回只算一次，问题不再出现在相似列表")
    void withdrawalIsForTheReporterBeforeAcceptance() {
        var issue = report("独轮车调度面板卡死");
        assertThat(zhou.post(issue + "/withdraw", "{}").json().get("detail").asText())
                .contains("只有提报人");
        var answers =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        lina.post(
                                                                        issue + "/withdraw",
                                                                        "{\"reason\": \"看错了\"}")
                                                                .status()))
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers)
                .contains(200)
                .allMatch(status -> status == 200 || status == 409 || status == 422);
        assertThat(lina.get(issue).json().get("status").asText()).isEqualTo("已撤销");
        assertThat(lina.get(issue + "/history").json().findValuesAsText("type"))
                .containsOnlyOnce("WITHDRAWN");
        assertThat(similar("独轮车调度面板卡死")).isEmpty();

        var accepted = report("独轮车刹车失灵");
        zhou.post(accepted + "/accept", "");
        assertThat(lina.post(accepted + "/withdraw", "{}").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("提议重复：处理人提，负责人确认，令牌和旁人不能确认；两个方向都显示，提报人成为关注者")
    void duplicateIsProposedAndConfirmed() {
        var canonical = report("结算对账差一分钱");
        var issue = report("对账结算差了一分钱");
        var body =
                "{\"kind\": \"DUPLICATE\", \"reason\": \"同一笔\", \"target\": \"%s\"}"
                        .formatted(no(canonical));
        assertThat(Browser.of("zhangwei", port).post(issue + "/proposals", body).status())
                .isEqualTo(422);
        assertThat(zhou.get(issue + "/options").json().get("propose").findValuesAsText("kind"))
                .contains("DUPLICATE", "INVALID", "WONT_FIX");
        assertThat(zhou.post(issue + "/proposals", body).status()).isEqualTo(200);
        assertThat(zhou.post(issue + "/proposals", body).status()).isEqualTo(422);
        assertThat(lead.get(issue + "/options").json().get("decide").asInt()).isEqualTo(1);
        assertThat(lina.post(issue + "/proposals/1/decision", "{\"agreed\": true}").status())
                .isEqualTo(422);
        assertThat(lead.post(issue + "/proposals/1/decision", "{}").status()).isEqualTo(400);
        assertThat(
                        lead.post(issue + "/proposals/1/decision", "{\"agreed\": true}")
                                .json()
                                .get("status")
                                .asText())
                .isEqualTo("已关闭");
        assertThat(lead.post(issue + "/proposals/1/decision", "{\"agreed\": true}").status())
                .isEqualTo(422);

        assertThat(lina.get(issue + "/links").json().at("/0/outgoing").asBoolean()).isTrue();
        assertThat(lina.get(canonical + "/links").json().at("/0/issueNo").asText())
                .isEqualTo(no(issue));
        assertThat(similar("对账结算差了一分钱").findValuesAsText("issueNo"))
                .contains(no(canonical))
                .doesNotContain(no(issue));
        var back = "{\"target\": \"%s\", \"reason\": \"不是一回事\"}".formatted(no(canonical));
        assertThat(lina.post(issue + "/unlink", back).status()).isEqualTo(422);
        assertThat(lead.post(issue + "/unlink", back).status()).isEqualTo(200);
        assertThat(lina.get(canonical + "/links").json()).isEmpty();
    }

    @Test
    @DisplayName("关闭 14 天内提报人可重新打开；之后只能提报新问题并注明复发，由负责人确认")
    void closedIssueComesBackOrIsReportedAgain() {
        var issue = report("夜间批处理失败");
        zhou.post(issue + "/accept", "");
        zhou.post(issue + "/resolve", "{\"measures\": \"重跑\"}");
        lina.post(issue + "/evaluate", "{\"solved\": true, \"stars\": 4}");
        assertThat(lina.get(issue + "/options").json().get("reopenUntil").asText())
                .endsWith("+08:00");
        assertThat(zhou.post(issue + "/reopen", "{\"reason\": \"又来\"}").status()).isEqualTo(422);
        assertThat(
                        lina.post(issue + "/reopen", "{\"reason\": \"又失败了\"}")
                                .json()
                                .get("status")
                                .asText())
                .isEqualTo("处理中");
        zhou.post(issue + "/resolve", "{\"measures\": \"加锁\"}");
        lina.post(issue + "/evaluate", "{\"solved\": true}");

        jdbc.sql(
                        "update issue set resolved_at = resolved_at - interval '15 days' where issue_no = :no")
                .param("no", no(issue))
                .update();
        assertThat(lina.get(issue + "/options").json().get("reportAgain").asBoolean()).isTrue();
        assertThat(
                        lina.post(issue + "/reopen", "{\"reason\": \"晚了\"}")
                                .json()
                                .get("detail")
                                .asText())
                .contains("14 天");
        var again =
                lina.post(
                                "/api/issues",
                                "{\"description\": \"夜间批处理又失败\", \"recurrenceOf\": \"%s\"}"
                                        .formatted(no(issue)))
                        .location();
        assertThat(lina.get(again + "/proposals").json().at("/0/kind").asText())
                .isEqualTo("RECURRENCE");
    }

    private String report(String description) {
        return lina.post(
                        "/api/issues",
                        "{\"description\": \"%s\", \"project\": \"质量保障组\"}".formatted(description))
                .location();
    }

    private com.fasterxml.jackson.databind.JsonNode similar(String text) {
        return zhou.get("/api/issues/similar?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json();
    }

    private static String no(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
