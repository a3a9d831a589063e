package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("企业微信待办与 JS-SDK 签名")
class NativeTodoApiTest {

    @LocalServerPort private int port;
    private Browser lina;
    private Browser handler;
    private String todo;

    @BeforeEach
    void report() {
        lina = Browser.of("lina", port);
        handler = Browser.of("zhoujie", port);
        var issue = "{\"description\": \"结算页性能下降\", \"project\": \"质量保障组\"}";
        var no = lina.post("/api/issues", issue).json().get("issueNo").asText();
        todo = "/api/issues/" + no + "/native-todo";
    }

    private static String id(String todoId) {
        return "{\"todoId\": \"%s\"}".formatted(todoId);
    }

    @Test
    @DisplayName("处理人可添加，内容、参与人、截止时间已填好；重复提交无妨")
    void handlerMakesOne() {
        var offer = handler.get(todo).json();
        assertThat(offer.get("offered").asBoolean()).isTrue();
        assertThat(offer.get("content").asText()).startsWith("ISS-").endsWith("结算页性能下降");
        assertThat(offer.get("attendees").toString()).isEqualTo("[\"zhoujie\"]");
        assertThat(offer.get("endTime").asLong()).isGreaterThan(1_700_000_000L);
        var mine = "todo-of-zhoujie-" + todo.hashCode();
        for (int i = 0; i < 2; i++) {
            var kept = handler.post(todo, id(mine));
            assertThat(kept.status()).as(kept.body()).isEqualTo(200);
            assertThat(kept.json().get("offered").asBoolean()).isFalse();
            assertThat(kept.json().get("todoId").asText()).isEqualTo(mine);
        }
    }

    @Test
    void bystandersAreOfferedNothing() {
        assertThat(lina.get(todo).json().get("offered").asBoolean()).isFalse();
        var refused = lina.post(todo, id("todo-of-lina-1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains("只有处理人");
    }

    @Test
    @DisplayName("别人的、不存在的、不像样的待办都不接受")
    void onlyOnesOwnTodoCounts() {
        assertThat(handler.post(todo, id("todo-of-lina-1")).status()).isEqualTo(422);
        assertThat(handler.post(todo, id("no-such")).status()).isEqualTo(422);
        assertThat(handler.post(todo, id("a b")).status()).isEqualTo(400);
        assertThat(handler.post(todo, id("x".repeat(257))).status()).isEqualTo(400);
        assertThat(handler.post(todo, "{}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("签名按官方算法，仅为本系统的页面")
    void pagesOfOursAreSigned() throws Exception {
        var page = "http://localhost:" + port + "/m/issues/ISS-20261122-0001?x=1&y=2";
        for (var kind : new String[] {"config", "agent"}) {
            var signed = signature(kind, page).json();
            var text =
                    "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s"
                            .formatted(
                                    kind.equals("config") ? "ticket-of-corp" : "ticket-of-app",
                                    signed.get("nonceStr").asText(),
                                    signed.get("timestamp").asLong(),
                                    page);
            assertThat(signed.get("signature").asText()).isEqualTo(sha1(text));
        }
        for (var other :
                new String[] {
                    "http://evil.example/x", "http://localhost:1/x", "javascript:x", "%", ""
                }) {
            assertThat(signature("config", other).status()).as(other).isEqualTo(400);
        }
        assertThat(signature("other", page).status()).isEqualTo(400);
        assertThat(lina.get("/api/me/js-sdk").json().get("corpId").asText()).isEqualTo("wwtest");
    }

    private Browser.Answer signature(String kind, String page) {
        var url = URLEncoder.encode(page, StandardCharsets.UTF_8);
        return lina.get("/api/me/js-sdk/signature?kind=" + kind + "&url=" + url);
    }

    private static String sha1(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ourOwnCopyOfTheSdkIsServed() {
        var script = lina.get("/api/me/js-sdk").json().get("script").asText();
        var answer = lina.get(script);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("var ww=").contains("createTodo");
        assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self';");
    }
}
