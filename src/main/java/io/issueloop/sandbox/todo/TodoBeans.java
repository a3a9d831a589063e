package io.issueloop.sandbox.todo;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Tickets;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class TodoBeans {

    @Bean
    Todos todos(Store store, Ids ids, SandboxClock clock) {
        return new Todos(store, ids, clock);
    }

    @Bean
    NativePanel nativePanel(Todos todos, Contacts contacts, Settings settings, Tickets tickets) {
        return new NativePanel(todos, contacts, settings, tickets);
    }

    @Bean
    Endpoints.Area todoApi(Todos todos, Contacts contacts, Settings settings) {
        return new TodoApi(todos, contacts, settings);
    }
}
