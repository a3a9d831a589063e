package io.issueloop.sandbox.form;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.doc.Shelf;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class FormBeans {

    @Bean
    Forms forms(Store store, Ids ids, SandboxClock clock) {
        return new Forms(store, ids, clock);
    }

    @Bean
    Filling formFilling(
            Forms forms, Contacts contacts, Callbacks callbacks, SandboxClock clock, Shelf shelf) {
        var replies = new Replies(contacts, shelf);
        return new Filling(forms, new Audience(contacts), replies, contacts, callbacks, clock);
    }

    @Bean
    Endpoints.Area formApi(Forms forms, Contacts contacts, SandboxClock clock, Shelf shelf) {
        return new FormApi(forms, new FormRules(contacts, clock), shelf);
    }

    @Bean
    Endpoints.Area formAnswerApi(Forms forms, Contacts contacts) {
        return new AnswerApi(forms, new Audience(contacts));
    }
}
