package io.issueloop.wecom;

import io.issueloop.wecom.CachedSecret.Issued;
import io.issueloop.wecom.TicketApi.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The two tickets pages sign with, cached like the access token: WeCom gives an application at most
 * 100 an hour (page 90506).
 */
@Component
class JsTickets {

    private final CachedSecret corp;
    private final CachedSecret application;

    JsTickets(TicketApi api, TokenStore store, Leases leases, Clock clock) {
        this.corp = ticket("jsapi-ticket", api::jsapi, store, leases, clock);
        this.application = ticket("agent-ticket", api::agentConfig, store, leases, clock);
    }

    private static CachedSecret ticket(
            String kind, Supplier<Ticket> ask, TokenStore store, Leases leases, Clock clock) {
        Supplier<Issued> issued =
                () -> {
                    var ticket = ask.get();
                    return new Issued(ticket.ticket(), Duration.ofSeconds(ticket.expires_in()));
                };
        return new CachedSecret(store.id(kind), "JS-SDK 票据", issued, store, leases, clock);
    }

    /** For {@code config}. */
    String ofCorp() {
        return corp.current();
    }

    /** For {@code agentConfig}. */
    String ofApplication() {
        return application.current();
    }
}
