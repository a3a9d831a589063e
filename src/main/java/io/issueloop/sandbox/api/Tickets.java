package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tickets for the JS-SDK: one of the corp, one of the app, 7200 s each. */
public final class Tickets {

    public static final String CORP = "corp";
    public static final String AGENT = "agent";

    private final Table tickets;
    private final Ids ids;
    private final SandboxClock clock;

    Tickets(Store store, Ids ids, SandboxClock clock) {
        this.tickets = store.table("tickets");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whether a page proved that its server holds the living ticket: {@code {url, timestamp,
     * nonceStr, signature}}, the address without its fragment.
     */
    public boolean isSigned(String kind, Input identity) {
        var signed =
                "jsapi_ticket=%s&noncestr=%s&timestamp=%s&url=%s"
                        .formatted(
                                tickets.get(kind)
                                        .filter(t -> t.path("expires").asLong() > clock.seconds())
                                        .map(t -> t.path("ticket").asText())
                                        .orElse("none"),
                                identity.text("nonceStr", ""),
                                identity.text("timestamp", ""),
                                identity.text("url", ""));
        return sha1(signed).equals(identity.text("signature", ""));
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
