package io.issueloop.web.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the {@code state} of a sign-on: random, bound to the session, single use, ten
 * minutes. Several tabs may sign on at once; each comes back to its own page.
 */
@Component
class LoginAttempts {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Notes an attempt among those of the session and answers its state, 43 characters. */
    String begin(Open attempts, String wanted) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        attempts.add(new Attempt(state, wanted, clock.instant().plus(PATIENCE)));
        return state;
    }

    /**
     * Ends the attempt and answers the wanted page; empty for a state that is not (any more) ours.
     */
    Optional<String> finish(Open attempts, String state) {
        return attempts.take(state)
                .filter(attempt -> clock.instant().isBefore(attempt.until()))
                .map(Attempt::wanted);
    }

    record Attempt(String state, String wanted, Instant until) implements java.io.Serializable {}

    /** The attempts of one session, at most {@value #AT_ONCE}, the oldest is forgotten first. */
    static final class Open implements java.io.Serializable {
        private static final long serialVersionUID = 1;
        private final Deque<Attempt> attempts = new ArrayDeque<>();

        private synchronized void add(Attempt attempt) {
            if (attempts.size() >= AT_ONCE) {
                attempts.removeFirst();
            }
            attempts.addLast(attempt);
        }

        private synchronized Optional<Attempt> take(String state) {
            var found = attempts.stream().filter(one -> one.state().equals(state)).findFirst();
            found.ifPresent(attempts::remove);
            return found;
        }
    }
}
