package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.Optional;

/** Links to a file's content: two hours, and only with the cookie that came along (page 97880). */
public final class Downloads {

    public static final String PATH = "/wedrive/download/";
    public static final String COOKIE = "authcookie";

    private static final long LIFE_SECONDS = 7200;

    private final Table tickets;
    private final Ids ids;
    private final SandboxClock clock;

    Downloads(Store store, Ids ids, SandboxClock clock) {
        this.tickets = store.table("drive_downloads");
        this.ids = ids;
        this.clock = clock;
    }

    ObjectNode begin(String fileid) {
        var ticket =
                Json.object()
                        .put("ticket", ids.random("", 40))
                        .put("cookie", ids.random("", 32))
                        .put("fileid", fileid)
                        .put("expires", clock.seconds() + LIFE_SECONDS);
        tickets.put(ticket.path("ticket").asText(), ticket);
        return ticket;
    }

    /** The fileid, empty where ticket or cookie is wrong or too old. */
    public Optional<String> redeem(String ticket, String cookie) {
        return tickets.get(ticket)
                .filter(t -> t.path("cookie").asText().equals(cookie))
                .filter(t -> t.path("expires").asLong() > clock.seconds())
                .map(t -> t.path("fileid").asText());
    }
}
