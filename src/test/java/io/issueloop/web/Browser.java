package io.issueloop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.util.UriComponentsBuilder;

/** What a browser does, step by step: keeps cookies, sends the CSRF token, follows nothing. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicLong CODES = new AtomicLong();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Browser(String base) {
        this.base = base;
    }

    public static Browser at(int port) {
        return new Browser("http://localhost:" + port);
    }

    /** A browser somebody has signed on in, ready to post. */
    public static Browser of(String userId, int port) {
        var browser = at(port);
        browser.signOn(userId);
        browser.with("X-CSRF-TOKEN", browser.get("/api/me").json().at("/csrf/token").asText());
        return browser;
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer signOn(String userId) {
        var there = get("/login/start").location();
        var state = UriComponentsBuilder.fromUriString(there).build().getQueryParams();
        return get(
                "/login/wecom/callback?code=%s%s.%d&state=%s"
                        .formatted(
                                TestWeCom.CODE_OF,
                                userId,
                                CODES.incrementAndGet(),
                                state.getFirst("state")));
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends bytes as they are. */
    public Answer upload(String path, byte[] bytes) {
        return send("POST", path, BodyPublishers.ofByteArray(bytes), "application/octet-stream");
    }

    public Answer send(String method, String path, String json) {
        return send(
                method,
                path,
                BodyPublishers.ofString(json),
                json.isEmpty() ? "" : "application/json");
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String type) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        if (method.equals("POST") && !headers.containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()); // as our pages do
        }
        if (!cookies.isEmpty()) {
            var all = cookies.entrySet().stream().map(Object::toString).toList();
            request.header("Cookie", String.join("; ", all));
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            var response =
                    CLIENT.send(
                            request.method(method, body).build(),
                            HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response, base);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, String base) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** Without host where it is our own. */
        public String location() {
            var there = header("Location");
            return there.startsWith(base + "/") ? there.substring(base.length()) : there;
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(body(), e);
            }
        }
    }
}
