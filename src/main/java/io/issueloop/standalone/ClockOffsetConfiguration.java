package io.issueloop.standalone;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The clock of a trial takes the place of the system's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ClockOffset.PROPERTY)
public class ClockOffsetConfiguration {

    @Bean
    @Primary
    Clock offsetClock(Environment environment) {
        return Clock.offset(
                Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)),
                ClockOffset.of(environment).orElse(Duration.ZERO));
    }
}
