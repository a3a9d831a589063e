package io.issueloop.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A sandbox on a free port, and the two sides of it over HTTP: the app's and the people's. */
public final class RunningSandbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;
    private String token;

    private RunningSandbox(Map<String, Object> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("sandbox.port", 0);
        all.putIfAbsent("sandbox.retry-delay", "20ms");
        context = SandboxApplication.start(all);
        base = SandboxApplication.baseUrl(context);
        token = gettoken().path("access_token").asText();
    }

    public static RunningSandbox start(Map<String, Object> properties) {
        return new RunningSandbox(properties);
    }

    public static RunningSandbox start() {
        return start(Map.of());
    }

    /** An application API call with a living token. */
    public JsonNode api(String path, String json) {
        return json(send("POST", "/cgi-bin/" + path + "?access_token=" + token, json));
    }

    public JsonNode get(String pathAndQuery) {
        var mark = pathAndQuery.contains("?") ? "&" : "?";
        return json(send("GET", "/cgi-bin/" + pathAndQuery + mark + "access_token=" + token, ""));
    }

    public JsonNode gettoken() {
        return json(
                send(
                        "GET",
                        "/cgi-bin/gettoken?corpid="
                                + SandboxDefaults.CORP_ID
                                + "&corpsecret="
                                + SandboxDefaults.SECRET,
                        ""));
    }

    /**
     * Moves the sandbox's clock (ISO-8601, from the machine's time); the token is a new one then.
     */
    public void moveClock(String offset) {
        people("POST", "clock", "{\"offset\":\"" + offset + "\"}");
        token = gettoken().path("access_token").asText();
    }

    /** A person or a test under {@code /__sandbox/}. */
    public JsonNode people(String method, String path, String json) {
        return json(send(method, "/__sandbox/" + path, json));
    }

    public HttpResponse<String> send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(response.body(), e);
        }
    }

    public String base() {
        return base;
    }

    /** A new smart table document everybody may edit; returns its docid. */
    public String newTable() {
        var doc = api("wedoc/create_doc", "{\"doc_type\":10,\"doc_name\":\"问题跟踪\"}");
        var docid = doc.path("docid").asText();
        api(
                "wedoc/mod_doc_join_rule",
                "{\"docid\":\"%s\",\"enable_corp_internal\":true,\"corp_internal_auth\":2}"
                        .formatted(docid));
        return docid;
    }

    /** A sheet with the given fields; returns {@code "docid":…,"sheet_id":…} for request bodies. */
    public String newSheet(String docid, String fields) {
        var sheet =
                api(
                        "wedoc/smartsheet/add_sheet",
                        "{\"docid\":\"%s\",\"properties\":{\"title\":\"问题\"}}".formatted(docid));
        var ref =
                "\"docid\":\"%s\",\"sheet_id\":\"%s\""
                        .formatted(docid, sheet.at("/properties/sheet_id").asText());
        api("wedoc/smartsheet/add_fields", "{%s,\"fields\":[%s]}".formatted(ref, fields));
        return ref;
    }

    @Override
    public void close() {
        context.close();
    }
}
