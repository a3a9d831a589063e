package io.issueloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/** E1: alternating rounds of the product and the bare engine on one database server. */
final class IntakeRace {

    /** PostgreSQL's statistics of commits come up to ten seconds late. */
    private static final long STATISTICS_DELAY_MILLIS = 11_000;

    private static final Mark INTAKE = Mark.atLeast(0.50, 0.75);
    private static final Mark COMMITS = Mark.limit(3);
    private static final Mark STATEMENTS = Mark.atMost(1.5, 1.5);
    private static final Mark BYTES = Mark.atMost(1.5, 1.2);

    private final BenchServer server;
    private final Contestant product;
    private final Contestant bare;

    IntakeRace(BenchServer server, Contestant product, Contestant bare) {
        this.server = server;
        this.product = product;
        this.bare = bare;
    }

    /** Before anything is measured: Java needs some issues to become fast. */
    void warmUp(int issues) throws InterruptedException {
        for (var side : both()) {
            side.side().intake(issues, 0);
        }
    }

    /**
     * @param first the number the first issue gets
     */
    void run(int first, int pairs, int issues) throws InterruptedException {
        Thread.sleep(STATISTICS_DELAY_MILLIS);
        both().forEach(Contestant::startIdling);
        Thread.sleep(STATISTICS_DELAY_MILLIS);
        both().forEach(Contestant::startRounds);
        for (int pair = 0; pair < pairs; pair++) {
            for (var side : both()) {
                server.checkpoint();
                side.round(issues, first + pair * issues);
            }
        }
        Thread.sleep(2 * STATISTICS_DELAY_MILLIS);
        both().forEach(side -> side.endRounds(pairs * issues));
    }

    private List<Contestant> both() {
        return List.of(product, bare);
    }

    void report(Figures figures, int issues) {
        var ratio =
                Figures.median(
                        IntStream.range(0, product.seconds().size())
                                .mapToObj(i -> bare.seconds().get(i) / product.seconds().get(i))
                                .toList());
        figures.pairs(
                "E1",
                "intake, issues a second",
                issues / Figures.median(product.seconds()),
                issues / Figures.median(bare.seconds()),
                ratio,
                INTAKE);
        figures.counted(
                "E1",
                "commits an issue",
                product.commits(),
                bare.commits(),
                product.commits(),
                COMMITS);
        figures.counted(
                "E1",
                "SQL statements an issue",
                product.statements(),
                bare.statements(),
                product.statements() / bare.statements(),
                STATEMENTS);
        figures.counted("E1", "WAL bytes an issue", product.wal(), bare.wal());
        figures.counted(
                "E5",
                "disk bytes an open issue",
                product.bytes(),
                bare.bytes(),
                product.bytes() / bare.bytes(),
                BYTES);
    }

    /** What PostgreSQL counts has no noise: a mark that is missed is an error. */
    void demandWhatIsFreeOfNoise() {
        assertThat(product.commits()).as("commits an issue").isLessThanOrEqualTo(COMMITS.pass());
        assertThat(product.statements() / bare.statements())
                .as("SQL statements, ratio")
                .isLessThanOrEqualTo(STATEMENTS.pass());
    }
}
