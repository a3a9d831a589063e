package io.issueloop.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.issueloop.shared.Refused;
import io.issueloop.web.access.Caller;
import io.issueloop.web.api.IdempotencyKeys.Answer;
import io.issueloop.web.api.IdempotencyKeys.Key;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key} for every POST of the API alike (design.md §3 HTTP): the same key
 * and the same request get the first answer, another request is refused with 422. It stands behind
 * the doors, so keys belong to whoever passed them.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORMAT = Pattern.compile("[!-~]{1,200}");

    private final IdempotencyKeys keys;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            IdempotencyKeys keys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedOn = SecurityContextHolder.getContext().getAuthentication();
        if (signedOn == null || !(signedOn.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            once(caller, new RepeatableRequest(request), response, chain);
        } catch (Refused | InvalidRequest | DataAccessException | TransactionException why) {
            if (problems.resolveException(request, response, null, why) == null) {
                throw why;
            }
        }
    }

    private void once(
            Caller caller,
            RepeatableRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (!FORMAT.matcher(key).matches()) {
            throw new InvalidRequest("请求头 Idempotency-Key 应为 1–200 个可见的英文字符");
        }
        var now = new ContentCachingResponseWrapper(response);
        var earlier =
                keys.once(
                        new Key(caller.name(), key, request.fingerprint()),
                        () -> {
                            chain.doFilter(request, now);
                            return answer(now);
                        });
        if (earlier.isPresent()) {
            repeat(earlier.get(), response);
        } else {
            now.copyBodyToResponse();
        }
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                new String(response.getContentAsByteArray(), UTF_8));
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }
}
