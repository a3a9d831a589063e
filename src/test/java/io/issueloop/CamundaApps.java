package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;

import io.issueloop.support.TourBrowser;
import java.util.List;

/** Camunda's own pages, in a closed network: they ask nobody else, and bring their own policy. */
record CamundaApps(TourBrowser browser, String home) {

    private static final List<String> ALL = List.of("tasklist", "cockpit", "admin", "welcome");

    /** As somebody who may see all of them and is signed on. */
    void walk() {
        for (var app : ALL) {
            browser.go(home + "/camunda/app/" + app + "/default/");
            browser.see(cssSelector("[cam-widget-header] .account"));
            var view = browser.personsView();
            assertThat(view.foreignRequests()).as("requests of " + app).isEmpty();
            assertThat(view.contentPolicy())
                    .as("policy of " + app)
                    .contains("script-src 'nonce-", "frame-ancestors 'none'", "object-src 'none'");
        }
    }
}
