package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.Downloads;
import io.issueloop.support.TourBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;

/** Lists taken away by those who may: the file arrives, and opened it holds what was to be seen. */
final class ExportTour {

    private static final By MENU = xpath("//details[summary[.='导出']]/summary");

    private final TourBrowser browser;
    private final String home;
    private final Path folder;

    ExportTour(TourBrowser browser, String home, Path folder) {
        this.browser = browser;
        this.home = home;
        this.folder = folder;
    }

    /** Ends with a process administrator signed on. */
    void walk(String issueNo) {
        var person = new SignOn(browser, home);
        person.of("hefang");
        issues(issueNo);
        numbers();
        person.of("gaoxiang");
        record();
    }

    /** The list of issues; its order and columns are the file's. */
    private void issues(String issueNo) {
        browser.go(home + "/issues?q=" + issueNo);
        browser.see(cssSelector("a[href='/issues/" + issueNo + "']"));
        browser.click(MENU);
        var rows = Downloads.workbook(taken("xlsx"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("问题编号");
        assertThat(rows.get(1)).contains(issueNo, "已关闭");
        var lines = Downloads.csv(taken("csv"));
        assertThat(lines.get(0)).startsWith("问题编号,");
        assertThat(lines.get(1)).startsWith(issueNo);
    }

    /** The numbers of a period, as a KPI administrator. */
    private void numbers() {
        browser.go(home + "/admin/kpi");
        browser.see(cssSelector("a[href*='format=xlsx']"));
        var rows = Downloads.workbook(taken("xlsx"));
        assertThat(rows).hasSizeGreaterThan(10);
        var lines = Downloads.csv(taken("csv"));
        assertThat(lines).hasSameSizeAs(rows);
        assertThat(lines.get(0).split(",")).containsExactlyElementsOf(rows.get(0));
    }

    /** The record of operations, as a process administrator: the exports before are in it. */
    private void record() {
        browser.go(home + "/admin/audit?kind=EXPORT");
        browser.see(cssSelector("table.list"));
        browser.click(MENU);
        var rows = Downloads.workbook(taken("xlsx"));
        assertThat(rows.get(0)).startsWith("时间", "操作人");
        assertThat(rows).anyMatch(row -> row.contains("ISSUES_EXPORTED"));
        assertThat(rows).anyMatch(row -> row.contains("KPI_EXPORTED"));
        assertThat(Downloads.csv(taken("csv"))).anyMatch(line -> line.contains("AUDIT_EXPORTED"));
    }

    private Path taken(String format) {
        try {
            var own = Files.createTempDirectory(folder, format);
            browser.keepDownloads(own);
            browser.click(cssSelector("a[href*='format=" + format + "']"));
            return browser.arrived(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
