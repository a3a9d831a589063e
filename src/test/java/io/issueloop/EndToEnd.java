package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.support.MemberBrowser;
import io.issueloop.support.Oracles;
import io.issueloop.support.PhoneMessage;
import io.issueloop.support.TableRow;
import io.issueloop.support.TestDatabase;
import io.issueloop.support.WeComPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application, job executor on, and the sandbox, speaking HTTP to each other. Tests share
 * both; each works on issues of its own.
 */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class EndToEnd {

    static final String TOKEN = "a-token-of-the-end-to-end-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ConfigurableApplicationContext SANDBOX = startSandbox();

    final WeComPeople people = new WeComPeople(SandboxApplication.baseUrl(SANDBOX));

    @Autowired JdbcClient jdbc;
    @Autowired ManagementService management;
    @LocalServerPort int port;

    /** Its ids are longer than WeCom's and full of signs: the application may count on no shape. */
    private static ConfigurableApplicationContext startSandbox() {
        var settings =
                Map.<String, Object>of(
                        "sandbox.port",
                        0,
                        "sandbox.retry-delay",
                        "50ms",
                        "sandbox.id-tail",
                        "+=&%.~:" + "x".repeat(40));
        var sandbox = SandboxApplication.start(settings);
        SpringApplication.getShutdownHandlers().add(sandbox::close);
        return sandbox;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var database = TestDatabase.create();
        var weCom = SandboxApplication.baseUrl(SANDBOX);
        var data = Files.createTempDirectory("end-to-end").toString();
        registry.add("issueloop.standalone.enabled", () -> false);
        registry.add("issueloop.data-dir", () -> data);
        registry.add("issueloop.api-tokens", () -> "tests:" + TOKEN);
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add("wecom.base-url", () -> weCom);
        registry.add("wecom.oauth-url", () -> weCom + "/connect/oauth2/authorize");
        registry.add("wecom.sso-url", () -> weCom + "/wwlogin/sso/login");
        registry.add("wecom.corp-id", () -> SandboxDefaults.CORP_ID);
        registry.add("wecom.agent-id", () -> SandboxDefaults.AGENT_ID);
        registry.add("wecom.secret", () -> SandboxDefaults.SECRET);
        registry.add("wecom.callback-token", () -> SandboxDefaults.TOKEN);
        registry.add("wecom.callback-aes-key", () -> SandboxDefaults.AES_KEY);
        registry.add("wecom.read-timeout", () -> "2s");
        registry.add("wecom.reconcile-interval", () -> "2s");
        registry.add("issueloop.acknowledgements-within", () -> "3s");
    }

    @BeforeEach
    void connect() {
        people.heal();
        people.callbackUrl(application() + "/wecom/callback");
    }

    @AfterEach
    void heal() {
        people.heal();
    }

    String application() {
        return "http://localhost:" + port;
    }

    MemberBrowser browserOf(String userid) {
        return MemberBrowser.of(userid, application());
    }

    Oracles oracles() {
        return new Oracles(jdbc, people);
    }

    /** The issue of a row, once the row says so. */
    String issueOf(String recordId) {
        return rowThat(recordId, row -> !row.cell("问题编号").isEmpty()).cell("问题编号");
    }

    TableRow rowThat(String recordId, Predicate<TableRow> condition) {
        return eventually("row " + recordId, () -> people.row(recordId), condition);
    }

    PhoneMessage cardThat(String userid, String issueNo, Predicate<PhoneMessage> condition) {
        eventually(
                "card of " + issueNo + " on the phone of " + userid,
                () -> people.cards(userid, issueNo).filter(condition).count(),
                count -> count == 1);
        return people.cards(userid, issueNo).filter(condition).findFirst().orElseThrow();
    }

    String handlerOf(String issueNo) {
        return issue(issueNo, "handler");
    }

    String issue(String issueNo, String column) {
        return jdbc.sql("select " + column + "::text from issue where issue_no = :no")
                .param("no", issueNo)
                .query(String.class)
                .single();
    }

    static <T> T eventually(String what, Callable<T> look, Predicate<T> condition) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(look, condition);
    }

    static void isTrue(String what, Callable<Boolean> condition) {
        assertThat(eventually(what, condition, Boolean::booleanValue)).isTrue();
    }
}
