package io.issueloop.wecom;

import io.issueloop.shared.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the messages of a batch ended. What failed is tried again, later each time; a message that
 * fails although WeCom answers is given up after {@link #TRIES} and waits for a person.
 */
final class Settlement {

    static final int TRIES = 10;
    static final int REFUSED_TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    private final Inbox inbox;
    private final List<Inbox.Message> done = new ArrayList<>();
    private final List<Long> ignored = new ArrayList<>();
    private final Map<Inbox.Message, RuntimeException> failed = new HashMap<>();

    Settlement(Inbox inbox) {
        this.inbox = inbox;
    }

    void done(CallbackEvent event) {
        done.add(event.message());
    }

    void ignored(Inbox.Message message) {
        ignored.add(message.id());
    }

    void failed(Inbox.Message message, RuntimeException problem) {
        failed.put(message, problem);
    }

    /** Writes it down. */
    void commit() {
        inbox.done(done);
        inbox.settle(ignored, "IGNORED", "");
        failed.forEach(this::retryOrPark);
    }

    private void retryOrPark(Inbox.Message message, RuntimeException problem) {
        var reason = WireText.cut(String.valueOf(problem.getMessage()), 500);
        if (problem instanceof Refused && message.attempts() >= REFUSED_TRIES) {
            inbox.settle(List.of(message.id()), "REFUSED", reason);
        } else if (!passing(problem) && message.attempts() >= TRIES) {
            inbox.settle(List.of(message.id()), "PARKED", reason);
            log.error("inbox message {} is given up after {} tries", message.id(), TRIES, problem);
        } else {
            var wait = BACK_OFF.get(Math.min(message.attempts(), BACK_OFF.size()) - 1);
            inbox.retry(message.id(), wait, reason);
            log.warn(
                    "inbox message {} failed (try {}), again in {}: {}",
                    message.id(),
                    message.attempts(),
                    wait,
                    problem.getClass().getSimpleName());
        }
    }

    /** Nothing wrong with the message: it waits as long as it takes. */
    private static boolean passing(RuntimeException problem) {
        return problem instanceof WeComUnavailable
                || problem instanceof WeComBusy
                || problem instanceof WeComResources.NotSetUp
                || problem instanceof org.springframework.dao.TransientDataAccessException
                || problem instanceof org.springframework.dao.DataAccessResourceFailureException
                || problem
                        instanceof org.springframework.transaction.CannotCreateTransactionException;
    }
}
