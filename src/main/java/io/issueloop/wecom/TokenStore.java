package io.issueloop.wecom;

import io.issueloop.wecom.CachedSecret.Cached;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tokens and tickets in the database, one of a kind per corp and secret. Commits on its own, so
 * that other nodes see it whatever the caller's transaction does.
 */
@Component
class TokenStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final String whose;

    TokenStore(
            JdbcClient jdbc, PlatformTransactionManager transactions, WeComProperties properties) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var application = properties.corpId() + '\n' + properties.secret();
        this.whose = Digest.sha256Hex(application.getBytes(StandardCharsets.UTF_8));
    }

    /** Names corp and secret without showing them. */
    String id(String kind) {
        return kind + "-" + whose;
    }

    Optional<Cached> find(String id) {
        return jdbc.sql("select token, expires_at from wecom_token where id = :id")
                .param("id", id)
                .query(
                        (row, n) ->
                                new Cached(
                                        row.getString("token"),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    void keep(String id, Cached token) {
        apart.executeWithoutResult(
                status ->
                        jdbc.sql(
                                        """
                insert into wecom_token (id, token, expires_at) values (:id, :token, :expires)
                on conflict (id) do update set token = excluded.token, expires_at = excluded.expires_at
                """)
                                .param("id", id)
                                .param("token", token.token())
                                .param("expires", token.expires())
                                .update());
    }

    /** Only this token: another node may have stored a fresh one already. */
    void forget(String id, String token) {
        apart.executeWithoutResult(
                status ->
                        jdbc.sql("delete from wecom_token where id = :id and token = :token")
                                .param("id", id)
                                .param("token", token)
                                .update());
    }
}
