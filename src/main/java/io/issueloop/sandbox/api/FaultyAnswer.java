package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Faults.Fault;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What a client gets instead of WeCom's answer. */
final class FaultyAnswer {

    /** Request attribute that makes {@link ConnectionReset} cut the connection. */
    static final String RESET = "sandbox.reset";

    private FaultyAnswer() {}

    static ServerResponse of(Fault fault, ServerRequest request, ObjectNode answer)
            throws InterruptedException {
        return switch (fault.kind()) {
            case ERRCODE -> ApiDoor.json(answer);
            case DELAY -> delayed(fault.value(), answer);
            case STATUS -> ServerResponse.status(fault.value()).build();
            case EMPTY -> ServerResponse.ok().build();
            case GARBAGE -> text(MediaType.APPLICATION_JSON, "{\"errcode\":0,\"errm");
            case HTML -> text(MediaType.TEXT_HTML, "<html><body>502 Bad Gateway</body></html>");
            case RESET -> {
                request.servletRequest().setAttribute(RESET, true);
                yield ServerResponse.ok().build();
            }
        };
    }

    private static ServerResponse delayed(int milliseconds, ObjectNode answer)
            throws InterruptedException {
        Thread.sleep(milliseconds);
        return ApiDoor.json(answer);
    }

    private static ServerResponse text(MediaType type, String text) {
        return ServerResponse.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
