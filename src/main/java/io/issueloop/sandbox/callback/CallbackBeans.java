package io.issueloop.sandbox.callback;

import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class CallbackBeans {

    @Bean
    CallbackFaults callbackFaults() {
        return new CallbackFaults();
    }

    @Bean
    Callbacks callbacks(
            Store store, Ids ids, SandboxClock clock, Settings settings, CallbackFaults faults) {
        return new Callbacks(store, ids, clock, settings, faults);
    }

    @Bean(initMethod = "start")
    CallbackSender callbackSender(
            Callbacks callbacks,
            Settings settings,
            SandboxProperties properties,
            SandboxClock clock,
            Ids ids) {
        return new CallbackSender(
                callbacks,
                new CallbackPost(settings, clock, ids),
                settings,
                properties.retryDelay());
    }
}
