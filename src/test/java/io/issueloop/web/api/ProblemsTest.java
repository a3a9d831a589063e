package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("出错时：中文的 problem+json，没有堆栈")
class ProblemsTest {

    @LocalServerPort private int port;
    private Browser lina;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /api/issues/ISS-20260101-9999          |                     | 404 | 没有编号为
                    GET    | /api/issues/nonsense                   |                     | 404 | 没有编号为
                    GET    | /api/issues/ISS-20260101-9999/history  |                     | 404 | 没有编号为
                    POST   | /api/issues/ISS-20260101-9999/accept   | {}                  | 404 | 没有编号为
                    GET    | /api/issues?size=0                     |                     | 400 | size 应为 1–200
                    GET    | /api/issues?page=x                     |                     | 400 | page
                    GET    | /api/issues?status=x                   |                     | 400 | 没有名为“x”的状态
                    GET    | /api/issues?handler=%2F                |                     | 400 | 不是有效的 userid
                    DELETE | /api/issues                            |                     | 405 | DELETE
                    POST   | /api/issues                            | {"description":     | 400 | 不是有效的 JSON
                    POST   | /api/issues                            | []                  | 400 | JSON
                    POST   | /api/issues                            | {"major": "maybe"}  | 400 | major
                    POST   | /api/issues                            | {}                  | 400 | 请填写问题描述
                    POST   | /api/issues                            | {"description": "x", "urgency": "特急"}  | 400 | 紧急程度
                    POST   | /api/issues                            | {"description": "x", "project": "火星"}  | 400 | 关联项目
                    POST   | /api/issues/ISS-20260101-9999/resolve  | {"measures": ""}    | 400 | 请填写解决方案
                    POST   | /api/issues/ISS-20260101-9999/evaluate | {"solved": true, "stars": 6} | 400 | 满意度为 1–5 星
                    GET    | /api/nothing                           |                     | 404 | 没有这个地址
                    """)
    void everyMistakeIsExplained(
            String method, String path, String body, int status, String sentence) {
        var answer = lina.send(method, path, body == null ? "" : body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).matches("[\\p{IsHan}]+.*");
        assertThat(problem.get("detail").asText()).contains(sentence);
        assertThat(answer.body()).doesNotContain("io.issueloop", "Exception", "trace");
    }

    @Test
    void tooLongADescriptionSaysHowLong() {
        var answer =
                lina.post("/api/issues", "{\"description\": \"%s\"}".formatted("长".repeat(2001)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("最多 2000 字");
    }

    @Test
    void otherThanJsonIsNotUnderstood() {
        var answer = lina.with("Content-Type", "text/plain").send("POST", "/api/issues", "");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("title").asText()).isEqualTo("不支持的内容格式");
    }

    @Test
    void postWithoutCsrfTokenIsRefused() {
        var forged = Browser.at(port);
        forged.cookie("JSESSIONID", lina.cookie("JSESSIONID"));
        var answer = forged.post("/api/issues", "{\"description\": \"x\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("页面出错：中文页面；不安全的字符不会进入页面")
    void peopleGetAPage() {
        var answer = lina.get("/nothing%3Cscript%3E");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("没有这个地址").doesNotContain("nothing");
    }

    @Test
    void pagesAllowNothingInlineAndNothingFromElsewhere() {
        var page = lina.get("/");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }
}
