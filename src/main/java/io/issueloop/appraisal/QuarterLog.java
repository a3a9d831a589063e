package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the append-only {@code quarter_event}. */
@Component
class QuarterLog {

    private static final int LOCK = 0x515452;

    /** Who did what nobody did. */
    static final UserId SYSTEM = UserId.of("issueloop");

    private final JdbcClient jdbc;
    private final Clock clock;

    QuarterLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the caller's transaction ends, nobody else changes the life of any quarter. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    }

    /** What is to be remembered beside who, what and when. */
    record Note(
            String reason,
            @Nullable String fingerprint,
            @Nullable Instant cutOff,
            @Nullable Instant appealsUntil) {

        static final Note NONE = new Note("", null, null, null);

        static Note because(String reason) {
            return new Note(reason.strip(), null, null, null);
        }

        static Note of(String reason, String fingerprint) {
            return new Note(reason.strip(), fingerprint, null, null);
        }

        static Note cutOff(Instant at) {
            return new Note("", null, at, null);
        }

        static Note appealsUntil(Instant at) {
            return new Note("", null, null, at);
        }
    }

    /** The concern of an event: one revision of one quarter. */
    record Revision(Period quarter, int number) {}

    void append(Revision revision, Type type, UserId actor, Note note) {
        jdbc.sql(
                        """
                        insert into quarter_event (quarter, type, revision, actor, reason, fingerprint,
                                                   cut_off, appeals_until, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        revision.quarter().code(),
                        type.name(),
                        revision.number(),
                        actor.value(),
                        note.reason(),
                        note.fingerprint(),
                        utc(note.cutOff()),
                        utc(note.appealsUntil()),
                        utc(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<QuarterEvent> of(Period quarter) {
        return jdbc.sql("select * from quarter_event where quarter = ? order by id")
                .param(quarter.code())
                .query(
                        (row, n) ->
                                new QuarterEvent(
                                        quarter,
                                        Type.valueOf(row.getString("type")),
                                        row.getInt("revision"),
                                        UserId.of(row.getString("actor")),
                                        row.getString("reason"),
                                        Optional.ofNullable(row.getString("fingerprint")),
                                        row.getObject("occurred_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** The last event of one of these types. */
    Optional<QuarterEvent> last(Period quarter, Type... types) {
        var wanted = List.of(types);
        return of(quarter).stream()
                .filter(event -> wanted.contains(event.type()))
                .reduce((earlier, later) -> later);
    }

    /**
     * Quarters that have ended by {@code now} and nobody has begun to close, oldest first; the
     * first time asked is the beginning of all, and what ended before is history.
     */
    List<Period> unbegun(Instant now) {
        jdbc.sql("insert into quarter_watch (since) values (?) on conflict do nothing")
                .param(utc(now))
                .update();
        return jdbc
                .sql(
                        """
                        select quarter from closing_quarter
                         where ends_at <= :now and in_use
                           and quarter not in (select quarter from quarter_event where type = 'ENDED')
                         order by quarter
                        """)
                .param("now", utc(now))
                .query(String.class)
                .list()
                .stream()
                .map(Period::of)
                .toList();
    }

    /** Whether there is anything to close, imported history included. */
    boolean hasNumbers(Period quarter) {
        return jdbc.sql("select exists (select from closing_quarter where quarter = ?)")
                .param(quarter.code())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
