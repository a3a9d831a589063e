package io.issueloop.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people in WeCom see and do, and what testers may break there: the sandbox's own doors over
 * HTTP. Rows are those of the table 问题跟踪.
 */
public final class WeComPeople {

    private static final String SHEETS = "/__sandbox/sheets/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    /**
     * @param base address of the sandbox, without a trailing slash
     */
    public WeComPeople(String base) {
        this.base = base;
    }

    /** Adds rows in one go and answers their ids. */
    public List<String> addRows(String userid, List<Map<String, Object>> rows) {
        var records = rows.stream().map(values -> Map.of("values", values)).toList();
        var body = Map.of("userid", userid, "records", records);
        return Json.list(call("POST", table() + "/records", body).path("records")).stream()
                .map(row -> row.path("record_id").asText())
                .toList();
    }

    public String addRow(String userid, Map<String, Object> cells) {
        return addRows(userid, List.of(cells)).get(0);
    }

    public void changeRow(String recordId, String userid, Map<String, Object> cells) {
        var body = Map.of("userid", userid, "values", cells);
        call("PATCH", table() + "/records/" + encoded(recordId), body);
    }

    public void deleteRow(String recordId, String userid) {
        call("DELETE", table() + "/records/" + encoded(recordId) + "?userid=" + userid, Map.of());
    }

    public List<TableRow> rows() {
        return Json.list(get(table()).path("records")).stream().map(TableRow::new).toList();
    }

    public TableRow row(String recordId) {
        return rows().stream().filter(row -> row.id().equals(recordId)).findFirst().orElseThrow();
    }

    /** Everything the person got and can still read, oldest first. */
    public List<PhoneMessage> messages(String userid) {
        return Json.list(get("/__sandbox/messages?userid=" + userid).path("messages")).stream()
                .map(PhoneMessage::new)
                .filter(message -> !message.recalled())
                .toList();
    }

    /** Everything anybody got, with what WeCom dropped silently. */
    public List<JsonNode> sent() {
        return Json.list(get("/__sandbox/messages").path("messages"));
    }

    public Stream<PhoneMessage> cards(String userid, String issueNo) {
        return messages(userid).stream().filter(message -> message.isCardOf(issueNo));
    }

    public void press(PhoneMessage card, String userid, String key, Map<String, String> chosen) {
        var body = Map.of("userid", userid, "key", key, "selections", chosen);
        call("POST", "/__sandbox/messages/" + encoded(card.msgid()) + "/click", body);
    }

    /** The schedules that name the issue, in the calendar of one of their members. */
    public List<JsonNode> schedules(String userid, String issueNo) {
        return Json.list(get("/__sandbox/schedules?userid=" + userid).path("schedules")).stream()
                .filter(entry -> entry.path("description").asText().contains(issueNo))
                .toList();
    }

    /** The approval form about an issue, if there is one: the number of forms is checked too. */
    public List<JsonNode> approvals(String issueNo) {
        return Json.list(get("/__sandbox/approvals").path("approvals")).stream()
                .filter(form -> form.path("summary").toString().contains(issueNo))
                .toList();
    }

    /** What a member does with a form in WeCom's approval: agree, reject, transfer, revoke, … */
    public void approve(JsonNode form, String deed, String userid, String speech) {
        var body = Map.<String, Object>of("userid", userid, "speech", speech);
        call("POST", "/__sandbox/approvals/" + form.path("sp_no").asText() + "/" + deed, body);
    }

    public JsonNode document(String docid) {
        return get("/__sandbox/documents/" + encoded(docid));
    }

    public List<JsonNode> documents() {
        return Json.list(get("/__sandbox/docs").path("docs"));
    }

    public List<JsonNode> members() {
        return Json.list(get("/__sandbox/members").path("members"));
    }

    /** Somebody new in a department. */
    public void joins(String userid, String name, int department) {
        var person =
                Map.of(
                        "action",
                        "create",
                        "userid",
                        userid,
                        "name",
                        name,
                        "department",
                        List.of(department));
        call("POST", "/__sandbox/contacts", person);
    }

    public List<JsonNode> callbacks() {
        return Json.list(get("/__sandbox/callbacks").path("callbacks"));
    }

    public boolean callbacksIdle() {
        return get("/__sandbox/callbacks").path("idle").asBoolean();
    }

    /** What was asked of an interface whose body names this, oldest first. */
    public List<JsonNode> calls(String path, String naming) {
        return Json.list(get("/__sandbox/journal?path=" + path).path("requests")).stream()
                .filter(call -> call.path("body").asText().contains(naming))
                .toList();
    }

    /** The next {@code times} calls of paths that begin so go wrong. */
    public void breakCalls(String path, String kind, int value, int times) {
        call("POST", "/__sandbox/faults", fault(path, kind, value, times, false));
    }

    /** The next call takes effect, and its answer is lost. */
    public void loseAnswer(String path) {
        call("POST", "/__sandbox/faults", fault(path, "reset", 0, 1, true));
    }

    private static Map<String, Object> fault(
            String path, String kind, int value, int times, boolean after) {
        return Map.of("path", path, "kind", kind, "value", value, "times", times, "after", after);
    }

    public void breakCallbacks(String kind, int times) {
        call("POST", "/__sandbox/callback-faults", Map.of("kind", kind, "times", times));
    }

    public void heal() {
        call("DELETE", "/__sandbox/faults", Map.of());
        call("DELETE", "/__sandbox/callback-faults", Map.of());
    }

    public void callbackUrl(String url) {
        call("PUT", "/__sandbox/settings", Map.of("callbackUrl", url, "verify", false));
    }

    private String table() {
        var doc =
                documents().stream()
                        .filter(one -> one.path("doc_name").asText().equals("问题跟踪"))
                        .findFirst()
                        .orElseThrow();
        var sheet =
                Json.list(doc.path("sheets")).stream()
                        .filter(one -> one.path("title").asText().equals("问题"))
                        .findFirst()
                        .orElseThrow();
        return SHEETS
                + encoded(doc.path("docid").asText())
                + "/"
                + encoded(sheet.path("sheet_id").asText());
    }

    private JsonNode get(String path) {
        return call("GET", path, Map.of());
    }

    private JsonNode call(String method, String path, Map<String, Object> body) {
        var publisher =
                method.equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(Json.text(body));
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return Json.tree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
