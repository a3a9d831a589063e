package io.issueloop.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.core.io.ClassPathResource;

/**
 * What a person would complain of on a page: too wide, cut, moving, refused by the console, or
 * against WCAG 2 A/AA (axe-core): at 390 px in light, at 1280 px in dark, and at twice the text
 * size.
 */
public final class PageInspection {

    private static final String SETTLED =
            "return !document.querySelector('[aria-busy],.loading') && document.readyState =="
                    + " 'complete'";

    private static final String TOO_WIDE =
            """
            const page = document.documentElement;
            return page.scrollWidth <= page.clientWidth ? [] : [page.scrollWidth + ' px wide'];
            """;

    /** Text in a box that hides what does not fit. */
    private static final String CUT =
            """
            const written = (e) => [...e.childNodes].some((n) => n.nodeType == 3 && n.data.trim());
            return [...document.querySelectorAll('main *, header *')]
                .filter((e) => written(e) && !e.closest('.visually-hidden, svg, input, option')
                    && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
                    && e.scrollWidth > e.clientWidth + 1)
                .map((e) => 'cut: ' + e.textContent.slice(0, 40));
            """;

    /** A time in words that does not say its exact form to whoever points at it. */
    private static final String INEXACT =
            """
            const words = /(今天|明天|后天|昨天|周[一二三四五六日]|月\\d+日) \\d\\d:\\d\\d/;
            return [...document.querySelectorAll('main *')]
                .filter((e) => [...e.childNodes].some((n) => n.nodeType == 3 && words.test(n.data))
                    && !e.closest('[title], option, .guide, .said, .description'))
                .map((e) => 'no exact time: ' + e.textContent.slice(0, 40));
            """;

    /** Parts of bpmn.io whose watermark, as their licence asks, is not there or lies below. */
    private static final String UNMARKED =
            """
            const seen = (mark) => {
                const box = mark.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return box.width > 0 && (mark.contains(top) || top?.contains(mark));
            };
            return document.querySelector('.djs-container, .dmn-js-parent, .fjs-container')
                && ![...document.querySelectorAll('.bjs-powered-by, .fjs-powered-by')].some(seen)
                ? ['no watermark of bpmn.io'] : [];
            """;

    private static final String MOVING =
            "return document.getAnimations().length ? ['moves although that is unwanted'] : []";

    private static final String AXE =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(
                (found) => done(found.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3)
                    .map((node) => node.target.join(' ') + ' ' + (node.any[0] ?? node.all[0]
                        ?? node.none[0])?.message).join('; ')} (${rule.nodes.length})`)),
                (error) => done([String(error)]));
            """;

    /** Requests, kilobytes over the wire and milliseconds until everything was there. */
    private static final String WEIGHT =
            """
            const all = [...performance.getEntriesByType('navigation'),
                ...performance.getEntriesByType('resource')];
            return `${all.length} requests, ${Math.round(all.reduce((sum, one) =>
                sum + one.transferSize, 0) / 1024)} KB, ${Math.round(Math.max(...all.map((one) =>
                one.responseEnd)))} ms`;
            """;

    private static final Map<String, Object> WCAG =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"));
    private final ChromeDriver driver;
    private final Consumer<String> picture;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();

    PageInspection(ChromeDriver driver, Consumer<String> picture) {
        this.driver = driver;
        this.picture = picture;
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", axeItself()));
    }

    /**
     * @param name of its pictures: name-390, name-390-large and name-1280
     * @param expected errors of the console that belong to the page, such as a refusal's own status
     * @return what is wrong, nothing where all is well
     */
    public List<String> of(String address, String name, Predicate<String> expected) {
        scheme("light");
        width(390, 844);
        driver.get(address);
        complaints.clear();
        settle(name);
        weights.add(name + ": " + driver.executeScript(WEIGHT));
        picture.accept(name + "-390");
        look(name + "-390");
        collect(name, driver.executeScript(INEXACT));
        collect(name + " at rest", driver.executeScript(MOVING));
        large(name + "-390-large");
        width(1280, 860);
        picture.accept(name + "-1280");
        scheme("dark");
        look(name + "-1280-dark");
        collect(name, driver.executeScript(UNMARKED));
        console(name, expected);
        scheme("light");
        width(390, 844);
        return List.copyOf(complaints);
    }

    /** How heavy each page was, as seen by a browser that keeps what it may. */
    public List<String> weights() {
        return List.copyOf(weights);
    }

    /** The page has drawn all it has to draw; its complaints so far are forgotten. */
    public void settled() {
        settle("after signing on");
        driver.manage().logs().get(LogType.BROWSER);
    }

    private void look(String name) {
        collect(name, driver.executeScript(TOO_WIDE));
        collect(name, driver.executeAsyncScript(AXE, WCAG));
    }

    private void large(String name) {
        driver.executeScript("document.documentElement.style.fontSize = '200%'");
        collect(name, driver.executeScript(TOO_WIDE));
        collect(name, driver.executeScript(CUT));
        picture.accept(name);
        driver.executeScript("document.documentElement.style.fontSize = ''");
    }

    private void console(String name, Predicate<String> expected) {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(expected.negate())
                .forEach(message -> complaints.add(name + " console: " + message));
    }

    private void collect(String where, Object found) {
        ((List<?>) found).forEach(one -> complaints.add(where + " " + one));
    }

    private void settle(String name) {
        new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(50))
                .withMessage(() -> name + " does not settle: " + driver.getCurrentUrl())
                .until(any -> driver.executeScript(SETTLED).equals(true));
    }

    private void width(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private static String axeItself() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
