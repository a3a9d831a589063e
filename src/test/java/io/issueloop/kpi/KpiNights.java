package io.issueloop.kpi;

import io.issueloop.shared.Zones;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The nightly roll-up on any database, for measurements: real parts, put together by hand. */
public final class KpiNights {

    private final TestKpis kpis;

    private KpiNights(TestKpis kpis) {
        this.kpis = kpis;
    }

    /** Brings the tables about where they are missing. */
    public static KpiNights on(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return new KpiNights(new TestKpis(database, now()));
    }

    /** Computes what is owed at this moment; answers the seconds it took. */
    public double night() {
        var begin = System.nanoTime();
        kpis.night(now());
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String now() {
        return LocalDateTime.now(Zones.REPORTING).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
