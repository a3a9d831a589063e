package io.issueloop.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a request that carries an {@code Idempotency-Key} once. The row belongs to the
 * transaction of what it protects: both are there or neither, and a second request with the key
 * waits for the first to end.
 */
@Component
class IdempotencyKeys {

    private static final Pattern FORMAT = Pattern.compile("[!-~]{1,200}");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work, or answers as it was answered before.
     *
     * @param key absent: the work is done each time
     * @param request what must be the same for the answer to be the same
     * @throws Refused when the key was used for another request
     * @throws InvalidRequest when the key is not 1–200 printable characters
     */
    @Transactional
    public IssueView once(
            String caller, Optional<String> key, Object request, Supplier<IssueView> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        if (!FORMAT.matcher(key.get()).matches()) {
            throw new InvalidRequest("请求头 Idempotency-Key 应为 1–200 个可见的英文字符");
        }
        var hash = hash(request);
        if (!claim(caller, key.get(), hash)) {
            return earlier(caller, key.get(), hash);
        }
        var answer = work.get();
        keep(caller, key.get(), answer);
        return answer;
    }

    private boolean claim(String caller, String key, String hash) {
        return jdbc.sql(
                                """
                insert into idempotency_key (caller, key, request_hash, answer, claimed_at)
                values (:caller, :key, :hash, '', :now)
                on conflict (caller, key) do nothing
                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private IssueView earlier(String caller, String key, String hash) {
        var kept =
                jdbc.sql(
                                """
                select request_hash, answer from idempotency_key where caller = :caller and key = :key
                """)
                        .param("caller", caller)
                        .param("key", key)
                        .query(Kept.class)
                        .single();
        if (!kept.requestHash().equals(hash)) {
            throw new Refused("这个 Idempotency-Key 已用于另一个内容不同的请求，请换一个");
        }
        try {
            return json.readerFor(IssueView.class)
                    .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .readValue(kept.answer());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String caller, String key, IssueView answer) {
        jdbc.sql(
                        "update idempotency_key set answer = :answer where caller = :caller and key = :key")
                .param("answer", write(answer))
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    private String hash(Object request) {
        try {
            var text = write(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Kept(String requestHash, String answer) {}
}
