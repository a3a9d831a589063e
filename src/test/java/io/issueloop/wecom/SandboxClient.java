package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** People's and testers' side of the sandbox, over HTTP. */
final class SandboxClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    SandboxClient(String base) {
        this.base = base;
    }

    String address() {
        return base;
    }

    void fault(String path, String kind, int value, int times) {
        call(
                "POST",
                "/__sandbox/faults",
                Map.of("path", path, "kind", kind, "value", value, "times", times));
    }

    void callbackFault(String kind, int times) {
        call("POST", "/__sandbox/callback-faults", Map.of("kind", kind, "times", times));
    }

    void noFaults() {
        call("DELETE", "/__sandbox/faults", Map.of());
        call("DELETE", "/__sandbox/callback-faults", Map.of());
    }

    void todoEndpoint(boolean exists) {
        call("PUT", "/__sandbox/settings", Map.of("todoEndpoint", exists));
    }

    /** The key of a robot a member puts into a group. */
    String robot(String chatid, String userid) {
        var order = Map.of("userid", userid, "name", "问题提醒");
        return call("POST", "/__sandbox/groups/" + chatid + "/robots", order).path("key").asText();
    }

    void callbackUrl(String url) {
        call("PUT", "/__sandbox/settings", Map.of("callbackUrl", url));
    }

    List<JsonNode> requests(String path) {
        return list(call("GET", "/__sandbox/journal?path=" + path, null).path("requests"));
    }

    /** What is wrong with a request of the journal; empty where nothing is. */
    static List<String> wrong(RequestSheet sheet, JsonNode request) {
        var name = request.path("method").asText() + " " + request.path("path").asText();
        var body = request.path("body").asText();
        try {
            return body.isBlank() || sheet.of(name).upload()
                    ? List.of()
                    : sheet.problems(name, JSON.readTree(body));
        } catch (IOException e) {
            return List.of(name + " is not JSON: " + body);
        }
    }

    void forgetRequests() {
        call("DELETE", "/__sandbox/journal", Map.of());
    }

    boolean callbacksIdle() {
        return call("GET", "/__sandbox/callbacks", null).path("idle").asBoolean();
    }

    List<JsonNode> messages(String userid) {
        return list(call("GET", "/__sandbox/messages?userid=" + userid, null).path("messages"));
    }

    void click(JsonNode message, String userid, String key, Map<String, String> selections) {
        call(
                "POST",
                "/__sandbox/messages/" + message.path("msgid").asText() + "/click",
                Map.of("userid", userid, "key", key, "selections", selections));
    }

    List<JsonNode> docs() {
        return list(call("GET", "/__sandbox/docs", null).path("docs"));
    }

    JsonNode document(String docid) {
        return call("GET", "/__sandbox/documents/" + docid, null);
    }

    JsonNode sheet(Sheets.Sheet sheet) {
        return call("GET", "/__sandbox/sheets/" + sheet.docid() + "/" + sheet.id(), null);
    }

    List<JsonNode> addRows(Sheets.Sheet sheet, String userid, List<Map<String, Object>> rows) {
        var records = rows.stream().map(values -> Map.of("values", values)).toList();
        var path = "/__sandbox/sheets/" + sheet.docid() + "/" + sheet.id() + "/records";
        return list(
                call("POST", path, Map.of("userid", userid, "records", records)).path("records"));
    }

    void changeRow(Sheets.Sheet sheet, String recordId, String userid, Map<String, Object> values) {
        var path = "/__sandbox/sheets/" + sheet.docid() + "/" + sheet.id() + "/records/" + recordId;
        call("PATCH", path, Map.of("userid", userid, "values", values));
    }

    void deleteRow(Sheets.Sheet sheet, String recordId, String userid) {
        var path = "/__sandbox/sheets/" + sheet.docid() + "/" + sheet.id() + "/records/" + recordId;
        call("DELETE", path + "?userid=" + userid, null);
    }

    /** What the native panel does when the member presses 创建 on a page that is signed like this. */
    String createTodo(String userid, String content, JsSdk sdk) {
        return createTodo(userid, userid, content, sdk);
    }

    String createTodo(String userid, String attendee, String content, JsSdk sdk) {
        var page = java.net.URI.create("http://localhost:8080/m/issues/ISS-20261122-0001");
        var signed = sdk.sign(JsSdk.Kind.AGENT, page);
        var identity =
                Map.of(
                        "kind", "agent",
                        "corpId", sdk.application().corpId(),
                        "agentId", Integer.toString(sdk.application().agentId()),
                        "origin", "http://localhost:8080",
                        "url", page.toString(),
                        "timestamp", Long.toString(signed.timestamp()),
                        "nonceStr", signed.nonceStr(),
                        "signature", signed.signature());
        var order =
                Map.of(
                        "identity", identity,
                        "userid", userid,
                        "content", content,
                        "attendees", List.of(attendee),
                        "endTime", 1_800_000_000);
        return call("POST", "/__sandbox/jssdk/todos", order).path("todoId").asText();
    }

    void fillForm(String formid, String userid, Map<String, Object> replies) {
        call(
                "POST",
                "/__sandbox/forms/" + formid + "/answers",
                Map.of("userid", userid, "replies", replies));
    }

    void completeTodo(String todoId, String userid, boolean done) {
        call(
                "POST",
                "/__sandbox/todos/" + todoId + "/complete",
                Map.of("userid", userid, "done", done));
    }

    List<JsonNode> todos(String userid) {
        return list(call("GET", "/__sandbox/todos?userid=" + userid, null).path("todos"));
    }

    /** The code the browser would come back with. */
    String codeOf(String userid, String redirect) throws Exception {
        var form = "userid=%s&state=s&redirect_uri=%s".formatted(userid, redirect);
        var request =
                HttpRequest.newBuilder(URI.create(base + "/connect/oauth2/consent"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        var location =
                http.send(request, BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    /** A member writes a journal with the first template; answers its id. */
    String journal(String userid, String text) {
        var template = call("GET", "/__sandbox/reports?userid=" + userid, null).at("/templates/0");
        var report =
                Map.of(
                        "userid",
                        userid,
                        "template_id",
                        template.path("template_id").asText(),
                        "receivers",
                        List.of("lixue"),
                        "contents",
                        Map.of(template.at("/controls/0/id").asText(), text));
        return call("POST", "/__sandbox/reports", report).path("journal_uuid").asText();
    }

    private JsonNode call(String method, String path, Object body) {
        try {
            var publisher =
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            var request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "application/json")
                            .method(method, publisher)
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new java.util.ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }
}
