package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

class PagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String FIELDS =
            """
            {"field_title":"问题描述","field_type":"FIELD_TYPE_TEXT"},
            {"field_title":"紧急程度","field_type":"FIELD_TYPE_SINGLE_SELECT",
             "property_single_select":{"options":[{"text":"紧急"},{"text":"高"}]}},
            {"field_title":"提报人","field_type":"FIELD_TYPE_CREATED_USER"}
            """;

    private RunningSandbox wecom;
    private ChromeDriver browser;
    private WebDriverWait soon;

    @BeforeEach
    void start(@TempDir Path profile) {
        assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "no Chromium here: skipped");
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", "http://127.0.0.1:9/"));
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,860",
                "--user-data-dir=" + profile);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        browser = new ChromeDriver(service, options);
        soon = new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.quit();
            wecom.close();
        }
    }

    @Test
    @DisplayName("成员在表格里加一行，处理人切换过去在卡片上接单")
    void aRowIsAddedAndACardIsPressed() {
        var sheet = wecom.newSheet(wecom.newTable(), FIELDS);
        browser.get(wecom.base() + "/");
        click("#add-record");
        find("dialog [name='问题描述']").sendKeys("登录失败");
        find("dialog [name='紧急程度']").sendKeys("高");
        click("dialog button[type=submit]");
        assertThat(find("td[data-field='问题描述'] > div").getText()).isEqualTo("登录失败");
        assertThat(find("td[data-field='提报人']").getText()).contains("张伟");
        assertThat(wecom.api("wedoc/smartsheet/get_records", "{" + sheet + "}").toString())
                .contains("\"text\":\"高\"", "\"user_id\":\"zhangwei\"");

        sendCard();
        click("#nudges button");
        click(".wcard [data-key=accept]");
        assertThat(find(".pending").getText()).contains("接单");
        var callbacks = wecom.people("GET", "callbacks", "").path("callbacks");
        assertThat(callbacks.findValuesAsText("event"))
                .containsExactly("smart_sheet_change", "template_card_event");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .noneMatch(entry -> entry.getLevel().equals(Level.SEVERE));
    }

    @Test
    @DisplayName("单元格就地编辑，选项从菜单里选")
    void aCellIsEditedInPlace() {
        var sheet = wecom.newSheet(wecom.newTable(), FIELDS);
        browser.get(wecom.base() + "/");
        click(".add-row");
        click("td[data-field='问题描述']");
        find("td.editing textarea").sendKeys("慢\n");
        soon.until(ExpectedConditions.textToBe(By.cssSelector("td[data-field='问题描述'] > div"), "慢"));
        click("td[data-field='紧急程度']");
        click(".picker button");
        soon.until(ExpectedConditions.textToBe(By.cssSelector("td[data-field='紧急程度']"), "紧急"));
        assertThat(
                        wecom.api("wedoc/smartsheet/get_records", "{" + sheet + "}")
                                .at("/records/0/values")
                                .toString())
                .contains("慢", "紧急");
    }

    private void sendCard() {
        wecom.api(
                "message/send",
                """
                {"touser":"lixue","msgtype":"template_card","agentid":1000002,"template_card":{
                 "card_type":"button_interaction","main_title":{"title":"新问题"},"task_id":"t1",
                 "button_list":[{"text":"接单","style":1,"key":"accept"}]}}
                """);
    }

    private WebElement find(String css) {
        return soon.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** Tried again while the page replaces itself under the pointer. */
    private void click(String css) {
        soon.ignoring(org.openqa.selenium.WebDriverException.class)
                .until(
                        driver -> {
                            driver.findElement(By.cssSelector(css)).click();
                            return true;
                        });
    }
}
