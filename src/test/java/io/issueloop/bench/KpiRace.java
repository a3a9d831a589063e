package io.issueloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.kpi.KpiNights;
import io.issueloop.standalone.DatabaseConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * E3 and E4: all KPIs of a year rebuilt by the product and by hand-written SQL, and how the product
 * grows, whole and with a night's changes.
 */
final class KpiRace {

    private static final Mark REBUILD = Mark.atMost(1.5, 1.15);
    private static final Mark GROWTH = Mark.atMost(12, 10.5);
    private static final Mark CHANGES = Mark.atMost(2.0, 1.2);
    private static final int NIGHTS = 3;

    private final BenchServer server;
    private final int issues;
    private final int members;
    private final int changed;

    /**
     * @param issues of the largest year; the others are a tenth and a hundredth of it, ten thousand
     *     at least
     */
    KpiRace(BenchServer server, int issues, int members) {
        this.server = server;
        this.issues = issues;
        this.members = members;
        this.changed = Math.min(1000, issues / 20);
    }

    private record Year(double rebuild, double night, double byHand) {}

    void run(Figures figures) throws SQLException {
        var few = year(Math.max(10_000, issues / 100), false);
        var tenth = issues / 10 <= 10_000 ? few : year(issues / 10, false);
        var all = year(issues, true);
        var size = "%,d issues".formatted(issues);
        figures.pairs(
                "E3",
                "rebuild, s, " + size,
                all.rebuild(),
                all.byHand(),
                all.rebuild() / all.byHand(),
                REBUILD);
        figures.pairs(
                "E4",
                "rebuild, s, to a tenth",
                all.rebuild(),
                tenth.rebuild(),
                all.rebuild() / tenth.rebuild(),
                GROWTH);
        figures.pairs(
                "E4",
                "a night, s, to fewest",
                all.night(),
                few.night(),
                all.night() / few.night(),
                CHANGES);
    }

    private Year year(int count, boolean compared) throws SQLException {
        var database = server.fresh("bench_kpi_" + count);
        var source =
                new DriverManagerDataSource(
                        database.url() + "?reWriteBatchedInserts=true",
                        database.username(),
                        database.password());
        var rollUp = KpiNights.on(source);
        new Histories(count, members).writeTo(database);
        server.checkpoint();
        var rebuild = rollUp.night();
        System.out.printf("%,d issues: rebuilt in %.1f s%n", count, rebuild);
        var byHand = compared ? byHand(database) : 0;
        return new Year(rebuild, nights(rollUp, database), byHand);
    }

    private double byHand(DatabaseConnection database) throws SQLException {
        server.checkpoint();
        var hand = new HandWritten(database);
        var seconds = hand.rebuild();
        System.out.printf("by hand in %.1f s%n", seconds);
        assertThat(hand.differences()).as("values other than by hand").isZero();
        return seconds;
    }

    private double nights(KpiNights rollUp, DatabaseConnection database) {
        List<Double> seconds = new ArrayList<>();
        for (int night = 1; night <= NIGHTS; night++) {
            Histories.change(database, changed, night);
            server.checkpoint();
            seconds.add(rollUp.night());
        }
        System.out.println("nights " + seconds);
        return Figures.median(seconds);
    }
}
