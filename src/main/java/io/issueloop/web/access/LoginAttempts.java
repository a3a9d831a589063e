package io.issueloop.web.access;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the {@code state} of a sign-on: random, bound to the session, single use, ten
 * minutes. Several tabs may sign on at once; each comes back to its own page. Every attempt is an
 * attribute of its own, so that tabs answered by different nodes do not overwrite each other.
 */
@Component
class LoginAttempts {

    private static final String ATTEMPT = LoginAttempts.class.getName() + ".";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes an attempt in the session, where the oldest of more than {@value #AT_ONCE} is
     * forgotten, and answers its state, 43 characters.
     */
    String begin(HttpSession session, String wanted) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open(session).stream()
                .sorted(Comparator.comparing((Open one) -> one.attempt().until()).reversed())
                .skip(AT_ONCE - 1)
                .forEach(one -> session.removeAttribute(one.name()));
        session.setAttribute(ATTEMPT + state, new Attempt(wanted, clock.instant().plus(PATIENCE)));
        return state;
    }

    /**
     * Ends the attempt and answers the wanted page; empty for a state that is not (any more) ours.
     */
    Optional<String> finish(HttpSession session, String state) {
        var name = ATTEMPT + state;
        if (!(session.getAttribute(name) instanceof Attempt attempt)) {
            return Optional.empty();
        }
        session.removeAttribute(name);
        return Optional.of(attempt)
                .filter(open -> clock.instant().isBefore(open.until()))
                .map(Attempt::wanted);
    }

    private static List<Open> open(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(ATTEMPT))
                .map(name -> new Open(name, (Attempt) session.getAttribute(name)))
                .toList();
    }

    private record Open(String name, Attempt attempt) {}

    private record Attempt(String wanted, Instant until) implements Serializable {}
}
