package io.issueloop.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers what has been sent, so that a repeated job sends nothing twice. Each call commits on
 * its own: it is used outside of any transaction, around a remote call (trust.md §1 Outbox).
 */
@Component
public class SentLog {

    /** The second try of a claim: the first neither ended well nor certainly did nothing. */
    private static final int UNKNOWN = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    SentLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the right to send {@code key}; false when it has been sent already. A claim left by a
     * crash is taken over.
     */
    public boolean claim(String key) {
        return jdbc.sql(
                                """
                insert into sent (key, state, tries, claimed_at) values (:key, 'SENDING', 1, :now)
                on conflict (key) do update set tries = sent.tries + 1, claimed_at = excluded.claimed_at
                  where sent.state = 'SENDING'
                """)
                        .param("key", key)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** How often sending this key has been tried, the present try included; 0 when never. */
    public int tries(String key) {
        return jdbc.sql("select tries from sent where key = :key")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Sends what WeCom can neither look up nor recognise as a repetition. A call that certainly did
     * nothing is repeated; one whose end is not known is left to a person, who repeats it or leaves
     * it be (trust.md §1 Outbox).
     *
     * @param send answers the reference; throws {@link NotNow}, or something {@link NotDone}, when
     *     nothing was sent
     * @throws PerhapsSent when it may have been sent already
     */
    public void once(String key, Supplier<String> send) {
        if (!claim(key)) {
            return;
        }
        if (tries(key) == UNKNOWN) {
            throw new PerhapsSent(null);
        }
        try {
            sent(key, send.get());
        } catch (RuntimeException problem) {
            if (problem instanceof NotNow || problem instanceof NotDone) {
                release(key);
                throw problem;
            }
            claim(key); // whoever tries again from here on is a person
            throw new PerhapsSent(problem);
        }
    }

    private void release(String key) {
        jdbc.sql("delete from sent where key = :key and state = 'SENDING'")
                .param("key", key)
                .update();
    }

    /**
     * Marks {@code key} as sent, with the ids WeCom gave; {@code reference} is what later calls
     * need.
     */
    public void sent(String key, String reference) {
        jdbc.sql(
                        "update sent set state = 'SENT', reference = :reference, sent_at = :now"
                                + " where key = :key")
                .param("key", key)
                .param("reference", reference)
                .param("now", now())
                .update();
    }

    /** The reference of a sent key. */
    public Optional<String> reference(String key) {
        return jdbc.sql("select reference from sent where key = :key and state = 'SENT'")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
