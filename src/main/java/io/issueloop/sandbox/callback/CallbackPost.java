package io.issueloop.sandbox.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * One delivery over HTTP: the encrypted POST (5 s) and the GET check of the URL (1 s), page 90930.
 */
final class CallbackPost {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Settings settings;
    private final SandboxClock clock;
    private final Ids ids;

    CallbackPost(Settings settings, SandboxClock clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** What came of it; {@code refused} where nobody listens at the address. */
    record Outcome(boolean ok, boolean refused, ObjectNode attempt) {}

    Outcome deliver(ObjectNode entry) throws InterruptedException {
        var crypto = crypto();
        var encrypted = crypto.encrypt(entry.path("xml").asText());
        var agent =
                entry.path("ofApp").asBoolean()
                        ? "<AgentID><![CDATA[" + settings.agentId() + "]]></AgentID>"
                        : "";
        var body =
                "<xml><ToUserName><![CDATA[%s]]></ToUserName>%s<Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(settings.corpId(), agent, encrypted);
        var request =
                HttpRequest.newBuilder(signed(settings.callbackUrl(), crypto, encrypted, ""))
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        long begin = System.nanoTime();
        var attempt = Json.object().put("at", Instant.now().toString());
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.discarding());
            attempt.put("http", response.statusCode());
            return new Outcome(response.statusCode() == 200, false, timed(attempt, begin));
        } catch (IOException e) {
            attempt.put("error", e.getClass().getSimpleName());
            return new Outcome(false, e instanceof ConnectException, timed(attempt, begin));
        }
    }

    /** Empty when the application answered the echo; otherwise why WeCom would not save the URL. */
    String verify(URI url) throws InterruptedException {
        var crypto = crypto();
        var echo = Long.toString(clock.millis()) + ids.random("", 6);
        var encrypted = crypto.encrypt(echo);
        var request =
                HttpRequest.newBuilder(
                                signed(
                                        url,
                                        crypto,
                                        encrypted,
                                        "&echostr="
                                                + URLEncoder.encode(
                                                        encrypted, StandardCharsets.UTF_8)))
                        .timeout(Duration.ofSeconds(1))
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().equals(echo)
                    ? ""
                    : "回调地址没有原样返回明文（HTTP " + response.statusCode() + "）";
        } catch (IOException e) {
            return "回调地址在 1 秒内没有响应（" + e.getClass().getSimpleName() + "）";
        }
    }

    private URI signed(URI url, CallbackCrypto crypto, String encrypted, String more) {
        var timestamp = Long.toString(clock.seconds());
        var nonce = Long.toString(Math.abs(ids.random("", 8).hashCode()));
        var signature = crypto.sign(timestamp, nonce, encrypted);
        return URI.create(
                url
                        + (url.getQuery() == null ? "?" : "&")
                        + "msg_signature=%s&timestamp=%s&nonce=%s"
                                .formatted(signature, timestamp, nonce)
                        + more);
    }

    private CallbackCrypto crypto() {
        return new CallbackCrypto(settings.token(), settings.aesKey(), settings.corpId());
    }

    private static ObjectNode timed(ObjectNode attempt, long begin) {
        return attempt.put("ms", (System.nanoTime() - begin) / 1_000_000);
    }
}
