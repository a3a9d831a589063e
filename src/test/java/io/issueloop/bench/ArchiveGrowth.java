package io.issueloop.bench;

import io.issueloop.appraisal.archive.TimedArchive;
import io.issueloop.bench.Figures.Pair;
import io.issueloop.kpi.KpiNights;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** E8, our own: how the archive of a quarter grows with its lines, in time a line and in memory. */
final class ArchiveGrowth {

    private static final int WARM_UP = 50_000;
    private static final Mark FLAT = Mark.atMost(1.5, 1.2);
    private static final Mark LEASE = Mark.limit(30);
    private static final double MEGABYTE = 1024.0 * 1024;

    private final BenchServer server;
    private final int lines;

    /**
     * @param lines of the larger quarter; the other one has a tenth
     */
    ArchiveGrowth(BenchServer server, int lines) {
        this.server = server;
        this.lines = lines;
    }

    /** Seconds for 100,000 lines, of the longest job, and the most heap in MB. */
    private record Archived(double seconds, double longestJob, double heap) {}

    void run(Figures figures) {
        archive(WARM_UP);
        var tenth = archive(lines / 10);
        var all = archive(lines);
        var what = "archive, %,d lines, ".formatted(lines);
        figures.pair("E8", what + "s/100k", new Pair(all.seconds(), tenth.seconds()), FLAT);
        figures.pair("E8", what + "heap MB", new Pair(all.heap(), tenth.heap()), FLAT);
        figures.counted(
                "E8",
                "archive, longest job, s",
                all.longestJob(),
                tenth.longestJob(),
                all.longestJob(),
                LEASE);
    }

    private Archived archive(int size) {
        var database = server.fresh("bench_archive");
        var source =
                new DriverManagerDataSource(
                        database.url(), database.username(), database.password());
        KpiNights.on(source);
        var archive = TimedArchive.of(source, size);
        server.checkpoint();
        Heap.forgetPeak();
        var seconds = archive.write();
        var peak = Heap.peak();
        // looking takes time, so not while that is measured; proving renders all of it again
        var heap = Heap.mostReachable(archive::prove) / MEGABYTE;
        System.out.printf(
                "%,d lines archived in %.1f s (longest job %.1f s), %d files of %.0f MB, heap %s, %.0f MB reachable%n",
                size,
                seconds.all(),
                seconds.longestJob(),
                archive.files(),
                archive.bytes() / MEGABYTE,
                peak,
                heap);
        return new Archived(seconds.all() * 100_000 / size, seconds.longestJob(), heap);
    }
}
