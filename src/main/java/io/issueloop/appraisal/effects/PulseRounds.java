package io.issueloop.appraisal.effects;

import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks every team once a quarter, and reminds once, a week before its end. A timer only wakes it; a
 * table says what was done.
 */
@Service
@Transactional
public class PulseRounds {

    private static final Duration REMIND = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Pulse pulse;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Clock clock;

    PulseRounds(
            JdbcClient jdbc, Pulse pulse, Deliveries deliveries, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.pulse = pulse;
        this.deliveries = deliveries;
        this.directory = directory;
        this.clock = clock;
    }

    /** Repeating it changes nothing. */
    public void invite() {
        pulse.open()
                .ifPresent(
                        quarter -> {
                            if (isFirst(quarter)) {
                                request(quarter, PulseNoticeEffect.INVITE);
                            } else if (isToRemind(quarter)) {
                                request(quarter, PulseNoticeEffect.REMIND);
                            }
                        });
    }

    private boolean isFirst(Period quarter) {
        return jdbc.sql("insert into pulse_round values (?, ?, null) on conflict do nothing")
                        .params(quarter.code(), now())
                        .update()
                == 1;
    }

    private boolean isToRemind(Period quarter) {
        return !clock.instant().isBefore(quarter.end().minus(REMIND))
                && jdbc.sql(
                                        "update pulse_round set reminded_at = ? where quarter = ? and reminded_at is null")
                                .params(now(), quarter.code())
                                .update()
                        == 1;
    }

    private void request(Period quarter, String kind) {
        directory.members().stream()
                .map(Member::team)
                .distinct()
                .forEach(
                        team ->
                                deliveries.request(
                                        PulseNoticeEffect.key(quarter),
                                        PulseNoticeEffect.NAME,
                                        kind + "/" + team));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
