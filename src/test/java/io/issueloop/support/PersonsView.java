package io.issueloop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** How a page comes to a person: over a line, and as far as the eye and the thumb reach. */
public final class PersonsView {

    private final ChromeDriver driver;

    PersonsView(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A line with this time to each first byte and this speed, from the next request on. */
    public void hangsOn(int latencyMillis, int kilobitsPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latencyMillis,
                        "downloadThroughput",
                        kilobitsPerSecond * 125,
                        "uploadThroughput",
                        kilobitsPerSecond * 125));
    }

    /** Nothing is kept from earlier visits. */
    public void forgetsPages() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Words, the value of a list, what an empty field suggests. */
    public int charactersIn(By place) {
        var found = driver.executeScript(PageScripts.TO_READ, driver.findElement(place));
        return ((Number) found).intValue();
    }

    /** Clicks what is seen, at most after scrolling, and lies below nothing. */
    public void taps(By place) {
        var element = driver.findElement(place);
        var free = driver.executeScript(PageScripts.BROUGHT_INTO_REACH, element);
        assertThat(free).as(place + " can be tapped").isEqualTo(true);
        element.click();
    }

    /** Whether it is in the window as it stands, and nothing lies above. */
    public boolean isInReach(By place) {
        return Boolean.TRUE.equals(
                driver.executeScript(PageScripts.IN_REACH, driver.findElement(place)));
    }

    /** What the page asked of other hosts than its own. */
    public List<?> foreignRequests() {
        return (List<?>) driver.executeScript(PageScripts.FOREIGN);
    }

    /** The policy the page on show comes with. */
    public String contentPolicy() {
        return String.valueOf(driver.executeAsyncScript(PageScripts.POLICY));
    }
}
