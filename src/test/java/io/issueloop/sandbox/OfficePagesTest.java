package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The workbench's tiles in a browser, wide and as narrow as a phone. */
class OfficePagesTest {

    @TempDir static Path profile;

    private static RunningSandbox wecom;
    private static ChromeDriver browser;
    private static WebDriverWait soon;

    @BeforeAll
    static void start() {
        var chromium = new SandboxBrowser(profile);
        browser = chromium.driver();
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", "http://127.0.0.1:9/"));
        soon = new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
            wecom.close();
        }
    }

    @Test
    @DisplayName("空间管理员上传文件，另一位成员看到并能下载")
    void aFileIsUploadedAndSeen(@TempDir Path folder) throws Exception {
        var space =
                wecom.api(
                                "wedrive/space_create",
                                """
                                {"space_name":"资料","auth_info":[{"type":1,"userid":"lixue","auth":7},
                                 {"type":1,"userid":"zhangwei","auth":1}]}
                                """)
                        .path("spaceid")
                        .asText();
        var file = Files.writeString(folder.resolve("根因.txt"), "连接泄漏");
        open("lixue", "drive/" + space);
        find("#new-folder");
        browser.findElement(By.cssSelector(".actions input[type=file]")).sendKeys(file.toString());
        find("[data-file='根因.txt']");
        open("zhangwei", "drive/" + space);
        click("[data-file='根因.txt']");
        assertThat(find("#download").getDomProperty("href")).contains("userid=zhangwei");
        assertThat(browser.findElements(By.cssSelector(".button.danger"))).isEmpty();
    }

    @Test
    @DisplayName("成员填写收集表，应用读到答案")
    void aFormIsFilled() {
        var form =
                wecom.api(
                                "wedoc/create_form",
                                """
                                {"form_info":{"form_title":"满意度","form_question":{"items":[
                                 {"question_id":1,"title":"结果如何","pos":1,"status":1,"reply_type":2,"must_reply":true,
                                  "option_item":[{"key":1,"value":"满意","status":1},{"key":2,"value":"不满意","status":1}]},
                                 {"question_id":2,"title":"说明","pos":2,"status":1,"reply_type":1,"must_reply":false}]}}}
                                """)
                        .path("formid")
                        .asText();
        open("sunli", "form");
        click("[data-form='" + form + "']");
        click("[data-question='1'] label:nth-of-type(2) input");
        find("[name=q2]").sendKeys("还会超时");
        click("button[type=submit]");
        soon.until(driver -> wecom.people("GET", "callbacks", "").toString().contains(form));
        var period =
                wecom.api("wedoc/get_form_info", "{\"formid\":\"" + form + "\"}")
                        .at("/form_info/repeated_id/0")
                        .asText();
        var answer =
                wecom.api(
                        "wedoc/get_form_answer",
                        "{\"repeated_id\":\"" + period + "\",\"answer_ids\":[1]}");
        assertThat(answer.toString()).contains("\"option_reply\":[2]", "还会超时", "孙丽");
    }

    @Test
    @DisplayName("日报写给负责人，负责人读后评论")
    void aReportIsWrittenReadAndCommented() {
        open("zhangwei", "reports");
        click("[data-template='日报']");
        find(".entry textarea").sendKeys("修好了连接泄漏");
        click("button[type=submit]");
        assertThat(find(".report").getText()).contains("修好了连接泄漏", "李雪");
        open("lixue", "reports");
        click("[data-report]");
        find(".reply input").sendKeys("辛苦了");
        click(".reply button");
        assertThat(find(".comments").getText()).contains("辛苦了", "李雪");
    }

    @Test
    @DisplayName("被邀请的人加入会议，管理员取消会议")
    void aMeetingIsJoinedAndCancelled() {
        var id =
                wecom.api(
                                "meeting/create",
                                """
                                {"admin_userid":"chenjing","title":"复盘","meeting_start":%d,
                                 "meeting_duration":1800,"invitees":{"userid":["yangfan"]}}
                                """
                                        .formatted(Instant.now().getEpochSecond() + 3600))
                        .path("meetingid")
                        .asText();
        open("yangfan", "meeting");
        click("[data-join]");
        soon.until(driver -> status(id) == 2);
        open("chenjing", "meeting");
        click(".meeting .danger");
        click("dialog button[type=submit]");
        soon.until(driver -> status(id) == 4);
    }

    @Test
    @DisplayName("在周视图里点开日程并接受，390 像素宽不溢出")
    void aScheduleIsAcceptedInTheWeek() {
        long start = Instant.now().getEpochSecond();
        var id =
                wecom.api(
                                "oa/schedule/add",
                                """
                                {"schedule":{"start_time":%d,"end_time":%d,"summary":"提交方案",
                                 "attendees":[{"userid":"huanglei"}]}}
                                """
                                        .formatted(start, start + 1800))
                        .path("schedule_id")
                        .asText();
        narrow(
                () -> {
                    open("huanglei", "agenda/week");
                    click(".block[data-schedule='" + id + "']");
                    click(".event .answers button");
                    soon.until(
                            ExpectedConditions.textToBe(
                                    By.cssSelector(".event [data-answer='2']"), "已接受"));
                    assertFits();
                });
        assertThat(
                        wecom.api("oa/schedule/get", "{\"schedule_id_list\":[\"" + id + "\"]}")
                                .at("/schedule_list/0/attendees/0/response_status")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("管理员调部门、打开可信 IP 检查")
    void theAdministratorChangesTheOrganisation() {
        open("gaoxiang", "admin");
        click("[data-member=zhoujie]");
        click("dialog [data-name=department] input[value='2']");
        click("dialog button[type=submit]");
        soon.until(driver -> wecom.get("user/get?userid=zhoujie").at("/department/1").asInt() == 2);
        open("gaoxiang", "admin/ip");
        click("#ip-check");
        soon.until(driver -> wecom.get("user/get?userid=lixue").path("errcode").asInt() == 60020);
        click("#ip-check");
        soon.until(driver -> wecom.get("user/get?userid=lixue").path("errcode").asInt() == 0);
    }

    @Test
    @DisplayName("每一页在 390 像素宽都不横向溢出，也没有脚本错误")
    void everyPageFitsAPhone() {
        narrow(
                () -> {
                    for (var page :
                            List.of(
                                    "bench",
                                    "drive",
                                    "meeting",
                                    "reports",
                                    "form",
                                    "admin",
                                    "admin/tags",
                                    "admin/app",
                                    "admin/callback",
                                    "admin/ip")) {
                        open("zhangwei", page);
                        find(".scroll > *");
                        assertFits();
                    }
                });
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .noneMatch(entry -> entry.getLevel().equals(Level.SEVERE));
    }

    private static int status(String meeting) {
        return wecom.api("meeting/get_info", "{\"meetingid\":\"" + meeting + "\"}")
                .path("status")
                .asInt();
    }

    private static void open(String userid, String page) {
        browser.get(wecom.base() + "/#/" + page);
        browser.executeScript("localStorage.setItem('sandbox.me', arguments[0])", userid);
        browser.navigate().refresh();
    }

    private static void narrow(Runnable work) {
        Map<String, Object> phone =
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true);
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", phone);
        try {
            work.run();
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private static void assertFits() {
        var tooWide =
                browser.executeScript(
                        """
                        return [...document.querySelectorAll('#screen *')]
                            .filter(e => !e.closest('.office-tabs') && e.getBoundingClientRect().right > innerWidth + 1)
                            .map(e => e.className || e.tagName)
                        """);
        assertThat(tooWide).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
    }

    private static WebElement find(String css) {
        return soon.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** Tried again while the page replaces itself under the pointer. */
    private static void click(String css) {
        soon.ignoring(WebDriverException.class)
                .until(
                        driver -> {
                            var element = driver.findElement(By.cssSelector(css));
                            ((ChromeDriver) driver).executeScript("arguments[0].click()", element);
                            return true;
                        });
    }
}
