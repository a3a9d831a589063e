package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final String AUTHORIZE =
            "/connect/oauth2/authorize?appid=wwsandbox00000001&response_type=code&scope=snsapi_base"
                    + "&agentid=1000002&state=a%26b&redirect_uri=";

    @Test
    void aMemberChoosesAndTheCodeNamesThemOnce() throws Exception {
        try (var wecom = RunningSandbox.start(Map.of())) {
            var page = wecom.send("GET", AUTHORIZE + "http%3A%2F%2Flocalhost%3A8080%2Flogin", "");
            assertThat(page.body()).contains("李雪", "流程管理员", "平台研发部");
            assertThat(page.body()).contains("外协供应商 · 不在应用的可见范围", "林外");
            var code = consent(wecom, page);
            assertThat(wecom.get("auth/getuserinfo?code=" + code).path("userid").asText())
                    .isEqualTo("lixue");
            assertThat(wecom.get("auth/getuserinfo?code=" + code).path("errcode").asInt())
                    .isEqualTo(42022);
        }
    }

    @Test
    void aCodeIsDeadAfterFiveMinutes() throws Exception {
        try (var wecom = RunningSandbox.start(Map.of())) {
            var page = wecom.send("GET", AUTHORIZE + "http%3A%2F%2F127.0.0.1%2Fx", "");
            var code = consent(wecom, page);
            wecom.people("POST", "clock", "{\"offset\":\"PT5M1S\"}");
            assertThat(wecom.get("auth/getuserinfo?code=" + code).path("errcode").asInt())
                    .isEqualTo(40029);
        }
    }

    @Test
    void aForeignRedirectIsRefusedUnlessItsDomainIsTrusted() {
        var evil = AUTHORIZE + "https%3A%2F%2Fevil.example%2F";
        try (var wecom = RunningSandbox.start(Map.of())) {
            assertThat(wecom.send("GET", evil, "").statusCode()).isEqualTo(400);
            assertThat(wecom.send("GET", AUTHORIZE + "javascript%3Aalert(1)", "").statusCode())
                    .isEqualTo(400);
        }
        try (var wecom = RunningSandbox.start(Map.of("sandbox.trusted-domains", "evil.example"))) {
            assertThat(wecom.send("GET", evil, "").statusCode()).isEqualTo(200);
        }
    }

    /** Presses 李雪's button as a browser would. */
    private static String consent(RunningSandbox wecom, HttpResponse<String> page)
            throws Exception {
        var target = page.body().replaceAll("(?s).*name=\"redirect_uri\" value=\"(.*?)\".*", "$1");
        var request =
                HttpRequest.newBuilder(page.uri().resolve("/connect/oauth2/consent"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "userid=lixue&state=a%26b&redirect_uri=" + target))
                        .build();
        var redirect =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(redirect.statusCode()).isEqualTo(303);
        var location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        assertThat(location.getRawQuery()).endsWith("&state=a%26b");
        return location.getRawQuery().replaceAll("code=([^&]*)&.*", "$1");
    }
}
