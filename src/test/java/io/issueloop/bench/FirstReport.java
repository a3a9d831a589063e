package io.issueloop.bench;

import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import org.openqa.selenium.By;

/**
 * Somebody's first report on a phone, from tapping the link in a group to the receipt: the sign-on,
 * everything on the page read once, the field tapped although it has the focus (a phone opens its
 * keyboard only for a finger), another urgency chosen. No photo: they need not.
 */
final class FirstReport {

    private static final String PROBLEM = "结算页面在手机上打不开，一直转圈，影响收银";
    private static final By TEXT = cssSelector("textarea[name=description]");
    private static final Mark LOADING = Mark.limit(1);
    private static final Mark WHOLE = Mark.limit(30);
    private static final By SUBMIT = cssSelector("form button[type=submit]");
    private static final String PAGE = "/m/report?project=应用研发部";
    private static final int HEIGHT = 844;
    private static final int KEYBOARD = 336;

    private final TourBrowser browser;
    private final String home;
    private final Thumb thumb;
    private double loaded;
    private double sent;
    private double whole;
    private double fresh;
    private double kept;

    FirstReport(TourBrowser browser, String home) {
        this.browser = browser;
        this.home = home;
        this.thumb = new Thumb(browser);
    }

    /** The machine has done this before, as any day but the first. */
    void warmUp(String userId) {
        open(userId);
    }

    /** Nobody is signed on, nothing is kept by the browser. */
    FirstReport afresh(Line line) {
        browser.width(390, HEIGHT);
        browser.go(home + "/logged-out");
        browser.forgetWho();
        browser.personsView().forgetsPages();
        browser.personsView().hangsOn(line.latencyMillis(), line.kilobitsPerSecond());
        return this;
    }

    FirstReport of(String userId) {
        var begin = System.nanoTime();
        open(userId);
        loaded = since(begin);
        fill();
        var submitted = System.nanoTime();
        browser.read(cssSelector("[role=status] p.muted"), text -> text.startsWith("ISS-"));
        sent = since(submitted);
        whole = since(begin);
        browser.personsView().forgetsPages();
        fresh = page();
        kept = page();
        return this;
    }

    /** Seconds until it can be used by somebody who is signed on. */
    private double page() {
        var begin = System.nanoTime();
        browser.go(home + PAGE);
        browser.see(SUBMIT);
        return since(begin);
    }

    private void open(String userId) {
        browser.go(home + PAGE);
        browser.click(cssSelector("button[value='" + userId + "']")); // WeCom does this by itself
        browser.see(SUBMIT);
    }

    private void fill() {
        thumb.reads(cssSelector(".head"));
        thumb.reads(xpath("//label[textarea]"));
        thumb.taps(TEXT);
        browser.width(390, HEIGHT - KEYBOARD);
        thumb.types(TEXT, PROBLEM);
        thumb.reads(xpath("//div[input[@id='photos']]"));
        thumb.reads(xpath("//fieldset[.//input[@name='urgency']]"));
        thumb.taps(xpath("//label[input[@name='urgency' and @value='高']]"));
        thumb.reads(xpath("//label[input[@name='major']]"));
        thumb.reads(xpath("//label[select[@name='project']]"));
        thumb.reads(SUBMIT);
        thumb.taps(SUBMIT);
        browser.width(390, HEIGHT);
    }

    /** The slow line is looked at for the whole alone. */
    void into(Figures figures, Line line) {
        if (line != Line.SLOW) {
            figures.limit("U1", line.label() + ": page, nothing kept, s", fresh, LOADING);
            figures.limit("U1", line.label() + ": page, next time, s", kept, LOADING);
        }
        figures.limit("U1", line.label() + ": link to receipt, s", whole, WHOLE);
    }

    @Override
    public String toString() {
        return "%.1f s: sign-on and page %.1f s, %s, receipt %.1f s; page alone %.2f s, next time %.2f s"
                .formatted(whole, loaded, thumb.account(), sent, fresh, kept);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
