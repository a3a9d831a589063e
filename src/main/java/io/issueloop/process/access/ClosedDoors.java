package io.issueloop.process.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Doors of the shipped web applications that stay shut for everybody: the set-up that creates an
 * administrator (CVE-2026-77226), login by password, and the engine's own REST interface.
 */
class ClosedDoors extends OncePerRequestFilter {

    private static final Pattern SETUP =
            Pattern.compile("/camunda/(api/admin/setup|app/[^/]+/[^/]+/setup)(/.*)?");
    private static final Pattern PASSWORD =
            Pattern.compile("/camunda/api/[^/]+/auth/user/[^/]+/login(/.*)?");
    private static final Pattern ENGINE_REST = Pattern.compile("/engine-rest(/.*)?");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = WebAppPath.of(request);
        if (SETUP.matcher(path).matches() || ENGINE_REST.matcher(path).matches()) {
            Answers.refuse(response, HttpServletResponse.SC_NOT_FOUND, "没有这个页面");
        } else if (PASSWORD.matcher(path).matches()) {
            Answers.refuse(response, HttpServletResponse.SC_NOT_FOUND, "请使用企业微信登录");
        } else if (path.startsWith("/camunda") && WebAppPath.isTricky(request)) {
            Answers.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "地址格式不正确");
        } else {
            chain.doFilter(request, response);
        }
    }
}
