package io.issueloop.standalone.sample;

import io.issueloop.standalone.StandaloneEnvironment;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Gives the sandbox's sample organisation a past, once, so that the dashboard has something to
 * show.
 */
@Component
class SamplePast {

    private static final Logger log = LoggerFactory.getLogger(SamplePast.class);
    private static final long SEED = 20260101;

    private final SampleHistory history;
    private final SampleArticles articles;
    private final Environment environment;
    private final Clock clock;

    SamplePast(
            SampleHistory history, SampleArticles articles, Environment environment, Clock clock) {
        this.history = history;
        this.articles = articles;
        this.environment = environment;
        this.clock = clock;
    }

    /** After the directory was read, before the first roll-up. Never beside a real corp. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void write() {
        if (StandaloneEnvironment.hasSandbox(environment)) {
            var written = history.write(clock.instant(), SEED);
            if (written > 0) {
                articles.write(clock.instant());
            }
            log.info("sample history: {} issues written", written);
        }
    }
}
