package io.issueloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.standalone.DatabaseConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * E1, E3, E4, E7 and the disk half of E5 of trust.md §3, and E8, our own: what is timed is printed
 * with its verdict, what PostgreSQL counts is free of noise and demanded. {@code
 * -Dbench.issues=1000000} takes a million issues for the KPIs, {@code -Dbench.members=…}, {@code
 * -Dbench.intake=…}, {@code -Dbench.pairs=…}, {@code -Dbench.starts=…} and {@code -Dbench.lines=…}
 * change the other sizes, {@code -Dbench.only=E3,E4} chooses parts.
 */
class ProductBenchmark {

    private static final Path WORK = Path.of("target", "bench").toAbsolutePath();
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 1200);
    private static final int ISSUES = Integer.getInteger("bench.intake", 400);
    private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    private static final int DELIVERIES_PER_ISSUE = 4;
    private static final int YEAR = Integer.getInteger("bench.issues", 100_000);
    private static final int MEMBERS = Integer.getInteger("bench.members", YEAR / 100);

    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);

    private static final Figures FIGURES = new Figures();
    private static BenchServer server;
    private static Corp corp;

    @BeforeAll
    static void startServers() throws IOException {
        Files.createDirectories(WORK);
        server = BenchServer.start(WORK.resolve("data"));
        corp = Corp.start();
    }

    @AfterAll
    static void print() {
        corp.close();
        server.close();
        System.out.println(FIGURES.table());
    }

    /** After each part, so that a later one that is cut short takes nothing away. */
    @AfterEach
    void keep() throws IOException {
        Files.writeString(WORK.resolve("figures.md"), FIGURES.table());
    }

    @Test
    @DisplayName("E1 受理：加密回调到待接单，对照同一数据库服务器上的裸引擎")
    void intake() throws Exception {
        Parts.demand("E1", "E5");
        var ours = server.fresh("bench_intake");
        var theirs = server.fresh("bench_intake_bare");
        var settings = settings(ours);
        settings.put("camunda.bpm.job-execution.enabled", "false");
        try (var bare = BareEngine.start(theirs);
                var node = Node.product(WORK.resolve("intake.log"), settings);
                var product = new ProductIntake(corp, node.awaitReady(), ours)) {
            var productMeter = server.meter("bench_intake");
            var bareMeter = server.meter("bench_intake_bare");
            var race =
                    new IntakeRace(
                            server,
                            new Contestant(product, productMeter),
                            new Contestant(bare, bareMeter));
            race.warmUp(WARM_UP);
            Shape.demandSame(ours, theirs);
            race.run(WARM_UP, PAIRS, ISSUES);
            race.report(FIGURES, ISSUES);
            Files.write(WORK.resolve("statements-product.tsv"), productMeter.statements());
            Files.write(WORK.resolve("statements-bare.tsv"), bareMeter.statements());
            var deliveries = (long) DELIVERIES_PER_ISSUE * (WARM_UP + PAIRS * ISSUES);
            assertThat(product.queuedDeliveries()).isEqualTo(deliveries);
            assertThat(bare.queuedDeliveries()).isEqualTo(deliveries);
            race.demandWhatIsFreeOfNoise();
        }
    }

    @Test
    @DisplayName("E7 启动：到可以接受请求，对照只有 Spring Boot 和 Camunda 的应用")
    void start() {
        Parts.demand("E7");
        var ours = settings(server.fresh("bench_start"));
        var theirs = bareSettings(server.fresh("bench_start_bare"));
        var race =
                new StartRace(
                        () -> Node.product(WORK.resolve("start.log"), ours),
                        () -> Node.bare(WORK.resolve("start-bare.log"), theirs));
        race.run(STARTS);
        race.report(FIGURES);
    }

    @Test
    @DisplayName("E3、E4 指标：一年的事实全部重算，对照手写 SQL；规模与增量")
    void kpis() throws Exception {
        Parts.demand("E3", "E4");
        new KpiRace(server, new Histories(YEAR, MEMBERS)).run(FIGURES);
    }

    @Test
    @DisplayName("E8 归档：一百万条明细，对照十分之一：每条的时间与内存不随规模增长")
    void archive() {
        Parts.demand("E8");
        new ArchiveGrowth(server, LINES).run(FIGURES);
    }

    private static Map<String, String> settings(DatabaseConnection database) {
        var settings = new HashMap<>(corp.settings());
        settings.putAll(Node.datasource(database));
        settings.put("issueloop.data-dir", WORK.resolve("node").toString());
        return settings;
    }

    /** No model to deploy and no migration to run: it is empty. */
    private static Map<String, String> bareSettings(DatabaseConnection database) {
        var settings = new HashMap<>(Node.datasource(database));
        settings.put("spring.flyway.enabled", "false");
        settings.put("camunda.bpm.auto-deployment-enabled", "false");
        settings.put("management.endpoint.health.probes.enabled", "true");
        return settings;
    }
}
