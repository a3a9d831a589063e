package io.issueloop.sandbox.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Cuts the connection without a byte where the fault {@code reset} asked for it. */
public final class ConnectionReset extends ValveBase {

    public ConnectionReset() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(FaultyAnswer.RESET) != null) {
            response.getCoyoteResponse()
                    .action(ActionCode.CLOSE_NOW, new IOException("injected reset"));
        }
    }
}
