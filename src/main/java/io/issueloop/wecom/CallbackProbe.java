package io.issueloop.wecom;

import io.issueloop.wecom.CallbackCrypto.Forged.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does to our own callback address what WeCom does when it is saved in the console (page 90930):
 * asks it to decrypt a word. What answers there tells nobody why it refuses, but counts it where we
 * can look.
 */
@Component
public class CallbackProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LOOK_FOR = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Map<Reason, Result> MEANING =
            Map.of(
                    Reason.INCOMPLETE, Result.SOMETHING_ELSE,
                    Reason.SIGNATURE, Result.WRONG_TOKEN,
                    Reason.CONTENT, Result.WRONG_KEY,
                    Reason.RECEIVER, Result.WRONG_CORP);

    private final CallbackCrypto crypto;
    private final CallbackRefusals refusals;
    private final JdbcClient jdbc;

    CallbackProbe(WeComProperties properties, CallbackRefusals refusals, JdbcClient jdbc) {
        this.crypto = CallbackCrypto.of(properties);
        this.refusals = refusals;
        this.jdbc = jdbc;
    }

    /** How it ended. */
    public enum Result {
        FINE,
        UNREACHABLE,
        SOMETHING_ELSE,
        WRONG_TOKEN,
        WRONG_KEY,
        WRONG_CORP,
        REFUSED
    }

    /**
     * @param detail what was seen, for people; may be empty
     */
    public record Outcome(Result result, String detail) {}

    /**
     * Remote, up to some 20 seconds.
     *
     * @param callback the whole address, {@code …/wecom/callback}
     */
    public Outcome verify(URI callback) {
        var since = databaseTime();
        var outcome = ask(callback);
        if (outcome.result() != Result.REFUSED) {
            return outcome;
        }
        var reason = reasonSince(since, LOOK_FOR);
        if (reason.isEmpty()) { // it was counted moments before, and counts again after a rest
            pause(CallbackRefusals.REST.plusMillis(500).toMillis());
            ask(callback);
            reason = reasonSince(since, LOOK_FOR);
        }
        return reason.map(r -> new Outcome(MEANING.getOrDefault(r, Result.REFUSED), ""))
                .orElse(outcome);
    }

    /**
     * Why others were refused at the same address lately; empty when WeCom's callbacks have come
     * through since.
     */
    public Optional<Result> refusedLately() {
        return refusals.unanswered().map(r -> MEANING.getOrDefault(r.reason(), Result.REFUSED));
    }

    private Outcome ask(URI callback) {
        var word = Long.toUnsignedString(RANDOM.nextLong());
        try {
            var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            var request = HttpRequest.newBuilder(question(callback, word)).timeout(PATIENCE);
            return judged(client.send(request.build(), HttpResponse.BodyHandlers.ofString()), word);
        } catch (IOException e) {
            return new Outcome(Result.UNREACHABLE, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Result.UNREACHABLE, "被中断");
        }
    }

    private URI question(URI callback, String word) {
        var random = new byte[16];
        RANDOM.nextBytes(random);
        var nonce = Integer.toUnsignedString(RANDOM.nextInt());
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var echo = crypto.seal(random, word);
        return URI.create(
                "%s?msg_signature=%s&timestamp=%s&nonce=%s&echostr=%s"
                        .formatted(
                                callback,
                                crypto.sign(timestamp, nonce, echo),
                                timestamp,
                                nonce,
                                URLEncoder.encode(echo, StandardCharsets.UTF_8)));
    }

    private static Outcome judged(HttpResponse<String> answer, String word) {
        if (answer.statusCode() == 200 && answer.body().equals(word)) {
            return new Outcome(Result.FINE, "");
        }
        var refused = answer.statusCode() == 400 && answer.body().isEmpty();
        return new Outcome(
                refused ? Result.REFUSED : Result.SOMETHING_ELSE, "HTTP " + answer.statusCode());
    }

    private Optional<Reason> reasonSince(Instant since, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var found =
                    refusals.all().stream()
                            .filter(refusal -> !refusal.lastAt().isBefore(since))
                            .map(CallbackRefusals.Refusal::reason)
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
            pause(LOOK_AGAIN_MILLIS);
        }
        return Optional.empty();
    }

    private Instant databaseTime() {
        return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
