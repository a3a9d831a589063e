package io.issueloop.process.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets people in Tasklist read why the domain refused what they submitted, without the engine's own
 * words around it. Those are English, our reasons are Chinese.
 */
class PlainRefusals extends OncePerRequestFilter {

    private static final Pattern SUBMITTED =
            Pattern.compile(
                    "/camunda/api/engine/.*/(task|process-definition|process-definition/key)/[^/]+"
                            + "/(submit-form|complete|start)/?");
    private static final Pattern REASON =
            Pattern.compile("Exception while invoking TaskListener: ([^']*\\p{IsHan}[^']*)'");

    /** Where a form starts a process, the reason comes without the engine's words, as an error. */
    private static final Pattern NOT_STARTED =
            Pattern.compile("\"type\":\"Refused\",\"message\":\"([^\"]*\\p{IsHan}[^\"]*)\"");

    /** What the engine says to whoever completes a task a moment after somebody else. */
    private static final Pattern OVERTAKEN =
            Pattern.compile(
                    "Cannot find task|OptimisticLocking|updated by another transaction|versioned entity");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SUBMITTED.matcher(WebAppPath.of(request)).matches();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (kept.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            explain(kept, new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8));
        }
        kept.copyBodyToResponse();
    }

    private static void explain(ContentCachingResponseWrapper kept, String said)
            throws IOException {
        var reason =
                Stream.of(REASON, NOT_STARTED)
                        .map(pattern -> pattern.matcher(said))
                        .filter(Matcher::find)
                        .findFirst();
        if (reason.isPresent()) {
            kept.resetBuffer();
            Answers.refuse(kept, HttpServletResponse.SC_BAD_REQUEST, reason.get().group(1));
        } else if (OVERTAKEN.matcher(said).find()) {
            kept.resetBuffer();
            Answers.refuse(kept, HttpServletResponse.SC_CONFLICT, "刚刚有人先处理了这一步，请刷新查看最新状态");
        }
    }
}
