package io.issueloop;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where "now" comes from. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return atDatabasePrecision(Clock.systemUTC());
    }

    /**
     * Microseconds, as PostgreSQL keeps them: an instant is the same before and after it is stored.
     */
    private static Clock atDatabasePrecision(Clock clock) {
        return Clock.tick(clock, Duration.ofNanos(1000));
    }
}
