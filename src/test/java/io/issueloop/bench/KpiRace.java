package io.issueloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.bench.Figures.Pair;
import io.issueloop.kpi.KpiNights;
import io.issueloop.standalone.DatabaseConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * E3 and E4: all KPIs of a year rebuilt by the product and by hand-written SQL, and how the product
 * grows: the whole with issues and people, a night's changes with the issues there are.
 */
final class KpiRace {

    private static final Mark REBUILD = Mark.atMost(1.5, 1.15);
    private static final Mark GROWTH = Mark.atMost(12, 10.5);
    private static final Mark CHANGES = Mark.atMost(2.0, 1.2);
    private static final int FEWEST = 10_000;
    private static final int NIGHTS = 3;

    private final BenchServer server;
    private final Histories year;
    private final int changed;

    KpiRace(BenchServer server, Histories year) {
        this.server = server;
        this.year = year;
        this.changed = Math.min(1000, year.issues() / 20);
    }

    /** A year that was rebuilt, ready for more. */
    private record Rebuilt(DatabaseConnection database, KpiNights rollUp, double seconds) {}

    void run(Figures figures) throws SQLException {
        var all = rebuild(year);
        if (Parts.wants("E3")) {
            var what = "rebuild, s, %,d issues".formatted(year.issues());
            var hand = new HandWritten(all.database());
            figures.pair("E3", what, new Pair(all.seconds(), byHand(hand)), REBUILD);
            assertThat(hand.differences()).as("values other than by hand").isEmpty();
            hand.forget();
        }
        if (Parts.wants("E4")) {
            growth(figures, all);
        }
    }

    private void growth(Figures figures, Rebuilt all) throws SQLException {
        var night = nights(all);
        var tenth = rebuild(new Histories(year.issues() / 10, year.members() / 10));
        figures.pair(
                "E4", "rebuild, s, to a tenth", new Pair(all.seconds(), tenth.seconds()), GROWTH);
        var fewest = nights(rebuild(new Histories(FEWEST, year.members())));
        figures.pair("E4", "a night, s, to 10,000 issues", new Pair(night, fewest), CHANGES);
    }

    private Rebuilt rebuild(Histories histories) {
        var database = server.fresh("bench_kpi_" + histories.issues() + "_" + histories.members());
        var source =
                new DriverManagerDataSource(
                        database.url() + "?reWriteBatchedInserts=true",
                        database.username(),
                        database.password());
        var rollUp = KpiNights.on(source);
        var begin = System.nanoTime();
        histories.writeTo(database);
        System.out.printf("%s written in %.1f s%n", histories, (System.nanoTime() - begin) / 1e9);
        server.checkpoint();
        Heap.forgetPeak();
        var seconds = rollUp.night();
        System.out.printf("%s rebuilt in %.1f s, heap %s%n", histories, seconds, Heap.peak());
        return new Rebuilt(database, rollUp, seconds);
    }

    private double byHand(HandWritten hand) throws SQLException {
        server.checkpoint();
        var seconds = hand.rebuild();
        System.out.printf("by hand in %.1f s, %,d values%n", seconds, hand.values());
        return seconds;
    }

    private double nights(Rebuilt year) {
        List<Double> seconds = new ArrayList<>();
        for (int night = 1; night <= NIGHTS; night++) {
            Histories.change(year.database(), changed, night);
            server.checkpoint();
            seconds.add(year.rollUp().night());
        }
        System.out.println("nights " + seconds);
        return Figures.median(seconds);
    }
}
