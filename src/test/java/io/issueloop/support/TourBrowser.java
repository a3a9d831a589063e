package io.issueloop.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person's Chromium, set to Chinese. Everything waits until it can be done, at most a minute.
 * Where there is no Chromium, tests are skipped; with {@code ISSUELOOP_BROWSER_TESTS=required} they
 * fail.
 */
public final class TourBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final String PIXELS_TOO_WIDE =
            """
            const page = document.documentElement;
            return page.scrollWidth - page.clientWidth;
            """;

    private final ChromeDriver driver;
    private final WebDriverWait soon;

    private TourBrowser(ChromeDriver driver) {
        this.driver = driver;
        this.soon = new WebDriverWait(driver, Duration.ofMinutes(1), Duration.ofMillis(50));
        soon.ignoring(WebDriverException.class);
    }

    public static TourBrowser open(Path profile) {
        var present = Files.exists(CHROMIUM) && Files.exists(DRIVER);
        if (!"required".equals(System.getenv("ISSUELOOP_BROWSER_TESTS"))) {
            assumeTrue(present, "no Chromium here: the browser test is skipped");
        }
        assertThat(present).as("Chromium and its driver are installed").isTrue();
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        return new TourBrowser(new ChromeDriver(service, options));
    }

    public void go(String address) {
        driver.get(address);
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    /** As wide as a desk's screen (1280) or a phone (390), in CSS pixels. */
    public void width(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public WebElement see(By place) {
        return until(ExpectedConditions.visibilityOfElementLocated(place));
    }

    public String read(By place, Predicate<String> condition) {
        return until(
                any -> {
                    var text = driver.findElement(place).getText();
                    return condition.test(text) ? text : null;
                });
    }

    /** Tried again while the page replaces itself under the pointer or something lies above. */
    public void click(By place) {
        until(
                any -> {
                    var element = driver.findElement(place);
                    run("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    /** Scrolls to it, sideways too. */
    public void show(By place) {
        run("arguments[0].scrollIntoView({block: 'nearest', inline: 'end'})", see(place));
    }

    public void type(By place, String text) {
        see(place).sendKeys(text);
    }

    /** Picks files, as the phone's picker would hand them over. */
    public void upload(By input, Path... files) {
        var names = Stream.of(files).map(Path::toString).collect(Collectors.joining("\n"));
        until(driver -> driver.findElement(input)).sendKeys(names);
    }

    public void count(By place, int wanted) {
        until(ExpectedConditions.numberOfElementsToBe(place, wanted));
    }

    /** What a field holds. */
    public String value(By field) {
        return String.valueOf(run("return arguments[0].value", see(field)));
    }

    /** From now on files the person downloads lie in the folder. */
    public void keepDownloads(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** The one file that has arrived wholly in the folder. */
    public Path arrived(Path folder) {
        return until(any -> Downloads.only(folder));
    }

    /** Sends a form twice in the same moment, as a double tap may before the button is dead. */
    public void twice(By form) {
        run("arguments[0].requestSubmit(); arguments[0].requestSubmit()", see(form));
    }

    public void reload() {
        driver.navigate().refresh();
    }

    /** Chooses an option of a select; the page may draw itself anew in between. */
    public void choose(By select, String value) {
        until(
                any -> {
                    new Select(driver.findElement(select)).selectByValue(value);
                    return true;
                });
    }

    /** Looks for something in a list of many pages. */
    public void turnPagesUntil(By sought, By next) {
        until(
                any -> {
                    if (!driver.findElements(sought).isEmpty()) {
                        return true;
                    }
                    driver.findElement(next).click();
                    return false;
                });
    }

    public void reachesAddress(String part) {
        until(ExpectedConditions.urlContains(part));
    }

    /** Whether it is seen and nothing lies above its middle. */
    public boolean isOnTop(By place) {
        var script =
                """
                const box = arguments[0].getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return arguments[0].contains(top);
                """;
        return Boolean.TRUE.equals(run(script, see(place)));
    }

    /** The same window as a person at a slow line uses it. */
    public PersonsView personsView() {
        return new PersonsView(driver);
    }

    /** Looks the page on show over, at both widths, light and dark, small and large. */
    public PageInspection inspection() {
        return new PageInspection(driver, this::picture);
    }

    /** Whoever was signed on in this browser is forgotten, as by its owner's hand. */
    public void forgetWho() {
        driver.manage().deleteAllCookies();
    }

    /** The page is no wider than the window. */
    public void fits() {
        assertThat(run(PIXELS_TOO_WIDE))
                .as("pixels to scroll sideways on " + address())
                .isEqualTo(0L);
    }

    /** Nothing went wrong in the console on pages whose address the condition accepts. */
    public void noComplaintsOn(Predicate<String> page) {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .noneMatch(entry -> page.test(entry.getMessage()));
    }

    /** What a script finds out, asked again while it answers nothing. */
    public Object answer(String script, Object... arguments) {
        return until(any -> run(script, arguments));
    }

    /** Keeps a picture in {@code target/screenshots}. */
    public void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was to be seen instead is in the picture "failed". */
    private <T> T until(Function<? super WebDriver, T> condition) {
        try {
            return soon.until(condition);
        } catch (TimeoutException e) {
            picture("failed");
            throw e;
        }
    }

    private Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
