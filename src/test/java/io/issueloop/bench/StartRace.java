package io.issueloop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** E7: alternating starts of the product and of a bare application, each on its own database. */
final class StartRace {

    private static final Mark START = Mark.atMost(1.5, 1.2);

    private final Supplier<Node> product;
    private final Supplier<Node> bare;
    private final List<Double> productSeconds = new ArrayList<>();
    private final List<Double> bareSeconds = new ArrayList<>();

    StartRace(Supplier<Node> product, Supplier<Node> bare) {
        this.product = product;
        this.bare = bare;
    }

    /** The first start of each creates the tables and is not measured. */
    void run(int pairs) {
        seconds(product);
        seconds(bare);
        for (int pair = 0; pair < pairs; pair++) {
            productSeconds.add(seconds(product));
            bareSeconds.add(seconds(bare));
        }
    }

    private static double seconds(Supplier<Node> start) {
        var begin = System.nanoTime();
        try (var node = start.get()) {
            node.awaitReady();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    void report(Figures figures) {
        var ratio =
                Figures.median(
                        IntStream.range(0, productSeconds.size())
                                .mapToObj(i -> productSeconds.get(i) / bareSeconds.get(i))
                                .toList());
        figures.pairs(
                "E7",
                "start to ready, seconds",
                Figures.median(productSeconds),
                Figures.median(bareSeconds),
                ratio,
                START);
    }
}
