package io.issueloop.wecom;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Signs with the ticket of the kind: sha1 over four values in this order (page 90506). */
@Component
class WeComJsSdk implements JsSdk {

    private final JsTickets tickets;
    private final WeComProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WeComJsSdk(JsTickets tickets, WeComProperties properties, Clock clock) {
        this.tickets = tickets;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Application application() {
        return new Application(properties.corpId(), properties.agentId(), properties.jsSdkUrl());
    }

    @Override
    public Signature sign(Kind kind, URI page) {
        var ticket = kind == Kind.CONFIG ? tickets.ofCorp() : tickets.ofApplication();
        var nonce = new byte[16];
        random.nextBytes(nonce);
        return sign(
                ticket,
                HexFormat.of().formatHex(nonce),
                clock.instant().getEpochSecond(),
                page.toString());
    }

    static Signature sign(String ticket, String nonce, long timestamp, String page) {
        var signed =
                "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s"
                        .formatted(ticket, nonce, timestamp, page.replaceAll("#.*", ""));
        var signature = Digest.sha1Hex(signed.getBytes(StandardCharsets.UTF_8));
        return new Signature(timestamp, nonce, signature);
    }
}
