package io.issueloop.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A member in a browser, signed on through WeCom's consent page, ready to post. */
public final class MemberBrowser {

    /** Where Camunda's web applications reach the engine. */
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    private MemberBrowser(String base) {
        this.base = base;
    }

    /** What came back. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            return Json.tree(body);
        }
    }

    /**
     * Signs on: to WeCom, choose oneself there, and back.
     *
     * @param application address without a trailing slash
     */
    public static MemberBrowser of(String userid, String application) {
        var browser = new MemberBrowser(application);
        var there = browser.location(HttpRequest.newBuilder(browser.at("/login/start")).GET());
        var asked = UriComponentsBuilder.fromUri(there).build(true).getQueryParams();
        var form =
                "userid=%s&redirect_uri=%s&state=%s"
                        .formatted(userid, asked.getFirst("redirect_uri"), asked.getFirst("state"));
        var consent =
                HttpRequest.newBuilder(there.resolve("/connect/oauth2/consent"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        browser.location(HttpRequest.newBuilder(browser.location(consent)).GET());
        return browser;
    }

    public Answer get(String path) {
        return answer(HttpRequest.newBuilder(at(path)).GET());
    }

    /** To our own REST. */
    public Answer post(String path, Object body) {
        var csrf = get("/api/me").json().path("csrf");
        return send(path, body, csrf.path("header").asText(), csrf.path("token").asText());
    }

    /** Completes a task as Tasklist does when its form is submitted. */
    public Answer submitForm(String taskId, Map<String, String> fields) {
        var variables = new java.util.HashMap<String, Object>();
        fields.forEach(
                (name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        get("/camunda/app/tasklist/default/");
        return send(
                ENGINE + "/task/" + taskId + "/submit-form",
                Map.of("variables", variables),
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN"));
    }

    /** Takes a task on oneself, as Tasklist does. */
    public Answer claim(String taskId, String userid) {
        get("/camunda/app/tasklist/default/");
        return send(
                ENGINE + "/task/" + taskId + "/claim",
                Map.of("userId", userid),
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN"));
    }

    /** The one open task of an issue, found as Tasklist finds it; empty when there is none. */
    public String taskOf(String issueNo) {
        var tasks = get(ENGINE + "/task?processInstanceBusinessKey=" + encoded(issueNo));
        if (tasks.status() != 200) {
            throw new IllegalStateException(tasks.toString());
        }
        return tasks.json().path(0).path("id").asText();
    }

    /** What proves to the application who this is. */
    public String session() {
        return cookie("JSESSIONID");
    }

    private Answer send(String path, Object body, String header, String token) {
        return answer(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .header(header, token)
                        .POST(BodyPublishers.ofString(Json.text(body))));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    private URI location(HttpRequest.Builder request) {
        var response = send(request);
        return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    private Answer answer(HttpRequest.Builder request) {
        var response = send(request);
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
