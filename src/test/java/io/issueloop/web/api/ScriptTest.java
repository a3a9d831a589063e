package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("脚本：令牌与代表的成员")
class ScriptTest {

    private static final String REPORT = "{\"description\": \"夜间构建失败\"}";

    @LocalServerPort private int port;
    private Browser script;

    @BeforeEach
    void start() {
        script = Browser.at(port).with("Authorization", "Bearer " + WebTest.TOKEN);
    }

    @Test
    void reportsForTheMemberItActsFor() {
        var answer = script.with("X-Acting-User", "lina").post("/api/issues", REPORT);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("reporter").asText()).isEqualTo("lina");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("没有指明代表谁：400；所指的人不存在：400")
    void needsAnActingMember() {
        assertThat(script.post("/api/issues", REPORT).status()).isEqualTo(400);
        assertThat(script.get("/api/issues").status()).isEqualTo(200);
        script.with("X-Acting-User", "nobody");
        assertThat(script.post("/api/issues", REPORT).json().get("detail").asText())
                .contains("X-Acting-User");
        script.with("X-Acting-User", "<script>");
        assertThat(script.get("/api/issues").status()).isEqualTo(400);
    }

    @Test
    void neverEvaluates() {
        var issue = script.with("X-Acting-User", "lina").post("/api/issues", REPORT).location();
        var answer = script.post(issue + "/evaluate", "{\"solved\": true, \"stars\": 5}");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void unknownTokenIsUnauthorizedEvenWithASession() {
        var lina = Browser.of("lina", port).with("Authorization", "Bearer guess");
        var answer = lina.get("/api/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().get("detail").asText()).contains("令牌无效");
    }

    @Test
    void tokensScopeIsItsLimit() {
        var board = Browser.at(port).with("Authorization", "Bearer " + WebTest.BOARD_TOKEN);
        assertThat(board.get("/api/issues").status()).isEqualTo(403);
        assertThat(board.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(script.get("/actuator/prometheus").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("接口说明：中文，列出所有操作")
    void describesItself() {
        var api = script.get("/v3/api-docs").json();
        assertThat(api.at("/info/title").asText()).contains("问题闭环");
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .contains("/api/issues", "/api/issues/{no}/evaluate")
                .allMatch(path -> path.startsWith("/api/"));
        assertThat(api.at("/paths/~1api~1issues/post/summary").asText()).isEqualTo("提报问题");
        assertThat(api.toString()).doesNotContain("\"name\":\"caller\"");
    }
}
