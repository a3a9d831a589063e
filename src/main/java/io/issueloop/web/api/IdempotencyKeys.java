package io.issueloop.web.api;

import io.issueloop.shared.Refused;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Remembers what a request with an {@code Idempotency-Key} was answered. The row belongs to the
 * transaction of what it protects: both are there or neither, and a second request with the key
 * waits for the first to end. What was refused did nothing, and its key is free again.
 */
@Component
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whose key it is, and for what.
     *
     * @param requestHash the same for the same request
     */
    record Key(String caller, String key, String requestHash) {}

    /** An answer as it went out. */
    record Answer(
            int status, @Nullable String contentType, @Nullable String location, String body) {

        boolean isRefusal() {
            return status >= 400;
        }
    }

    /** What is done once. */
    interface Work {
        Answer perform() throws IOException, ServletException;
    }

    /**
     * Does the work, or says how it was answered before; empty when it was done now.
     *
     * @throws Refused when the key was used for another request
     */
    @Transactional(rollbackFor = Exception.class)
    public Optional<Answer> once(Key key, Work work) throws IOException, ServletException {
        if (!claim(key)) {
            return Optional.of(earlier(key));
        }
        var answer = work.perform();
        if (answer.isRefusal()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else {
            keep(key, answer);
        }
        return Optional.empty();
    }

    private boolean claim(Key key) {
        return jdbc.sql(
                                """
                insert into idempotency_key (caller, key, request_hash, answer, claimed_at)
                values (:caller, :key, :hash, '', :now)
                on conflict (caller, key) do nothing
                """)
                        .param("caller", key.caller())
                        .param("key", key.key())
                        .param("hash", key.requestHash())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Answer earlier(Key key) {
        var isSame =
                jdbc.sql(
                                "select request_hash from idempotency_key where caller = :caller and key = :key")
                        .param("caller", key.caller())
                        .param("key", key.key())
                        .query(String.class)
                        .single()
                        .equals(key.requestHash());
        if (!isSame) {
            throw new Refused("这个 Idempotency-Key 已用于另一个内容不同的请求，请换一个");
        }
        return jdbc.sql(
                        """
                select status, content_type, location, answer as body from idempotency_key
                 where caller = :caller and key = :key
                """)
                .param("caller", key.caller())
                .param("key", key.key())
                .query(Answer.class)
                .single();
    }

    private void keep(Key key, Answer answer) {
        jdbc.sql(
                        """
                update idempotency_key
                   set answer = :body, status = :status, content_type = :type, location = :location
                 where caller = :caller and key = :key
                """)
                .param("body", answer.body())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("caller", key.caller())
                .param("key", key.key())
                .update();
    }
}
