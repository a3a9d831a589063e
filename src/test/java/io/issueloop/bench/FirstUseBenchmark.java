package io.issueloop.bench;

import io.issueloop.support.MemberBrowser;
import io.issueloop.support.TourBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long people need who have never seen the product, in real time: U1 the first report on a
 * phone (30 s), U2 the first task in Tasklist. The application runs as it does on a laptop, sample
 * organisation included.
 */
class FirstUseBenchmark {

    private static final Path WORK = Path.of("target", "bench").toAbsolutePath();
    private static final Figures FIGURES = new Figures();

    private Node node;
    private TourBrowser browser;
    private String home;

    @BeforeEach
    void start(@TempDir Path data, @TempDir Path profile) {
        Parts.demand("U1", "U2");
        browser = TourBrowser.open(profile);
        var settings = Map.of("issueloop.data-dir", data.toString(), "sandbox.port", "0");
        node = Node.product(WORK.resolve("first-use.log"), settings).awaitReady();
        home = "http://localhost:" + node.address("/").getPort();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (node != null) {
            node.close();
        }
    }

    @AfterAll
    static void print() throws IOException {
        Files.createDirectories(WORK);
        Files.writeString(WORK.resolve("first-use.md"), FIGURES.table());
        System.out.println(FIGURES.table());
    }

    @Test
    @DisplayName("U1 第一次在手机上提报：真实用时")
    void firstReport() {
        Parts.demand("U1");
        new FirstReport(browser, home).afresh(Line.WIFI).warmUp("lixue");
        for (var line : Line.values()) {
            var report = new FirstReport(browser, home).afresh(line).of("xujing");
            System.out.println(line + ": " + report);
            report.into(FIGURES, line);
        }
    }

    @Test
    @DisplayName("U2 第一次在 Tasklist 里接单并解决：真实用时")
    void firstTask() {
        Parts.demand("U2");
        var reported =
                MemberBrowser.of("zhangwei", home)
                        .post(
                                "/api/issues",
                                Map.of("description", "订单查询接口性能太差，高峰期经常超时", "project", "平台研发部"));
        var task = new FirstTask(browser, home).of(reported.json().path("handler").asText());
        System.out.println(task);
        task.into(FIGURES);
    }
}
