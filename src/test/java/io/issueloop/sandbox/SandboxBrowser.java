package io.issueloop.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser on the sandbox's pages; the test is skipped where there is none. */
public final class SandboxBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver browser;
    private final WebDriverWait soon;

    public SandboxBrowser(Path profile) {
        assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "no Chromium here: skipped");
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,860",
                "--user-data-dir=" + profile);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        browser = new ChromeDriver(service, options);
        soon = new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    public void open(String url) {
        browser.get(url);
    }

    /** The phone changes hands. */
    public void become(String userid) {
        click("#switcher");
        click("[data-userid='" + userid + "']");
    }

    public WebElement find(String css) {
        return soon.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    public String text(String css) {
        return find(css).getText();
    }

    public void until(ExpectedCondition<?> condition) {
        soon.until(condition);
    }

    /** Waits for a text in an element that may be replaced meanwhile. */
    public void untilText(String css, String text) {
        soon.ignoring(WebDriverException.class)
                .until(driver -> driver.findElement(By.cssSelector(css)).getText().contains(text));
    }

    /** Tried again while the page replaces itself under the pointer. */
    public void click(String css) {
        soon.ignoring(WebDriverException.class)
                .until(
                        driver -> {
                            driver.findElement(By.cssSelector(css)).click();
                            return true;
                        });
    }

    public void type(String css, String text) {
        find(css).sendKeys(text);
    }

    public Object run(String script) {
        return ((JavascriptExecutor) browser).executeScript(script);
    }

    public void intoFrame(String css) {
        soon.until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(By.cssSelector(css)));
    }

    public void outOfFrame() {
        browser.switchTo().defaultContent();
    }

    public ChromeDriver driver() {
        return browser;
    }

    /** What the console complained about. */
    public List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
