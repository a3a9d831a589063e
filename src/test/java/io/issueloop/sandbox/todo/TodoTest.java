package io.issueloop.sandbox.todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import io.issueloop.sandbox.SandboxDefaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoTest {

    private static final String PAGE = "http://127.0.0.1:8080/m/issues/ISS-1?a=b";
    private static final String ORIGIN = "http://127.0.0.1:8080";
    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void aToDoMadeByAMemberIsReadAndClosedByTheApp() {
        var id =
                create(
                        wecom,
                        "\"content\":\"处理 ISS-1\",\"attendees\":[\"zhangwei\",\"lixue\"],\"endTime\":1795000000");
        var todo = get(id);
        assertThat(todo.path("content").asText()).isEqualTo("处理 ISS-1");
        assertThat(todo.path("creator").asText()).isEqualTo("zhangwei");
        assertThat(todo.path("attendees").toString())
                .isEqualTo(
                        "[{\"userid\":\"zhangwei\",\"status\":1},{\"userid\":\"lixue\",\"status\":1}]");
        assertThat(todo.path("end_time").asLong()).isEqualTo(1795000000);
        assertThat(todo.path("reminders").toString()).isEqualTo("[{\"remind_time\":1795000000}]");
        assertThat(todo.has("todo_id")).isFalse();
        assertThat(update(id, "\"attendees\":[{\"userid\":\"lixue\",\"status\":0}]")).isZero();
        assertThat(get(id).at("/attendees/1/status").asInt(-1)).isZero();
        assertThat(get(id).path("status").asInt()).isEqualTo(1);
        assertThat(update(id, "\"status\":0,\"attendees\":[]")).isZero();
        assertThat(get(id).path("status").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":2",
                "\"status\":\"0\"",
                "\"attendees\":[{\"userid\":\"zhangwei\"}]",
                "\"attendees\":[{\"status\":0}]",
                "\"attendees\":[{\"userid\":\"zhangwei\",\"status\":2}]",
                "\"attendees\":[{\"userid\":\"wuhao\",\"status\":0}]",
                "\"attendees\":\"zhangwei\""
            })
    void wrongUpdatesAreRefused(String change) {
        var id = create(wecom, "\"content\":\"一件事\",\"attendees\":[\"zhangwei\"]");
        assertThat(update(id, change)).isEqualTo(40058);
        assertThat(get(id).path("status").asInt()).isEqualTo(1);
    }

    @Test
    void unknownToDosAndTooManyAttendeesAreRefused() {
        assertThat(wecom.api("todo/get", "{\"todo_id\":\"none\"}").path("errcode").asInt())
                .isEqualTo(40058);
        assertThat(wecom.api("todo/get", "{}").path("errcode").asInt()).isEqualTo(40058);
        var id = create(wecom, "\"content\":\"多\",\"attendees\":[\"zhangwei\"]");
        var many = "{\"userid\":\"zhangwei\",\"status\":0},".repeat(21);
        assertThat(update(id, "\"attendees\":[" + many.substring(0, many.length() - 1) + "]"))
                .isEqualTo(40058);
    }

    @Test
    void peopleTickTheirPartAndTheCreatorTheWhole() {
        var id = create(wecom, "\"content\":\"勾选\",\"attendees\":[\"lixue\"]");
        assertThat(tick(id, "wuhao", true)).isEqualTo(404);
        assertThat(tick(id, "lixue", true)).isEqualTo(200);
        assertThat(get(id).at("/attendees/0/status").asInt(-1)).isZero();
        assertThat(get(id).path("status").asInt()).isEqualTo(1);
        assertThat(tick(id, "zhangwei", true)).isEqualTo(200);
        assertThat(get(id).path("status").asInt(-1)).isZero();
        assertThat(tick(id, "zhangwei", false)).isEqualTo(200);
        assertThat(get(id).path("status").asInt()).isEqualTo(1);
        assertThat(wecom.people("GET", "todos?userid=wuhao", "").path("todos")).isEmpty();
        assertThat(wecom.people("GET", "todos?userid=lixue", "").at("/todos/0/todo_id").asText())
                .isEqualTo(id);
    }

    @Test
    void aPageProvesItselfWithTheAppsTicket() {
        assertThat(open(identity("agent", PAGE, ORIGIN, "agent"))).isEmpty();
        assertThat(open(identity("agent", PAGE, ORIGIN, "corp"))).contains("40093");
        assertThat(open(identity("agent", PAGE, "http://127.0.0.1:8081", "agent")))
                .contains("50001");
        assertThat(
                        open(
                                identity(
                                        "agent",
                                        "https://evil.example/",
                                        "https://evil.example",
                                        "agent")))
                .contains("50001");
        assertThat(open(identity("corp", PAGE, ORIGIN, "corp"))).isEqualTo("fail no permission");
        var other =
                identity("agent", PAGE, ORIGIN, "agent")
                        .replace("\"agentId\":\"1000002\"", "\"agentId\":\"7\"");
        assertThat(open(other)).contains("40013");
    }

    @ParameterizedTest
    @CsvSource({"2,zhangwei", "2,linwai"})
    void withoutTheWholeCorpInSightThereIsNoPanelAndNoApi(int department, String userid) {
        var id = create(wecom, "\"content\":\"范围\",\"attendees\":[\"zhangwei\"]");
        try {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[%d],\"members\":[],\"excludedDepartments\":[]}}"
                            .formatted(department));
            assertThat(open(identity("agent", PAGE, ORIGIN, "agent"), userid))
                    .isEqualTo("fail no permission");
            assertThat(
                            wecom.api("todo/get", "{\"todo_id\":\"%s\"}".formatted(id))
                                    .path("errcode")
                                    .asInt())
                    .isEqualTo(48002);
            assertThat(update(id, "\"status\":0")).isEqualTo(48002);
        } finally {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[1],\"members\":[],\"excludedDepartments\":[6]}}");
        }
        assertThat(open(identity("agent", PAGE, ORIGIN, "agent"), "linwai"))
                .isEqualTo("fail no permission");
    }

    @Test
    void theGatewaysEndpointIsThereOnlyWhenSwitchedOn() {
        var body = "{\"userid\":\"lixue\",\"title\":\"处理 ISS-2\",\"deadline\":1795000000}";
        var without = wecom.send("POST", "/cgi-bin/oa/todo/create?access_token=x", body);
        assertThat(without.statusCode()).isEqualTo(404);
        assertThat(without.body()).isEmpty();
        try {
            wecom.people("PUT", "settings", "{\"todoEndpoint\":true}");
            var made = wecom.api("oa/todo/create", body);
            assertThat(get(made.path("todo_id").asText()).path("creator").asText())
                    .isEqualTo("lixue");
            assertThat(
                            wecom.api("oa/todo/create", body.replace("lixue", "linwai"))
                                    .path("errcode")
                                    .asInt())
                    .isEqualTo(60111);
            assertThat(
                            wecom.api(
                                            "oa/todo/create",
                                            body.replace("1795000000", "\"2026-12-01\""))
                                    .path("errcode")
                                    .asInt())
                    .isEqualTo(40058);
            assertThat(
                            wecom.api("oa/todo/create", body.replace("title", "content"))
                                    .path("errcode")
                                    .asInt())
                    .isEqualTo(40058);
        } finally {
            wecom.people("PUT", "settings", "{\"todoEndpoint\":null}");
        }
    }

    @Test
    void aPropertySwitchesItOnAndARestartKeepsToDos(@TempDir Path folder) {
        Map<String, Object> kept =
                Map.of(
                        "sandbox.data-file",
                        folder.resolve("sandbox.db").toString(),
                        "sandbox.todo-endpoint",
                        true);
        String id;
        try (var before = RunningSandbox.start(kept)) {
            id =
                    before.api(
                                    "oa/todo/create",
                                    "{\"userid\":\"lixue\",\"title\":\"留着\",\"deadline\":1795000000}")
                            .path("todo_id")
                            .asText();
        }
        try (var after = RunningSandbox.start(kept)) {
            var todo = after.api("todo/get", "{\"todo_id\":\"%s\"}".formatted(id));
            assertThat(todo.path("content").asText()).isEqualTo("留着");
        }
    }

    @Test
    void thePanelRefusesWhatItsFormRefuses() {
        var identity = identity("agent", PAGE, ORIGIN, "agent");
        assertThat(status(identity, "\"content\":\" \"")).isEqualTo(400);
        assertThat(status(identity, "\"content\":\"外部\",\"attendees\":[\"linwai\"]"))
                .isEqualTo(400);
        assertThat(status(identity, "\"content\":\"好\"")).isEqualTo(200);
    }

    private static int status(String identity, String order) {
        var body = "{\"identity\":%s,\"userid\":\"zhangwei\",%s}".formatted(identity, order);
        return wecom.send("POST", "/__sandbox/jssdk/todos", body).statusCode();
    }

    private static String create(RunningSandbox at, String order) {
        var body =
                "{\"identity\":%s,\"userid\":\"zhangwei\",%s}"
                        .formatted(identity("agent", PAGE, ORIGIN, "agent"), order);
        var answer = at.people("POST", "jssdk/todos", body);
        assertThat(answer.has("todoId")).as(answer.toString()).isTrue();
        return answer.path("todoId").asText();
    }

    private static String open(String identity) {
        return open(identity, "zhangwei");
    }

    private static String open(String identity, String userid) {
        var body = "{\"identity\":%s,\"userid\":\"%s\"}".formatted(identity, userid);
        return wecom.people("POST", "jssdk/open", body).path("error").asText();
    }

    private static String identity(String kind, String url, String origin, String ticketOf) {
        var ticket =
                ticketOf.equals("corp")
                        ? wecom.get("get_jsapi_ticket")
                        : wecom.get("ticket/get?type=agent_config");
        var signed =
                "jsapi_ticket=%s&noncestr=n1&timestamp=1795000000&url=%s"
                        .formatted(ticket.path("ticket").asText(), url);
        return ("{\"kind\":\"%s\",\"corpId\":\"%s\",\"agentId\":\"1000002\",\"origin\":\"%s\",\"url\":\"%s\","
                        + "\"timestamp\":\"1795000000\",\"nonceStr\":\"n1\",\"signature\":\"%s\"}")
                .formatted(kind, SandboxDefaults.CORP_ID, origin, url, sha1(signed));
    }

    private static String sha1(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tick(String id, String userid, boolean done) {
        var body = "{\"userid\":\"%s\",\"done\":%b}".formatted(userid, done);
        return wecom.send("POST", "/__sandbox/todos/" + id + "/complete", body).statusCode();
    }

    private static JsonNode get(String id) {
        return wecom.api("todo/get", "{\"todo_id\":\"%s\"}".formatted(id));
    }

    private static int update(String id, String change) {
        return wecom.api("todo/update", "{\"todo_id\":\"%s\",%s}".formatted(id, change))
                .path("errcode")
                .asInt();
    }
}
