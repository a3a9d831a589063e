package io.issueloop.process.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The only door into Camunda's web applications: whoever the session belongs to is signed on there
 * too, request by request, so that Camunda's own record in the session can never be another's.
 */
class SignOn extends OncePerRequestFilter {

    private static final String CACHE = "authenticatedUser";
    private static final Pattern APPLICATION =
            Pattern.compile(
                    "/camunda/(?:app/|api/)(cockpit|admin|tasklist)(?!/auth/user/)(?:/.*)?");

    private final ProcessEngine engine;
    private final Identities identities;

    SignOn(ProcessEngine engine, Identities identities) {
        this.engine = engine;
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (!isSignedOn(person)) {
            forget(request);
            sendToLogin(request, response);
        } else if (groupsOf(person).isEmpty()) {
            forget(request);
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "您没有使用权限");
        } else if (isLogout(request)) {
            logout(request, response);
        } else {
            enter(request, response, chain, signOn(request, person));
        }
    }

    /** Camunda opens the plugins of every application to everybody; here the role decides. */
    private static void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            UserAuthentication person)
            throws ServletException, IOException {
        var application = APPLICATION.matcher(WebAppPath.of(request));
        if (application.matches() && !person.isAuthorizedForApp(application.group(1))) {
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "您没有使用权限");
        } else {
            chain.doFilter(request, response);
        }
    }

    private UserAuthentication signOn(HttpServletRequest request, Authentication person) {
        var userId = person.getName();
        var session = request.getSession(true);
        var cached = (Authentications) session.getAttribute(CACHE);
        var known =
                cached == null ? null : cached.getAuthenticationForProcessEngine(engine.getName());
        if (known != null && known.getIdentityId().equals(userId)) {
            return (UserAuthentication) known;
        }
        if (!identities.knows(userId)) {
            identities.update(new EngineUser(userId, userId, groupsOf(person)));
        }
        var fresh = new Authentications();
        var signedOn = AuthenticationUtil.createAuthentication(engine, userId);
        fresh.addOrReplace(signedOn);
        session.setAttribute(CACHE, fresh);
        return signedOn;
    }

    private static boolean isSignedOn(@Nullable Authentication person) {
        return person != null
                && person.isAuthenticated()
                && !(person instanceof AnonymousAuthenticationToken);
    }

    private static Set<String> groupsOf(Authentication person) {
        return Groups.ofRoles(
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    private static boolean isLogout(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && WebAppPath.of(request).matches("/camunda/api/[^/]+/auth/user/[^/]+/logout/?");
    }

    /** Leaving one web application leaves all of them, ours included. */
    private static void logout(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(CACHE);
        }
    }

    private static void sendToLogin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (WebAppPath.of(request).startsWith("/camunda/api/")) {
            Answers.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录");
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }
}
