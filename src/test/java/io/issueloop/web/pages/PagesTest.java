package io.issueloop.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@DisplayName("手机宽度的浏览器里的页面")
class PagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private ChromeDriver browser;
    private WebDriverWait soon;

    @BeforeEach
    void open(@TempDir Path profile) {
        assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "no Chromium here: skipped");
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--force-prefers-reduced-motion", // a click does not wait for smooth scrolling
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=500,844",
                "--user-data-dir=" + profile);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        browser = new ChromeDriver(service, options);
        soon = new WebDriverWait(browser, Duration.ofSeconds(20));
        signOn("lina");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/issues",
                "/issues?due=overdue&sort=dueAt",
                "/board",
                "/board?by=handler",
                "/m/issues?tab=handled",
                "/m/todos",
                "/knowledge",
                "/report",
                "/dashboard",
                "/m/feedback",
                "/m/targets",
                "/m/pulse",
                "/effects",
                "/dashboard?scope=person:me"
            })
    void pageIsDrawnWithoutComplaintAndFits(String path) {
        browser.get(address(path));
        drawn();
        assertThat(find("h1").getText()).isNotBlank();
        assertThat(
                        browser.executeScript(
                                "return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    @DisplayName("连点两次提交：只有一个问题；尖括号只是文字")
    void doubleTapIsOneIssueAndMarkupIsText() {
        browser.get(address("/report"));
        drawn();
        var text = "<img src=x onerror=alert(1)> 双击 " + System.nanoTime();
        find("textarea").sendKeys(text);
        browser.executeScript(
                "const f = document.querySelector('form'); f.requestSubmit(); f.requestSubmit();");
        soon.until(ExpectedConditions.textToBe(By.tagName("h1"), "已受理"));
        find("a.primary").click();
        soon.until(ExpectedConditions.presenceOfElementLocated(By.className("timeline")));
        assertThat(find(".description").getText()).isEqualTo(text);
        assertThat(browser.findElements(By.cssSelector("img[src=x]"))).isEmpty();
        var count = jdbc.sql("select count(*) from issue where description = ?").param(text);
        assertThat(count.query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("边写边提示相似的问题，一点即加入；没提交的草稿留着，提交后清空")
    void similarIssuesShowAndTheDraftStays() {
        var marker = "独轮推车面板" + System.nanoTime() % 1000;
        Browser.of("wangfang", port)
                .post("/api/issues", "{\"description\": \"%s打不开\"}".formatted(marker));
        browser.get(address("/m/report?project=" + "质量保障组"));
        drawn();
        find("textarea").sendKeys("打不开" + marker);
        soon.until(ExpectedConditions.elementToBeClickable(By.cssSelector(".similar button")));
        find(".similar button").click();
        soon.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".good-text")));

        browser.get(address("/m/report"));
        drawn();
        assertThat(find("textarea").getDomProperty("value")).isEqualTo("打不开" + marker);
        assertThat(find("select").getDomProperty("value")).isEqualTo("质量保障组");
        browser.executeScript("document.querySelector('form').requestSubmit()");
        soon.until(ExpectedConditions.textToBe(By.tagName("h1"), "已受理"));
        browser.get(address("/m/report"));
        drawn();
        assertThat(find("textarea").getDomProperty("value")).isEmpty();
    }

    @Test
    @DisplayName("处理人在问题页接单，状态随即更新")
    void handlerAcceptsOnThePage() {
        var issue =
                Browser.of("wangfang", port)
                        .post("/api/issues", "{\"description\": \"构建缓慢\", \"project\": \"质量保障组\"}")
                        .json();
        signOn(issue.get("handler").asText());
        browser.get(address("/issues/" + issue.get("issueNo").asText()));
        drawn();
        find("button.primary").click();
        soon.until(ExpectedConditions.textToBe(By.cssSelector(".badges .badge"), "处理中"));
        assertThat(find(".timeline").getText()).contains("接单");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/import", "/admin/feedback", "/admin/audit", "/admin/deliveries"})
    @DisplayName("管理员的页面也没有报错，放得进手机")
    void pagesOfAdminsFitToo(String path) {
        signOn("sunops");
        pageIsDrawnWithoutComplaintAndFits(path);
    }

    @Test
    @DisplayName("流程管理员把一项能力改为人工：当场生效，留下记录")
    void adminSwitchesACapability() {
        signOn("sunops");
        browser.get(address("/admin/wecom"));
        drawn();
        var document = By.xpath("//li[.//span[text()='微文档']]");
        browser.findElement(document).findElement(By.xpath(".//button[text()='人工']")).click();
        saysThat("「微文档」已改为人工");
        assertThat(find(".timeline li").getText()).contains("微文档 自动 → 人工", "孙浩");
        var row = browser.findElement(document);
        assertThat(row.findElement(By.cssSelector("[aria-pressed=true]")).getText())
                .isEqualTo("人工");
        row.findElement(By.className("link")).click();
        saysThat("「微文档」已改为自动");
        assertThat(find(".timeline li").getText()).contains("微文档 人工 → 设置的值");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    private void saysThat(String text) {
        soon.until(
                ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector(".notice.good"), text));
    }

    private void signOn(String userId) {
        var session = Browser.of(userId, port).cookie("JSESSIONID");
        browser.get(address("/assets/icon.svg"));
        browser.manage().addCookie(new Cookie("JSESSIONID", session));
    }

    private void drawn() {
        soon.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[aria-busy]"), 0));
        soon.until(ExpectedConditions.numberOfElementsToBe(By.className("loading"), 0));
    }

    private WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
