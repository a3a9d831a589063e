package io.issueloop.sandbox.state;

import io.issueloop.sandbox.SandboxProperties;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class StateBeans {

    @Bean
    Store store(SandboxProperties properties) {
        return new Store(properties.dataFile());
    }

    @Bean
    Ids ids(Store store, SandboxProperties properties) {
        return new Ids(store, properties.idTail());
    }

    @Bean
    SandboxClock sandboxClock(Store store) {
        return new SandboxClock(store);
    }

    @Bean
    Settings settings(Store store, SandboxProperties properties) {
        return new Settings(store, properties);
    }

    @Bean
    Contacts contacts(Store store, Settings settings) {
        return new Contacts(store, settings);
    }
}
