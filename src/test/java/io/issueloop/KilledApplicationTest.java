package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.standalone.EmbeddedDatabase;
import io.issueloop.support.ChildApplication;
import io.issueloop.support.HundredRows;
import io.issueloop.support.MemberBrowser;
import io.issueloop.support.Oracles;
import io.issueloop.support.WeComPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application as people run it, killed in the middle of its work; zones differ on purpose. */
class KilledApplicationTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @TempDir private Path data;

    @Test
    @DisplayName("一百行处理到一半时 kill -9，再启动后结果与没有中断一样")
    void killedInTheMiddleItEndsTheSame() throws Exception {
        try (var sandbox =
                SandboxApplication.start(
                        Map.of("sandbox.port", 0, "sandbox.retry-delay", "50ms"))) {
            var address = SandboxApplication.baseUrl(sandbox);
            var people = new WeComPeople(address);
            var application =
                    new ChildApplication(data, address)
                            .with(
                                    Map.of(
                                            "WECOM_OAUTH_URL",
                                            address + "/connect/oauth2/authorize",
                                            "WECOM_SSO_URL",
                                            address + "/wwlogin/sso/login"));
            people.callbackUrl(application.address() + "/wecom/callback");
            people.breakCallbacks("duplicate", 1000);

            HundredRows rows;
            MemberBrowser member;
            var first = application.start("America/New_York");
            try (first) {
                rows = HundredRows.addedTo(people);
                until("some issues", 120, () -> rows.numbers().size() >= 15);
                member = MemberBrowser.of("lixue", application.address());
                assertThat(member.get(TASKLIST).status()).isEqualTo(200);
                first.kill();
            }
            assertThat(rows.numbers()).as("killed in the middle").hasSizeLessThan(100);
            var second = application.start("Asia/Shanghai");
            try (second) {
                var oracles = new Oracles(database(), people);
                until("the same end", 180, () -> rows.numbers().size() == 100 && oracles.isQuiet());
                rows.areAllThere(oracles);
                assertThat(member.get("/api/me").status()).as("still signed on").isEqualTo(200);
                assertThat(member.get(TASKLIST).status()).as("there too").isEqualTo(200);
            }
        }
    }

    private JdbcClient database() {
        var connection = EmbeddedDatabase.connection(data).orElseThrow();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        connection.url(), connection.username(), connection.password()));
    }

    private static void until(String what, int seconds, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }
}
