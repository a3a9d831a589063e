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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something WeCom lends for two hours and does not like to be asked for often. One refresh at a
 * time: the threads of this node share one, the nodes share the database.
 */
final class CachedSecret {

    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final String id;
    private final String label;
    private final Supplier<Issued> ask;
    private final TokenStore store;
    private final Leases leases;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Cached>> refreshing =
            new AtomicReference<>();
    private volatile @Nullable Cached cached;

    /**
     * @param id its place in the database, without showing the secret
     * @param label what people call it, for messages
     */
    CachedSecret(
            String id,
            String label,
            Supplier<Issued> ask,
            TokenStore store,
            Leases leases,
            Clock clock) {
        this.id = id;
        this.label = label;
        this.ask = ask;
        this.store = store;
        this.leases = leases;
        this.clock = clock;
    }

    /** One that should be alive. */
    String current() {
        var known = cached;
        return known != null && known.lives(clock.instant()) ? known.token() : refreshed().token();
    }

    /** WeCom refused this one: nobody may use it again, on any node. */
    void died(String token) {
        store.forget(id, token);
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
            if (leases.take(id, PATIENCE)) {
                try {
                    return stored().orElseGet(this::fetch);
                } finally {
                    leases.release(id);
                }
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new WeComUnavailable("等待另一节点更换企业微信" + label + "超时", null);
    }

    private Optional<Cached> stored() {
        return store.find(id).filter(token -> token.lives(clock.instant()));
    }

    private Cached fetch() {
        var issued = ask.get();
        if (issued.secret().isEmpty()) {
            throw new WeComUnavailable("企业微信没有给出" + label, null);
        }
        var fresh = new Cached(issued.secret(), clock.instant().plus(issued.lifetime()));
        store.keep(id, fresh);
        return fresh;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("更换凭证时被中断", null);
        }
    }

    /** As WeCom gave it. */
    record Issued(String secret, Duration lifetime) {
        @Override
        public String toString() {
            return "Issued[lifetime=%s]".formatted(lifetime);
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
