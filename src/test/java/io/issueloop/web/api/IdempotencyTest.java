package io.issueloop.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WebTest
@DisplayName("Idempotency-Key：所有 POST 一视同仁")
class IdempotencyTest {

    private static final AtomicInteger TAPS = new AtomicInteger();
    private static final String BODY = "{\"a\": 1, \"b\": [\"二\"]}";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Browser lina;

    @BeforeEach
    void signOn() {
        lina = Browser.of("lina", port);
    }

    @TestFactory
    @DisplayName("每个 POST 地址：同键同内容得到第一次的回答，同键不同内容被拒绝")
    Stream<DynamicTest> everyPostOfTheApi() {
        var visitors = List.of("lina", "wangfang", "chenkpi", "sunops");
        var browsers = visitors.stream().map(user -> Browser.of(user, port)).toList();
        return posts().map(
                        path ->
                                dynamicTest(
                                        path,
                                        () -> {
                                            for (int i = 0; i < visitors.size(); i++) {
                                                if (isHonoured(
                                                        browsers.get(i), visitors.get(i), path)) {
                                                    return;
                                                }
                                            }
                                            throw new AssertionError("nobody may post to " + path);
                                        }));
    }

    private boolean isHonoured(Browser browser, String user, String path) throws IOException {
        var key = "walk-" + TAPS.incrementAndGet();
        plant(user, key, path);
        browser.with("Idempotency-Key", key);
        var again = browser.post(path, "{ \"b\": [\"二\"],\"a\":1}");
        if (again.status() == 403) {
            return false;
        }
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo("{\"first\":\"回答\"}");
        assertThat(again.location()).isEqualTo("/first");
        var other = browser.post(path, "{\"a\": 2}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("detail").asText()).contains("Idempotency-Key");
        return true;
    }

    /** As if this request had been answered before. */
    private void plant(String user, String key, String path) throws IOException {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType("application/json");
        request.setContent(BODY.getBytes(UTF_8));
        jdbc.sql(
                        """
                insert into idempotency_key
                       (caller, key, request_hash, status, content_type, location, answer, claimed_at)
                values (:caller, :key, :hash, 202, 'application/json', '/first', '{"first":"回答"}', now())
                """)
                .param("caller", user)
                .param("key", key)
                .param("hash", new RepeatableRequest(request).fingerprint())
                .update();
    }

    private Stream<String> posts() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(
                        info ->
                                info.getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .map(path -> path.replace("{capability}", "message"))
                .map(path -> path.replaceAll("\\{no[^}]*}", "ISS-20260101-9999"))
                .map(path -> path.replaceAll("\\{[^}]*}", "1"));
    }

    @Test
    void absenceTappedTwiceIsOne() {
        lina.with("Idempotency-Key", "absence");
        var body = "{\"from\": \"2031-05-06\", \"to\": \"2031-05-07\"}";
        var first = lina.post("/api/absences", body);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(lina.post("/api/absences", body).body()).isEqualTo(first.body());
    }

    @Test
    void pictureSentTwiceIsOne() {
        lina.with("Idempotency-Key", "picture");
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
        var first = lina.upload("/api/attachments", png);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(lina.upload("/api/attachments", png).body()).isEqualTo(first.body());
    }

    @Test
    void refusalsFreeTheKeyAndMalformedKeysAreNamed() {
        lina.with("Idempotency-Key", "free");
        assertThat(lina.post("/api/absences", "{}").status()).isBetween(400, 422);
        assertThat(
                        jdbc.sql("select count(*) from idempotency_key where key = 'free'")
                                .query(Long.class)
                                .single())
                .isZero();
        lina.with("Idempotency-Key", "x".repeat(201));
        assertThat(lina.post("/api/absences", "{}").status()).isEqualTo(400);
    }

    @Test
    void theApiSaysSo() {
        var paths = lina.get("/v3/api-docs").json().get("paths");
        paths.forEach(
                path -> {
                    if (path.has("post")) {
                        assertThat(path.at("/post/parameters").findValuesAsText("name"))
                                .contains("Idempotency-Key");
                    }
                });
    }
}
