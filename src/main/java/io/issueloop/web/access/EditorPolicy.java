package io.issueloop.web.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The editors of bpmn.io write styles into what they draw: on the page with them, and there alone,
 * styles may stand inline. Scripts may not, as everywhere.
 */
class EditorPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";

    private final String policy;

    EditorPolicy(String ours) {
        this.policy = ours.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var address = asked == null ? request.getRequestURI() : asked.toString();
        if (address.startsWith("/editor/")) {
            response.setHeader(HEADER, policy);
        }
    }
}
