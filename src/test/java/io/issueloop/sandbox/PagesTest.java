package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

class PagesTest {

    private static final String FIELDS =
            """
            {"field_title":"问题描述","field_type":"FIELD_TYPE_TEXT"},
            {"field_title":"紧急程度","field_type":"FIELD_TYPE_SINGLE_SELECT",
             "property_single_select":{"options":[{"text":"紧急"},{"text":"高"}]}},
            {"field_title":"提报人","field_type":"FIELD_TYPE_CREATED_USER"}
            """;

    private RunningSandbox wecom;
    private SandboxBrowser browser;

    @BeforeEach
    void start(@TempDir Path profile) {
        browser = new SandboxBrowser(profile);
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", "http://127.0.0.1:9/"));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            wecom.close();
        }
    }

    @Test
    @DisplayName("成员在表格里加一行，处理人切换过去在卡片上接单")
    void aRowIsAddedAndACardIsPressed() {
        var sheet = wecom.newSheet(wecom.newTable(), FIELDS);
        browser.open(wecom.base() + "/");
        browser.click("#add-record");
        browser.find("dialog [name='问题描述']").sendKeys("登录失败");
        browser.find("dialog [name='紧急程度']").sendKeys("高");
        browser.click("dialog button[type=submit]");
        assertThat(browser.find("td[data-field='问题描述'] > div").getText()).isEqualTo("登录失败");
        assertThat(browser.find("td[data-field='提报人']").getText()).contains("张伟");
        assertThat(wecom.api("wedoc/smartsheet/get_records", "{" + sheet + "}").toString())
                .contains("\"text\":\"高\"", "\"user_id\":\"zhangwei\"");

        sendCard();
        browser.click("#nudges button");
        browser.click(".wcard [data-key=accept]");
        assertThat(browser.find(".pending").getText()).contains("接单");
        var callbacks = wecom.people("GET", "callbacks", "").path("callbacks");
        assertThat(callbacks.findValuesAsText("event"))
                .containsExactly("smart_sheet_change", "template_card_event");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("单元格就地编辑，选项从菜单里选")
    void aCellIsEditedInPlace() {
        var sheet = wecom.newSheet(wecom.newTable(), FIELDS);
        browser.open(wecom.base() + "/");
        browser.click(".add-row");
        browser.click("td[data-field='问题描述']");
        browser.find("td.editing textarea").sendKeys("慢\n");
        browser.until(
                ExpectedConditions.textToBe(By.cssSelector("td[data-field='问题描述'] > div"), "慢"));
        browser.click("td[data-field='紧急程度']");
        browser.click(".picker button");
        browser.until(ExpectedConditions.textToBe(By.cssSelector("td[data-field='紧急程度']"), "紧急"));
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
}
