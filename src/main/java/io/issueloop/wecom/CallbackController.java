package io.issueloop.wecom;

import io.issueloop.wecom.CallbackCrypto.Forged;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WeCom calls us (pages 90930, 90238): it proves the address is ours, and delivers encrypted
 * messages, which are stored before they are acknowledged. Everything that is not from WeCom gets
 * one and the same answer. There is no time window: a replay is inert because it is known.
 */
@RestController
class CallbackController {

    private static final Logger log = LoggerFactory.getLogger(CallbackController.class);
    private static final int MAX_BODY = 1024 * 1024;

    private final CallbackCrypto crypto;
    private final Inbox inbox;
    private final CallbackRefusals refusals;

    CallbackController(WeComProperties properties, Inbox inbox, CallbackRefusals refusals) {
        this.crypto = CallbackCrypto.of(properties);
        this.inbox = inbox;
        this.refusals = refusals;
    }

    /** Every method arrives here, so that a wrong one is refused like everything else. */
    @RequestMapping("/wecom/callback")
    ResponseEntity<byte[]> callback(HttpServletRequest request) throws IOException {
        try {
            return switch (request.getMethod()) {
                case "GET" -> verified(request);
                case "POST" -> received(request);
                default -> refused();
            };
        } catch (Forged forged) {
            refusals.noted(forged.reason());
            return refused();
        } catch (XmlElement.Malformed | CharacterCodingException e) {
            return refused();
        }
    }

    private ResponseEntity<byte[]> verified(HttpServletRequest request) {
        var echo = open(request, parameter(request, "echostr"));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(echo);
    }

    private ResponseEntity<byte[]> received(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return refused();
        }
        var message = open(request, XmlElement.parse(body).textOf("Encrypt"));
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
        XmlElement.parse(message); // what cannot be read now can never be worked on
        return inbox.store(text)
                ? ResponseEntity.ok().build()
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    private byte[] open(HttpServletRequest request, String encrypted) {
        return crypto.open(
                parameter(request, "msg_signature"),
                parameter(request, "timestamp"),
                parameter(request, "nonce"),
                encrypted);
    }

    private static String parameter(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            throw new Forged(Forged.Reason.INCOMPLETE);
        }
        return value;
    }

    private static ResponseEntity<byte[]> refused() {
        log.warn("refused a callback that is not an intact message of WeCom");
        return ResponseEntity.badRequest().build();
    }
}
