package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;

/** What a member agreed to tell of themself: {@code user_ticket}, half an hour (page 95833). */
final class MemberTickets {

    private static final long LIFE_SECONDS = 1800;
    private static final List<String> TOLD =
            List.of(
                    "userid",
                    "gender",
                    "avatar",
                    "qr_code",
                    "mobile",
                    "email",
                    "biz_mail",
                    "address");

    private final Table tickets;
    private final Contacts contacts;
    private final Ids ids;
    private final SandboxClock clock;

    MemberTickets(Store store, Contacts contacts, Ids ids, SandboxClock clock) {
        this.tickets = store.table("user_tickets");
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    String issue(String userid) {
        var ticket = ids.random("", 86);
        var expires = clock.seconds() + LIFE_SECONDS;
        tickets.put(ticket, Json.object().put("userid", userid).put("expires", expires));
        return ticket;
    }

    /** 84090 missing, 84015 unknown, 84014 expired. */
    Reply redeem(Input body) {
        var ticket =
                tickets.get(body.text("user_ticket", 84090))
                        .orElseThrow(() -> new ApiError(84015, "invalid user_ticket"));
        if (ticket.path("expires").asLong() <= clock.seconds()) {
            throw new ApiError(84014, "user_ticket expired");
        }
        var userid = ticket.path("userid").asText();
        if (!contacts.sees(userid)) {
            throw new ApiError(60021, "userid not in app's visible range");
        }
        return Reply.ok().withAll(contacts.member(userid).orElseThrow().retain(TOLD));
    }
}
