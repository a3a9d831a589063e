package io.issueloop.delivery;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what by hand, for ever. */
@Component
class HandLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    HandLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void done(String businessKey, String effect, String subject, String reference, UserId by) {
        jdbc.sql(
                        """
                insert into delivered_by_hand (business_key, effect, subject, reference, done_by, done_at)
                values (:key, :effect, :subject, :reference, :by, :at)
                """)
                .param("key", businessKey)
                .param("effect", effect)
                .param("subject", subject)
                .param("reference", reference)
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
