package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sandbox takes the requests of WeCom's pages and answers in their shape. */
class PageExamplesTest {

    private static final Path PAGES = Path.of("../shared/wecom-fixtures");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isDirectory(PAGES), "no ../shared/wecom-fixtures here: skipped");
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
        if (wecom != null) {
            wecom.close();
        }
    }

    @Test
    void anApprovalGoesFromTemplateToDetailAsThePagesShowIt() throws IOException {
        var created =
                wecom.api(
                        "oa/approval/create_template",
                        page("go-wecom/oa__approval__create_template.request.json"));
        assertSameShape(created, "go-wecom/oa__approval__create_template.response.json");
        var template = created.path("template_id").asText();
        var update =
                page("go-wecom/oa__approval__update_template.request.json")
                        .replace("TEMPLATE_ID", template);
        assertSameShape(
                wecom.api("oa/approval/update_template", update),
                "go-wecom/oa__approval__update_template.response.json");
        assertSameShape(
                wecom.api("oa/gettemplatedetail", "{\"template_id\":\"" + template + "\"}"),
                "go-wecom/oa__gettemplatedetail.response.json");
        var application =
                page("go-wecom/oa__applyevent.request.json")
                        .replace("WangXiaoMing", "zhangwei")
                        .replace("3Tka1eD6v6JfzhDMqPd3aMkFdxqtJMc2ZRioeFXkaaa", template)
                        .replace("\"abc\"", "\"lixue\"")
                        .replace("\"bcd\"", "\"wanglei\"")
                        .replace("Text-15111111111", "Text-01")
                        .replaceFirst(
                                "\"node_list\": \\[",
                                "\"node_list\":[{\"type\":2,\"userid\":[\"hefang\"]},");
        var applied = wecom.api("oa/applyevent", application);
        assertSameShape(applied, "go-wecom/oa__applyevent.response.json");
        var number = applied.path("sp_no").asText();
        var comment = "{\"userid\":\"lixue\",\"content\":\"这是备注信息\"}";
        wecom.people("POST", "approvals/" + number + "/comment", comment);
        assertSameShape(
                wecom.api("oa/getapprovaldetail", "{\"sp_no\":\"" + number + "\"}"),
                "go-wecom/oa__getapprovaldetail.response.json");
    }

    @Test
    void numbersOfFormsAreListedAsThePageShowsThem() throws IOException {
        var answer =
                wecom.api("oa/getapprovalinfo", page("go-wecom/oa__getapprovalinfo.request.json"));
        assertThat(answer.path("errcode").asInt()).isZero();
        assertThat(answer.path("sp_no_list").isArray()).isTrue();
    }

    @Test
    void aGroupIsCreatedChangedReadAndSpokenTo() throws IOException {
        assertSameShape(
                wecom.api("appchat/create", people("go-wecom/appchat__create.request.json")),
                "go-wecom/appchat__create.response.json");
        assertSameShape(
                wecom.api("appchat/update", people("go-wecom/appchat__update.request.json")),
                "go-wecom/appchat__update.response.json");
        assertSameShape(
                wecom.get("appchat/get?chatid=CHATID"), "go-wecom/appchat__get.response.json");
        var message = page("go-wecom/appchat__send.request.json").replace("CHATID123", "CHATID");
        assertSameShape(wecom.api("appchat/send", message), "go-wecom/appchat__send.response.json");
        var robot =
                wecom.send(
                        "POST",
                        "/cgi-bin/webhook/send?key=" + SandboxDefaults.ROBOT_KEY,
                        page("go-wecom/webhook__send.request.json"));
        assertSameShape(RunningSandbox.json(robot), "go-wecom/webhook__send.response.json");
    }

    @Test
    void aToDoIsReadAndClosed() throws IOException {
        var made =
                wecom.api(
                        "oa/todo/create",
                        "{\"userid\":\"zhangwei\",\"title\":\"完成述职PPT\",\"deadline\":1795000000}");
        var id = made.path("todo_id").asText();
        var read = page("official-docs/todo__get.request.json");
        var example = "17c7d2bd9f20d652840f72f59e796AAA";
        assertSameShape(
                wecom.api("todo/get", read.replace(example, id)),
                "official-docs/todo__get.response.json");
        var update = page("official-docs/todo__update.status-only.request.json");
        assertThat(wecom.api("todo/update", update.replace(example, id)).path("errcode").asInt())
                .isZero();
    }

    /** Every field of the page is there, of the same type; ours may have more. */
    private static void assertSameShape(JsonNode answer, String example) throws IOException {
        assertThat(answer.path("errcode").asInt()).as(answer.toString()).isZero();
        assertThat(shape(answer)).containsAll(shape(JSON.readTree(page(example))));
    }

    private static TreeSet<String> shape(JsonNode node) {
        var shape = new TreeSet<String>();
        collect(node, "", shape);
        return shape;
    }

    /** Elements of arrays are taken together; what is in an empty one is not known. */
    private static void collect(JsonNode node, String path, TreeSet<String> shape) {
        if (node.isArray()) {
            shape.add(path + "[]");
            if (!path.endsWith("/media_id")) {
                node.forEach(item -> collect(item, path + "[]", shape));
            }
        } else if (node.isObject()) {
            node.properties().forEach(f -> collect(f.getValue(), path + "/" + f.getKey(), shape));
        } else {
            shape.add(path + ":" + node.getNodeType());
        }
    }

    private static String people(String example) throws IOException {
        return page(example)
                .replace("userid1", "zhangwei")
                .replace("userid2", "lixue")
                .replace("userid3", "liuyang")
                .replace("userid4", "wuhao");
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name));
    }
}
