package io.issueloop.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The application's access token, cached because WeCom blocks callers that ask too often (page
 * 91039). One refresh at a time: the threads of this node share one, the nodes share the database.
 */
@Component
class AccessTokens {

    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final TokenApi api;
    private final TokenStore store;
    private final Leases leases;
    private final WeComProperties properties;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Cached>> refreshing =
            new AtomicReference<>();
    private volatile @Nullable Cached cached;

    AccessTokens(
            TokenApi api,
            TokenStore store,
            Leases leases,
            WeComProperties properties,
            Clock clock) {
        this.api = api;
        this.store = store;
        this.leases = leases;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A token that should be alive.
     *
     * @throws WeComRejected when WeCom does not know the corp or its secret
     * @throws WeComUnavailable when WeCom does not answer
     */
    String current() {
        var known = cached;
        return known != null && known.lives(clock.instant()) ? known.token() : refreshed().token();
    }

    /** WeCom refused this token: nobody may use it again, on any node. */
    void died(String token) {
        store.forget(token);
        var known = cached;
        if (known != null && known.token().equals(token)) {
            cached = null;
        }
    }

    private Cached refreshed() {
        var mine = new CompletableFuture<Cached>();
        var running = refreshing.compareAndExchange(null, mine);
        if (running != null) {
            return join(running);
        }
        try {
            var fresh = storedOrFetched();
            cached = fresh;
            mine.complete(fresh);
            return fresh;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            refreshing.set(null);
        }
    }

    private static Cached join(CompletableFuture<Cached> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    private Cached storedOrFetched() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            var stored = stored();
            if (stored.isPresent()) {
                return stored.get();
            }
            if (leases.take(store.id(), PATIENCE)) {
                try {
                    return stored().orElseGet(this::fetch);
                } finally {
                    leases.release(store.id());
                }
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new WeComUnavailable("等待另一节点更换企业微信访问凭证超时", null);
    }

    private Optional<Cached> stored() {
        return store.find().filter(token -> token.lives(clock.instant()));
    }

    private Cached fetch() {
        var token = api.gettoken(properties.corpId(), properties.secret());
        if (token.access_token().isEmpty()) {
            throw new WeComUnavailable("企业微信没有给出访问凭证", null);
        }
        var lifetime = Duration.ofSeconds(token.expires_in());
        var fresh = new Cached(token.access_token(), clock.instant().plus(lifetime));
        store.keep(fresh);
        return fresh;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("更换访问凭证时被中断", null);
        }
    }

    record Cached(String token, Instant expiresAt) {
        boolean lives(Instant now) {
            return now.isBefore(expiresAt.minus(MARGIN));
        }

        OffsetDateTime expires() {
            return expiresAt.atOffset(ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return "Cached[expiresAt=%s]".formatted(expiresAt);
        }
    }
}
