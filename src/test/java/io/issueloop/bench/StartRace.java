package io.issueloop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** E7: alternating starts of the product and of a bare application, each on its own database. */
final class StartRace {

    private static final Mark START = Mark.atMost(1.5, 1.2);

    private final Supplier<Node> product;
    private final Supplier<Node> bare;
    private final List<Start> ours = new ArrayList<>();
    private final List<Start> theirs = new ArrayList<>();

    private record Start(double seconds, double cpuSeconds) {}

    StartRace(Supplier<Node> product, Supplier<Node> bare) {
        this.product = product;
        this.bare = bare;
    }

    /** The first start of each creates the tables and is not measured. */
    void run(int pairs) {
        start(product);
        start(bare);
        for (int pair = 0; pair < pairs; pair++) {
            ours.add(start(product));
            theirs.add(start(bare));
        }
    }

    private static Start start(Supplier<Node> side) {
        var begin = System.nanoTime();
        try (var node = side.get()) {
            node.awaitReady();
            return new Start((System.nanoTime() - begin) / 1e9, node.cpuSeconds());
        }
    }

    void report(Figures figures) {
        var ratio =
                Figures.median(
                        IntStream.range(0, ours.size())
                                .mapToObj(i -> ours.get(i).seconds() / theirs.get(i).seconds())
                                .toList());
        figures.pairs(
                "E7",
                "start to ready, seconds",
                median(ours, Start::seconds),
                median(theirs, Start::seconds),
                ratio,
                START);
        figures.counted(
                "E7",
                "start to ready, CPU seconds",
                median(ours, Start::cpuSeconds),
                median(theirs, Start::cpuSeconds));
    }

    private static double median(List<Start> starts, Function<Start, Double> what) {
        return Figures.median(starts.stream().map(what).toList());
    }
}
