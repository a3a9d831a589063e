package io.issueloop.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("没有让谁登录，为什么：有记录，刷不爆，不泄密")
class SignOnRefusalTest {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @Test
    @DisplayName("可见范围外的人、用过的 state、改过的会话、不认识的令牌：各记一行")
    void everyReasonIsOnRecord() {
        var stranger = "outside" + System.nanoTime();
        back("code-of-" + stranger + ".1", Browser.at(port));
        Browser.at(port).get("/login/wecom/callback?code=secret-code&state=secret-state");
        var forged = Browser.at(port);
        forged.cookie("JSESSIONID", "secret-session");
        forged.get("/api/me");
        Browser.at(port).with("Authorization", "Bearer secret-token").get("/api/issues");
        eventually("OUTSIDE", stranger, 1);
        eventually("STATE", "", 1);
        eventually("SESSION", "", 1);
        eventually("TOKEN", "", 1);
        var seen = Browser.of("sunops", port).get("/api/admin/audit?kind=ACCESS").body();
        assertThat(seen).contains("SIGN_ON_OUTSIDE", stranger, "SIGN_ON_STATE", "SIGN_ON_SESSION");
        assertThat(seen).doesNotContain("secret-");
    }

    @Test
    @DisplayName("敲一百次门，只有一行和次数")
    void floodIsOneLine() {
        var stranger = "flood" + System.nanoTime();
        for (var i = 0; i < 100; i++) {
            back("code-of-" + stranger + "." + i, Browser.at(port));
        }
        eventually("OUTSIDE", stranger, 100);
        var lines = jdbc.sql("select count(*) from sign_on_refusal where user_id = ?");
        assertThat(lines.param(stranger).query(Long.class).single()).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("已离开的人：旧会话和重新登录都进不来，记在名下")
    void whoLeftIsNamed() {
        var left = "left" + System.nanoTime();
        jdbc.sql(
                        """
                insert into member (user_id, name, team_id, active)
                values (?, '已离职', 2, false)
                """)
                .param(left)
                .update();
        back("code-of-" + left + ".1", Browser.at(port));
        eventually("INACTIVE", left, 1);
    }

    private static void back(String code, Browser browser) {
        var there = browser.get("/login/start").location();
        var state = there.replaceAll(".*[?&]state=([^&#]*).*", "$1");
        assertThat(browser.get("/login/wecom/callback?code=" + code + "&state=" + state).status())
                .isEqualTo(403);
    }

    private void eventually(String reason, String user, long times) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql(
                                                                "select coalesce(sum(times), 0) from sign_on_refusal"
                                                                        + " where reason = ? and user_id = ?")
                                                        .params(reason, user)
                                                        .query(Long.class)
                                                        .single())
                                        .isGreaterThanOrEqualTo(times));
    }
}
