package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;

/** Access tokens: one at a time, 7200 s on the sandbox's clock (page 91039). */
final class Tokens {

    static final long LIFE_SECONDS = 7200;

    private final Table tokens;
    private final Ids ids;
    private final SandboxClock clock;

    Tokens(Store store, Ids ids, SandboxClock clock) {
        this.tokens = store.table("tokens");
        this.ids = ids;
        this.clock = clock;
    }

    record Token(String value, long expiresIn) {}

    /** The same token while it lives, as WeCom does; one for each secret. */
    Token of(String secret) {
        long now = clock.seconds();
        var alive =
                tokens.all().stream()
                        .filter(t -> t.path("expires").asLong() > now)
                        .filter(t -> t.path("secret").asText().equals(secret))
                        .findFirst();
        if (alive.isPresent()) {
            var token = alive.get();
            return new Token(token.path("token").asText(), token.path("expires").asLong() - now);
        }
        var token = ids.random("sandbox-", 86);
        tokens.put(
                token,
                Json.object()
                        .put("token", token)
                        .put("secret", secret)
                        .put("expires", now + LIFE_SECONDS));
        return new Token(token, LIFE_SECONDS);
    }

    /** The secret behind a living token. */
    String require(String token) {
        if (token.isEmpty()) {
            throw new ApiError(41001, "access_token missing");
        }
        var known =
                tokens.get(token).orElseThrow(() -> new ApiError(40014, "invalid access_token"));
        if (known.path("expires").asLong() <= clock.seconds()) {
            throw new ApiError(42001, "access_token expired");
        }
        return known.path("secret").asText();
    }
}
