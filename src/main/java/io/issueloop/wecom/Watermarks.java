package io.issueloop.wecom;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far something has been looked through. */
@Component
class Watermarks {

    private final JdbcClient jdbc;

    Watermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 1970 where nobody has looked yet. */
    Instant get(String name) {
        return jdbc.sql("select at from wecom_watermark where name = :name")
                .param("name", name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    void set(String name, Instant at) {
        jdbc.sql(
                        """
                insert into wecom_watermark (name, at) values (:name, :at)
                on conflict (name) do update set at = greatest(wecom_watermark.at, excluded.at)
                """)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
