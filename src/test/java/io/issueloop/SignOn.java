package io.issueloop;

import static org.openqa.selenium.By.cssSelector;

import io.issueloop.support.TourBrowser;

/** One browser, used by one person after the other. */
record SignOn(TourBrowser browser, String home) {

    /** Whoever was there before is forgotten, the chosen language too. */
    void of(String userId) {
        chosen(userId);
        browser.see(cssSelector(".nav"));
    }

    /** Whether they are let in or not. */
    void chosen(String userId) {
        browser.go(home + "/logged-out");
        browser.forgetWho();
        browser.go(home + "/login/start");
        browser.click(cssSelector("button[value='" + userId + "']"));
    }
}
