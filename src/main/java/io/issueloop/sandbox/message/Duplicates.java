package io.issueloop.sandbox.message;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** {@code enable_duplicate_check}: the same JSON within the interval is not delivered again. */
final class Duplicates {

    private static final long LONGEST_SECONDS = 4 * 3600;

    private final Table seen;
    private final SandboxClock clock;

    Duplicates(Store store, SandboxClock clock) {
        this.seen = store.table("sent_bodies");
        this.clock = clock;
    }

    /** The msgid of the first delivery where this one repeats it. */
    Optional<String> firstOf(Input body, String raw) {
        if (!body.flag("enable_duplicate_check", false)) {
            return Optional.empty();
        }
        long interval = Math.min(body.number("duplicate_check_interval", 1800), LONGEST_SECONDS);
        return seen.get(hash(raw))
                .filter(first -> first.path("at").asLong() + interval > clock.seconds())
                .map(first -> first.path("msgid").asText());
    }

    void remember(Input body, String raw, String msgid) {
        if (body.flag("enable_duplicate_check", false)) {
            seen.put(hash(raw), Json.object().put("msgid", msgid).put("at", clock.seconds()));
        }
    }

    private static String hash(String raw) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
