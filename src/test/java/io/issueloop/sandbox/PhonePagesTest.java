package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhonePagesTest {

    private static RunningSandbox wecom;
    private static SandboxBrowser browser;

    @BeforeAll
    static void start(@TempDir Path profile) {
        browser = new SandboxBrowser(profile);
        wecom =
                RunningSandbox.start(
                        Map.of(
                                "sandbox.callback-url",
                                "http://127.0.0.1:9/",
                                "sandbox.todo-endpoint",
                                true));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (wecom != null) {
            wecom.close();
        }
    }

    @Test
    @DisplayName("两级审批：同意、加签、驳回都在手机上完成")
    void aFormIsDecidedOnThePhone() {
        browser.open(wecom.base() + "/#/approvals");
        browser.become("zhangwei");
        var form = newForm();
        browser.untilText("#nudges", "张审批单待处理");
        browser.become("lixue");
        browser.click("[data-number='" + form + "']");
        assertThat(browser.text(".form-view dl")).contains("升级驱动", "紧急");
        browser.click("[data-act=agree]");
        browser.type("dialog textarea", "可以上线");
        browser.click("[data-confirm=agree]");
        browser.untilText(".flow", "可以上线");
        assertThat(browser.text(".flow")).contains("已同意", "审批中");

        browser.become("zhoumingyuan");
        browser.click("[data-number='" + form + "']");
        browser.click("[data-act=more]");
        browser.click("[data-act=add_signer]");
        browser.run("document.querySelector('input[value=machao]').parentElement.click()");
        browser.click("[data-confirm=add_signer]");
        browser.untilText(".flow", "已加签");
        var signers = wecom.people("GET", "approvals/" + form + "?userid=zhangwei", "");
        assertThat(signers.at("/nodes/1/people").findValuesAsText("userid"))
                .containsExactly("machao");

        browser.become("machao");
        browser.click("[data-number='" + form + "']");
        browser.click("[data-act=reject]");
        browser.click("[data-confirm=reject]");
        browser.untilText(".form-view header", "已驳回");

        browser.become("zhangwei");
        browser.click("[data-box=mine]");
        browser.untilText("[data-number='" + form + "']", "已驳回");
        var told = wecom.people("GET", "callbacks", "").path("callbacks").findValuesAsText("xml");
        assertThat(told)
                .extracting(PhonePagesTest::change)
                .containsSubsequence("1", "2", "12", "3");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("群里的 @、置顶和机器人卡片")
    void aGroupIsReadAndSpokenIn() {
        wecom.api(
                "appchat/create",
                "{\"chatid\":\"rd\",\"name\":\"研发群\",\"userlist\":[\"zhangwei\",\"lixue\"]}");
        wecom.api(
                "appchat/send",
                "{\"chatid\":\"rd\",\"msgtype\":\"textcard\",\"textcard\":{\"title\":\"一键上报\",\"description\":\"入口\",\"url\":\"http://127.0.0.1/report\"}}");
        wecom.api(
                "appchat/send",
                "{\"chatid\":\"rd\",\"msgtype\":\"text\",\"text\":{\"content\":\"<@zhangwei> 请看\",\"mentioned_list\":[\"lixue\"]}}");
        browser.open(wecom.base() + "/#/chat/list");
        browser.become("zhangwei");
        browser.click(".bar .back");
        browser.untilText(".conversations", "[有人@我]");
        browser.open(wecom.base() + "/#/chat/group/rd");
        assertThat(browser.text(".at[data-me]")).isEqualTo("@张伟");
        assertThat(browser.text(".bubble")).isEqualTo("@张伟 请看 @李雪");
        browser.run("document.querySelector('.pin').click()");
        browser.untilText(".pinned", "一键上报");
        browser.type(".say input", "马上\n");
        browser.untilText(".msg.own", "马上");
        var said = wecom.people("GET", "groups/rd?userid=lixue", "");
        assertThat(said.at("/messages/2/content/content").asText()).isEqualTo("马上");
        assertThat(said.at("/pinnedMessage/msgtype").asText()).isEqualTo("textcard");
    }

    @Test
    @DisplayName("别的端口上的页面用 ww.createTodo 建待办，手机上勾掉")
    void aPageOfTheAppMakesAToDo() {
        try (var page = new JsSdkPage(wecom)) {
            browser.open(page.url() + "?from=card#top");
            browser.run("create('处理 ISS-1', ['zhangwei', 'lixue'])");
            browser.intoFrame("iframe");
            browser.click("#create");
            browser.outOfFrame();
            browser.untilText("#out", "createTodo:ok");
            var todo = wecom.people("GET", "todos?userid=lixue", "").at("/todos/0");
            assertThat(browser.text("#out")).contains(todo.path("todo_id").asText());
            assertThat(todo.path("content").asText()).isEqualTo("处理 ISS-1");

            browser.run("create('算了', [])");
            browser.intoFrame("iframe");
            browser.click(".quiet");
            browser.outOfFrame();
            browser.untilText("#out", "createTodo:cancel");

            browser.open(page.url() + "?forged=yes");
            browser.run("create('伪造', [])");
            browser.untilText("#out", "40093");

            visibleTo(2);
            browser.open(page.url());
            browser.run("create('不可见', [])");
            browser.untilText("#out", "createTodo:fail no permission");
            visibleTo(1);

            browser.open(wecom.base() + "/#/todos");
            browser.click("[data-todo='" + todo.path("todo_id").asText() + "'] .tick");
            browser.find("[data-todo='" + todo.path("todo_id").asText() + "'][data-done]");
            var read = "{\"todo_id\":\"" + todo.path("todo_id").asText() + "\"}";
            assertThat(wecom.api("todo/get", read).path("status").asInt(-1)).isZero();
        }
    }

    private static void visibleTo(int department) {
        var range =
                "{\"visibleRange\":{\"departments\":[%d],\"members\":[],\"excludedDepartments\":[6]}}";
        wecom.people("PUT", "settings", range.formatted(department));
    }

    private static String change(String xml) {
        return xml.replaceAll("(?s).*<StatuChangeEvent>(\\d+)</StatuChangeEvent>.*", "$1");
    }

    private static String newForm() {
        var title = "\"title\":[{\"text\":\"%s\",\"lang\":\"zh_CN\"}]";
        var template =
                ("{\"template_name\":[{\"text\":\"重大问题\",\"lang\":\"zh_CN\"}],\"template_content\":{\"controls\":["
                                + "{\"property\":{\"control\":\"Textarea\",\"id\":\"Textarea-1\","
                                + title
                                + "}},"
                                + "{\"property\":{\"control\":\"Selector\",\"id\":\"Selector-2\","
                                + title
                                + "},\"config\":{\"selector\":{\"type\":\"single\","
                                + "\"options\":[{\"key\":\"o1\",\"value\":{\"text\":\"紧急\",\"lang\":\"zh_CN\"}}]}}}]}}")
                        .formatted("方案", "级别");
        JsonNode made = wecom.api("oa/approval/create_template", template);
        var apply =
                ("{\"creator_userid\":\"zhangwei\",\"template_id\":\"%s\",\"use_template_approver\":0,\"process\":{\"node_list\":["
                                + "{\"type\":1,\"apv_rel\":2,\"userid\":[\"lixue\"]},{\"type\":1,\"apv_rel\":2,\"userid\":[\"zhoumingyuan\"]}]},"
                                + "\"apply_data\":{\"contents\":[{\"control\":\"Textarea\",\"id\":\"Textarea-1\",\"value\":{\"text\":\"升级驱动\"}},"
                                + "{\"control\":\"Selector\",\"id\":\"Selector-2\",\"value\":{\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"o1\"}]}}}]},"
                                + "\"summary_list\":[{\"summary_info\":[{\"text\":\"ISS-1\",\"lang\":\"zh_CN\"}]}]}")
                        .formatted(made.path("template_id").asText());
        return wecom.api("oa/applyevent", apply).path("sp_no").asText();
    }
}
