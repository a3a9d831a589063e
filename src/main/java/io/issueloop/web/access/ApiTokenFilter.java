package io.issueloop.web.access;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets scripts in by their bearer token, for the member {@code X-Acting-User} names. */
class ApiTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final Logger log = LoggerFactory.getLogger(ApiTokenFilter.class);

    private final ApiTokens tokens;
    private final Directory directory;
    private final Refusals refusals;
    private final Answers answers;

    ApiTokenFilter(ApiTokens tokens, Directory directory, Refusals refusals, Answers answers) {
        this.tokens = tokens;
        this.directory = directory;
        this.refusals = refusals;
        this.answers = answers;
    }

    static boolean carriesToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
        var grant = tokens.find(token);
        if (grant.isEmpty()) {
            refusals.unknownToken(request, response);
            return;
        }
        var acting = Optional.ofNullable(request.getHeader("X-Acting-User")).map(String::strip);
        var member = acting.flatMap(this::member);
        if (acting.isPresent() && member.isEmpty()) {
            answers.problem(
                    request, response, HttpStatus.BAD_REQUEST, "请求头 X-Acting-User 所指的成员不存在。");
            return;
        }
        audit(request, grant.get(), member);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        CallerAuthentication.of(grant.get().name(), grant.get().scopes(), member)));
        chain.doFilter(request, response);
    }

    private Optional<Member> member(String userId) {
        try {
            return directory.member(UserId.of(userId));
        } catch (IllegalArgumentException notAUserId) {
            return Optional.empty();
        }
    }

    private static void audit(
            HttpServletRequest request, ApiTokens.Grant grant, Optional<Member> member) {
        log.info(
                "script {} acts for {}: {} {}",
                grant.name(),
                member.map(m -> m.userId().value()).orElse("nobody"),
                request.getMethod(),
                request.getRequestURI().replaceAll("\\p{Cntrl}", "?"));
    }
}
