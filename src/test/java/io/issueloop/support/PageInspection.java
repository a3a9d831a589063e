package io.issueloop.support;

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

/**
 * What a person would complain of on a page: too wide, cut, moving, refused by the console, or
 * against WCAG 2 A/AA (axe-core): at 390 px and at 1280 px, in light and in dark, and at twice the
 * text size.
 */
public final class PageInspection {

    private static final Map<String, Object> WCAG =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"));
    private static final Map<String, Object> CONTRAST =
            Map.of("type", "rule", "values", List.of("color-contrast"));

    private final ChromeDriver driver;
    private final Consumer<String> picture;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();

    PageInspection(ChromeDriver driver, Consumer<String> picture) {
        this.driver = driver;
        this.picture = picture;
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", PageScripts.axeItself()));
    }

    /**
     * @param name of its pictures: name-390, name-390-large and name-1280
     * @param expected errors of the console that belong to the page, such as a refusal's own status
     * @return what is wrong, nothing where all is well
     */
    public List<String> of(String address, String name, Predicate<String> expected) {
        begin(address);
        settle(name);
        complaints.clear();
        collect(name, driver.executeScript(PageScripts.FOREIGN));
        collect(name, driver.executeAsyncScript(PageScripts.LAX));
        weights.add(name + ": " + driver.executeScript(PageScripts.WEIGHT));
        seen(name, expected);
        return List.copyOf(complaints);
    }

    /** The page on show, without loading it (again). */
    public List<String> here(String name, Predicate<String> expected) {
        complaints.clear();
        seen(name, expected);
        return List.copyOf(complaints);
    }

    private void seen(String name, Predicate<String> expected) {
        scheme("light");
        width(390, 844);
        settle(name);
        picture.accept(name + "-390");
        look(name + "-390");
        collect(name, driver.executeScript(PageScripts.INEXACT));
        collect(name, driver.executeScript(PageScripts.TOO_LOW));
        collect(name + " at rest", driver.executeScript(PageScripts.MOVING));
        large(name + "-390-large");
        scheme("dark");
        contrast(name + "-390-dark");
        width(1280, 860);
        look(name + "-1280-dark");
        collect(name, driver.executeScript(PageScripts.UNMARKED));
        scheme("light");
        contrast(name + "-1280");
        picture.accept(name + "-1280");
        console(name, expected);
    }

    /** The page on show, on a desk, in both colours, without loading it (again). */
    public List<String> atDesk(String name) {
        complaints.clear();
        width(1280, 860);
        scheme("light");
        settle(name);
        picture.accept(name);
        look(name);
        collect(name, driver.executeScript(PageScripts.FAILED));
        collect(name, driver.executeScript(PageScripts.UNMARKED));
        scheme("dark");
        contrast(name + "-dark");
        picture.accept(name + "-dark");
        scheme("light");
        console(name, text -> false);
        return List.copyOf(complaints);
    }

    /** On a phone, in light: nothing failed, all fits and can be read. */
    public List<String> glance(String address, String name) {
        begin(address);
        complaints.clear();
        settle(name);
        picture.accept(name);
        look(name);
        collect(name, driver.executeScript(PageScripts.FAILED));
        console(name, text -> false);
        return List.copyOf(complaints);
    }

    private void begin(String address) {
        scheme("light");
        width(390, 844);
        driver.get(address);
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
        collect(name, driver.executeScript(PageScripts.TOO_WIDE));
        collect(name, driver.executeAsyncScript(PageScripts.AXE, WCAG));
    }

    /** All else is the same in both colours. */
    private void contrast(String name) {
        collect(name, driver.executeAsyncScript(PageScripts.AXE, CONTRAST));
    }

    private void large(String name) {
        driver.executeScript("document.documentElement.style.fontSize = '200%'");
        collect(name, driver.executeScript(PageScripts.TOO_WIDE));
        collect(name, driver.executeScript(PageScripts.CUT));
        collect(name, driver.executeScript(PageScripts.NOT_LARGER));
        picture.accept(name);
        driver.executeScript("document.documentElement.style.fontSize = ''");
    }

    private void console(String name, Predicate<String> expected) {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> message.startsWith("http")) // not of axe itself
                .filter(expected.negate())
                .forEach(message -> complaints.add(name + " console: " + message));
    }

    private void collect(String where, Object found) {
        ((List<?>) found).forEach(one -> complaints.add(where + " " + one));
    }

    private void settle(String name) {
        new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(50))
                .withMessage(() -> name + " does not settle: " + driver.getCurrentUrl())
                .until(any -> driver.executeScript(PageScripts.SETTLED).equals(true));
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
}
