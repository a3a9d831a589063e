package io.issueloop.sandbox.message;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class MessageBeans {

    @Bean
    Messages messages(Store store, Ids ids, SandboxClock clock) {
        return new Messages(store, ids, clock);
    }

    @Bean
    Content messageContent(Media media) {
        return new Content(media);
    }

    @Bean
    ResponseCodes responseCodes(Store store, Ids ids, SandboxClock clock) {
        return new ResponseCodes(store, ids, clock);
    }

    @Bean
    Clicks clicks(Messages messages, ResponseCodes codes, Callbacks callbacks) {
        return new Clicks(messages, codes, callbacks);
    }

    @Bean
    Endpoints.Area messageApi(
            Messages messages,
            ResponseCodes codes,
            Store store,
            Content contents,
            Contacts contacts,
            Settings settings,
            SandboxClock clock) {
        var duplicates = new Duplicates(store, clock);
        return new MessageApi(messages, codes, duplicates, contents, contacts, settings, clock);
    }

    @Bean
    Endpoints.Area cardUpdateApi(
            Messages messages, ResponseCodes codes, Contacts contacts, Settings settings) {
        return new CardUpdateApi(messages, codes, contacts, settings);
    }
}
