package io.issueloop.kpi;

import io.issueloop.delivery.Deliveries;
import io.issueloop.shared.Refused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the lock of a quarter means for the numbers: nothing touches them, or those of its months,
 * until it is opened again (kpi.md §5). Which quarters are locked is read from {@code
 * kpi_locked_period}.
 */
@Service
@Transactional
public class KpiLocks {

    private final JdbcClient jdbc;
    private final LockedPeriods locked;
    private final KpiRollup rollup;
    private final KpiFingerprint fingerprint;
    private final Deliveries deliveries;
    private final Clock clock;

    KpiLocks(
            JdbcClient jdbc,
            LockedPeriods locked,
            KpiRollup rollup,
            KpiFingerprint fingerprint,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.locked = locked;
        this.rollup = rollup;
        this.fingerprint = fingerprint;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The revision in which each locked period, quarters and months, is locked. */
    @Transactional(readOnly = true)
    public Map<Period, Integer> revisions() {
        return locked.revisions();
    }

    /** The revision in which a period is locked; empty while it is not. */
    @Transactional(readOnly = true)
    public Optional<Integer> revision(Period period) {
        return locked.revision(period);
    }

    /**
     * @throws Refused when the period is locked
     */
    @Transactional(readOnly = true)
    public void requireOpen(Period period) {
        locked.requireOpen(period);
    }

    /** One short text for all numbers of a quarter and its lines. */
    @Transactional(readOnly = true)
    public String fingerprint(Period quarter) {
        return fingerprint.of(quarter);
    }

    /** Computes what is owed, this quarter and its months included; nobody else does meanwhile. */
    public void settle() {
        rollup.owe(clock.instant());
        rollup.computeOwed();
    }

    /** Has the table in WeCom show a quarter as it stands. */
    public void show(Period quarter) {
        deliveries.request(KpiRollup.key(quarter), KpiTableEffect.NAME, quarter.code());
    }

    /** After a lock or a reopening: what follows is computed wholly again, claw-backs and all. */
    public void overtake(Period quarter) {
        jdbc.sql(
                        """
                        update kpi_owed_period set owed = true, statements = null
                         where ends_at > :start
                           and period not in (select period from kpi_locked_period)
                        """)
                .param("start", quarter.start().atOffset(ZoneOffset.UTC))
                .update();
    }
}
