package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.standalone.EmbeddedDatabase;
import io.issueloop.support.ChildApplication;
import io.issueloop.support.MemberBrowser;
import io.issueloop.support.PhoneMessage;
import io.issueloop.support.WeComPeople;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application as people run it, everything logged that can be, through an issue's whole loop.
 */
class NoSecretsInLogsTest {

    private static final String SECRET = "planted-corp-secret-f3b1";
    private static final String TOKEN = "plantedCallbackToken7a2c";
    private static final String AES_KEY = "plantedEncodingAesKeyOfExactly43Characters0";
    private static final String API_TOKEN = "planted-api-token-of-a-script-91de";
    private static final String REPORTER = "xujing";

    @TempDir private Path data;

    @Test
    @DisplayName("全部日志开到 DEBUG 走完一个问题：任何密钥、令牌、口令都不在日志里")
    void noSecretIsInAnyLine() throws Exception {
        var planted = new LinkedHashMap<String, String>();
        planted.put("corp secret", SECRET);
        planted.put("callback token", TOKEN);
        planted.put("AES key", AES_KEY);
        planted.put("API token", API_TOKEN);
        Path output;
        try (var sandbox =
                SandboxApplication.start(
                        Map.of(
                                "sandbox.port", 0,
                                "sandbox.retry-delay", "50ms",
                                "sandbox.secret", SECRET,
                                "sandbox.token", TOKEN,
                                "sandbox.aes-key", AES_KEY))) {
            var weCom = SandboxApplication.baseUrl(sandbox);
            var people = new WeComPeople(weCom);
            var application = new ChildApplication(data, weCom).with(talkative(weCom));
            application.with(
                    Map.of(
                            "ISSUELOOP_PUBLIC_URL",
                            application.address(),
                            "WECOM_SSO_URL",
                            weCom + "/wwlogin/sso/login"));
            people.callbackUrl(application.address() + "/wecom/callback");
            try (var running = application.start("Asia/Shanghai")) {
                output = running.output();
                planted.put("database password", database().password());
                until("table", () -> !people.documents().isEmpty());
                planted.putAll(tokens("first"));
                planted.putAll(wholeLoop(people, application.address()));
                planted.putAll(tokens("later"));
            }
        }
        try (var lines = Files.lines(output)) {
            assertThat(lines)
                    .hasSizeGreaterThan(1000)
                    .allSatisfy(line -> assertThat(line).doesNotContain(planted.values()));
        }
    }

    /** Root at DEBUG, and those too that are quieter by default without being dangerous. */
    private static Map<String, String> talkative(String weCom) {
        return Map.of(
                "WECOM_SECRET",
                SECRET,
                "WECOM_CALLBACK_TOKEN",
                TOKEN,
                "WECOM_CALLBACK_AES_KEY",
                AES_KEY,
                "WECOM_OAUTH_URL",
                weCom + "/connect/oauth2/authorize",
                "ISSUELOOP_API_TOKENS",
                "script:" + API_TOKEN,
                "LOGGING_LEVEL_ROOT",
                "debug",
                "LOGGING_LEVEL_ORG_CAMUNDA",
                "debug",
                "LOGGING_LEVEL_ORG_FLYWAYDB",
                "debug",
                "LOGGING_LEVEL_IO_ZONKY",
                "debug",
                "LOGGING_LEVEL_ORG_APACHE_CATALINA",
                "debug");
    }

    /** A token dies and an answer is lost on the way; answers what must not be seen either. */
    private static Map<String, String> wholeLoop(WeComPeople people, String address)
            throws Exception {
        var row = people.addRow(REPORTER, Map.of("问题描述", "性能问题：查询太慢", "关联项目", "平台研发部"));
        until("issue", () -> !people.row(row).cell("处理人").isEmpty());
        var no = people.row(row).cell("问题编号");
        var handler = people.row(row).cell("处理人");
        until("card", () -> people.cards(handler, no).anyMatch(PhoneMessage::isLive));

        people.breakCalls("/cgi-bin/", "errcode", 42001, 1);
        people.loseAnswer("/cgi-bin/message/update_template_card");
        var browser = MemberBrowser.of(handler, address);
        assertThat(browser.post("/api/issues/" + no + "/accept", Map.of()).status()).isEqualTo(200);
        var fields = Map.of("handlingResult", "resolved", "measures", "加索引");
        assertThat(browser.submitForm(browser.taskOf(no), fields).status()).isEqualTo(204);
        assertThat(asScript(address, handler, "/api/issues/" + no)).isEqualTo(200);
        until("rated", () -> people.cards(REPORTER, no).anyMatch(PhoneMessage::isLive));
        var card =
                people.cards(REPORTER, no).filter(PhoneMessage::isLive).findFirst().orElseThrow();
        people.press(card, REPORTER, "solved", Map.of("stars", "5"));
        until("closed", () -> people.row(row).cell("状态").equals("已关闭"));
        return Map.of("session", browser.session());
    }

    private static int asScript(String address, String member, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + API_TOKEN)
                        .header("X-Acting-User", member)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    private Map<String, String> tokens(String when) {
        var tokens = new LinkedHashMap<String, String>();
        var connection = database();
        var source =
                new DriverManagerDataSource(
                        connection.url(), connection.username(), connection.password());
        JdbcClient.create(source)
                .sql("select token from wecom_token")
                .query(String.class)
                .list()
                .forEach(token -> tokens.put(when + " access token " + tokens.size(), token));
        assertThat(tokens).isNotEmpty();
        return tokens;
    }

    private io.issueloop.standalone.DatabaseConnection database() {
        return EmbeddedDatabase.connection(data).orElseThrow();
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(condition);
    }
}
