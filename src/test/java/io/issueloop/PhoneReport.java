package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reporting on the phone page, from the link pinned in a team's group, as somebody signed on. */
final class PhoneReport {

    private static final String PROBLEM = "结算页面在手机上打不开，点击后一直转圈，影响门店收银";
    private static final By TEXT = cssSelector("textarea[name=description]");
    private static final By PICTURES = cssSelector("figure.photo img");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TourBrowser browser;
    private final String home;
    private final JdbcClient jdbc;

    PhoneReport(TourBrowser browser, String home, JdbcClient jdbc) {
        this.browser = browser;
        this.home = home;
        this.jdbc = jdbc;
    }

    /** Two photos, a draft that survives, two taps on 提交: one issue; then it is taken back. */
    void walk(Path folder) {
        browser.width(390, 844);
        var begin = System.nanoTime();
        browser.go(home + "/m/report?project=应用研发部");
        browser.type(TEXT, PROBLEM); // 1: the field has the focus already
        browser.upload(
                By.id("photos"),
                photo(folder, "a", Color.ORANGE),
                photo(folder, "b", Color.CYAN)); // 2
        browser.count(PICTURES, 2);
        browser.fits();
        browser.picture("report-phone");
        draftIsKept();
        browser.click(xpath("//label[input[@name='urgency' and @value='高']]")); // 3
        browser.see(cssSelector("input[name=major]"));
        assertThat(browser.value(cssSelector("select[name=project]"))).isEqualTo("应用研发部"); // 4
        browser.twice(cssSelector("form"));
        var issueNo = browser.read(cssSelector("[role=status] p.muted"), t -> t.startsWith("ISS-"));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        browser.fits();
        browser.picture("report-phone-done");
        System.out.printf(
                "phone report: 4 inputs (1 typed, 1 photos, 1 tap, 1 prefilled), 3 taps, %d ms with a reload%n",
                took.toMillis());
        assertThat(took).isLessThan(LIMIT);
        assertThat(count("select count(*) from issue where description = :key", PROBLEM))
                .isEqualTo(1);
        assertThat(count("select count(*) from attachment where issue_no = :key", issueNo))
                .isEqualTo(2);
        takeBack(issueNo);
    }

    private void draftIsKept() {
        browser.reload();
        assertThat(browser.value(TEXT)).isEqualTo(PROBLEM);
        browser.count(PICTURES, 2);
        browser.read(cssSelector(".head p"), text -> text.contains("草稿"));
    }

    private void takeBack(String issueNo) {
        browser.go(home + "/m/issues/" + issueNo);
        browser.fits();
        browser.click(xpath("//button[.='撤回']"));
        browser.type(cssSelector("dialog[open] textarea"), "刷新后好了");
        browser.fits();
        browser.picture("issue-phone-dialog");
        browser.click(cssSelector("dialog[open] button[type=submit]"));
        browser.read(cssSelector("main"), text -> text.contains("已撤销"));
        browser.picture("issue-phone-withdrawn");
    }

    private long count(String sql, String key) {
        return jdbc.sql(sql).param("key", key).query(Long.class).single();
    }

    /** As large as a phone's camera makes them. */
    private static Path photo(Path folder, String name, Color color) {
        try {
            var picture = new BufferedImage(3000, 2250, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.setColor(color);
            pen.fillRect(100, 100, 2000, 1500);
            pen.dispose();
            var file = folder.resolve(name + ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
