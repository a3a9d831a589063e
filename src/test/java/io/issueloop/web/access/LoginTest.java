package io.issueloop.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

@WebTest
@DisplayName("企业微信登录")
class LoginTest {

    @LocalServerPort private int port;
    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.at(port);
    }

    @Test
    @DisplayName("未登录打开页面：登录后回到原来的页面")
    void comesBackToTheWantedPage() {
        assertThat(browser.get("/issues?status=%E5%A4%84%E7%90%86%E4%B8%AD").location())
                .isEqualTo("/login");
        assertThat(browser.get("/login").location()).isEqualTo("/login/start");
        assertThat(browser.signOn("lina").location())
                .isEqualTo("/issues?status=%E5%A4%84%E7%90%86%E4%B8%AD");
        assertThat(browser.get("/api/me").json().get("name").asText()).isEqualTo("李娜");
    }

    @Test
    @DisplayName("消息里的链接直达要做的事：未登录时登录后仍停在驳回处")
    void keepsTheFragmentOfAMessage() {
        browser.get("/m/approve/ISS-20261123-0001");
        assertThat(browser.get("/login").body()).contains("/login.js");
        var state = state(browser.get("/login/start?fragment=%23reject").location());
        assertThat(back("code-of-lina." + System.nanoTime(), state).location())
                .isEqualTo("/m/approve/ISS-20261123-0001#reject");
    }

    @Test
    @DisplayName("任务列表的深层链接：井号后面的部分也保留")
    void keepsTheFragmentOfADeepLink() {
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.get("/login").body()).contains("/login.js");
        var state = state(browser.get("/login/start?fragment=%23/?task=42").location());
        assertThat(back("code-of-lina." + System.nanoTime(), state).location())
                .isEqualTo("/camunda/app/tasklist/default/#/?task=42");
    }

    @Test
    @DisplayName("在企业微信内打开：静默授权；在浏览器打开：扫码登录")
    void choosesTheWayByTheBrowser() {
        assertThat(browser.get("/login/start").location()).startsWith("http://sso.test/login");
        browser.with("User-Agent", "Mozilla/5.0 wxwork/4.1.36 MicroMessenger/7.0.1");
        assertThat(browser.get("/login/start").location())
                .startsWith("http://oauth.test/authorize");
    }

    @Test
    @DisplayName("企业微信无法回答：中文说明，503，可以重试")
    void weComDownIsExplained() {
        var answer = back("broken", state(browser.get("/login/start").location()));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("企业微信暂时没有回应");
    }

    @Test
    void codesOfOthersThanMembersAreRefused() {
        var answer = back("openid", state(browser.get("/login/start").location()));
        assertThat(answer.status()).isEqualTo(403);
        browser.signOn("lina");
        assertThat(browser.get("/login/start").location()).isEqualTo("/");
    }

    @Test
    void stateIsSingleUse() {
        var state = state(browser.get("/login/start").location());
        assertThat(back("code-of-nobody." + System.nanoTime(), state).status()).isEqualTo(403);
        assertThat(back("code-of-lina." + System.nanoTime(), state).status()).isEqualTo(400);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void stateOfAnotherSessionIsRefused() {
        var theirs = state(Browser.at(port).get("/login/start").location());
        browser.get("/login/start");
        assertThat(back("code-of-lina." + System.nanoTime(), theirs).status()).isEqualTo(400);
        assertThat(back("code-of-lina." + System.nanoTime(), "").status()).isEqualTo(400);
    }

    @Test
    void twoTabsComeBackToTheirOwnPages() {
        browser.get("/dashboard");
        var one = state(browser.get("/login/start").location());
        browser.get("/report");
        var other = state(browser.get("/login/start").location());
        assertThat(one).isNotEqualTo(other);
        assertThat(back("code-of-lina." + System.nanoTime(), one).location())
                .isEqualTo("/dashboard");
    }

    @Test
    @DisplayName("不在可见范围内的人：中文说明，403")
    void strangersAreToldWhy() {
        var state = state(browser.get("/login/start").location());
        var answer = back("code-of-stranger." + System.nanoTime(), state);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("您不在本应用的可见范围内", "您的企业微信账号：stranger")
                .contains("href=\"/login/start\"");
        assertThat(browser.get("/").location()).isEqualTo("/login");
    }

    @Test
    void sessionIdIsNewAfterSignOn() {
        browser.get("/dashboard");
        var before = browser.cookie("JSESSIONID");
        browser.signOn("lina");
        var after = browser.cookie("JSESSIONID");
        assertThat(before).isNotEmpty().isNotEqualTo(after);
        var thief = Browser.at(port);
        thief.cookie("JSESSIONID", before);
        assertThat(thief.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void sessionCookieIsHttpOnlyAndLax() {
        var cookie = browser.get("/dashboard").header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    }

    @Test
    @DisplayName("退出：需要 CSRF 令牌，之后会话作废")
    void logoutEndsTheSession() {
        var mine = Browser.of("lina", port);
        var forged = Browser.at(port);
        forged.cookie("JSESSIONID", mine.cookie("JSESSIONID"));
        assertThat(forged.post("/logout", "").status()).isEqualTo(403);
        assertThat(mine.get("/api/me").status()).isEqualTo(200);
        assertThat(mine.post("/logout", "").location()).isEqualTo("/logged-out");
        assertThat(forged.get("/api/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "/\\evil.example",
                "http://evil.example",
                "/a\r\nX: y",
                "x"
            })
    void pagesElsewhereAreNeverWanted(String path) {
        assertThat(WantedPage.isOwn(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@evil.example", "#a\r\nX: y", "#<b>", ".evil.example", "#\\"})
    void oddFragmentsAreDropped(String fragment) {
        assertThat(WantedPage.withFragment("/camunda/", fragment)).isEqualTo("/camunda/");
    }

    @Test
    void doubleSlashDoesNotLeadElsewhere() {
        browser.get("//evil.example/dashboard");
        assertThat(browser.signOn("lina").location()).isEqualTo("/");
    }

    private Browser.Answer back(String code, String state) {
        return browser.get("/login/wecom/callback?code=" + code + "&state=" + state);
    }

    private static String state(String location) {
        var state = UriComponentsBuilder.fromUriString(location).build().getQueryParams();
        return String.valueOf(state.getFirst("state"));
    }
}
