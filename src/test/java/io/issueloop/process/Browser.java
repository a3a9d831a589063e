package io.issueloop.process;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser with a cookie jar that is signed on as somebody, or as nobody. */
public final class Browser {

    private final HttpClient client;
    private final CookieManager cookies;
    private final int port;
    private final String login;

    private Browser(int port, String login, CookieManager cookies) {
        this.port = port;
        this.login = login;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    public static Browser at(int port) {
        return new Browser(port, "", new CookieManager());
    }

    /** The same browser, same cookies, with somebody else (or nobody) signed on. */
    public Browser as(String userId, String roles) {
        return new Browser(port, (userId + " " + roles).strip(), cookies);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", json);
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(
                withToken(request(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(
                withToken(request(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> postWithoutToken(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return login.isEmpty() ? request : request.header("X-Test-User", login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
