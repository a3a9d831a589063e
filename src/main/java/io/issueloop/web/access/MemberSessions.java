package io.issueloop.web.access;

import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The session remembers only who signed on; roles are read from the directory at each request, so a
 * role taken away or a member who left loses access at once.
 */
@Component
class MemberSessions implements SecurityContextRepository {

    private static final String SIGNED_ON = MemberSessions.class.getName() + ".userId";

    private final Directory directory;

    MemberSessions(Directory directory) {
        this.directory = directory;
    }

    /** Starts a fresh session: neither its id nor anything in it is from before the sign-on. */
    void signOn(HttpServletRequest request, UserId userId) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(SIGNED_ON, userId.value());
    }

    Optional<CallerAuthentication> signedOn(HttpServletRequest request) {
        return remembered(request).flatMap(directory::member).map(CallerAuthentication::of);
    }

    /** Who signed on once; may have left since. */
    Optional<UserId> remembered(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(open -> (String) open.getAttribute(SIGNED_ON))
                .map(UserId::of);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new SignedOnContext(() -> signedOn(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // nothing to keep: signOn has written what the next request needs
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SIGNED_ON) != null;
    }

    /** Asks the directory once, and only when somebody wants to know. */
    private static final class SignedOnContext implements DeferredSecurityContext {
        private final java.util.function.Supplier<Optional<CallerAuthentication>> source;
        private Optional<SecurityContext> loaded = Optional.empty();

        SignedOnContext(java.util.function.Supplier<Optional<CallerAuthentication>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            if (loaded.isEmpty()) {
                var context = new SecurityContextImpl();
                source.get().ifPresent(context::setAuthentication);
                loaded = Optional.of(context);
            }
            return loaded.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
