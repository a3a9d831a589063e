package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;

/** Tickets for the JS-SDK: one of the corp, one of the app, 7200 s each. */
final class Tickets {

    private final Table tickets;
    private final Ids ids;
    private final SandboxClock clock;

    Tickets(Store store, Ids ids, SandboxClock clock) {
        this.tickets = store.table("tickets");
        this.ids = ids;
        this.clock = clock;
    }

    Reply current(String kind) {
        long now = clock.seconds();
        var ticket =
                tickets.get(kind)
                        .filter(t -> t.path("expires").asLong() > now)
                        .orElseGet(
                                () ->
                                        Json.object()
                                                .put("ticket", ids.random("sandbox-", 78))
                                                .put("expires", now + 7200));
        tickets.put(kind, ticket);
        return Reply.ok()
                .with("ticket", ticket.path("ticket"))
                .with("expires_in", ticket.path("expires").asLong() - now);
    }
}
