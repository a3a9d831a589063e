package io.issueloop.wecom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every {@link Poller} at its interval: the callbacks alone would not be enough. */
@Component
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final List<Poller> pollers;
    private final PollLog polls;
    private final Watermarks watermarks;
    private final Leases leases;
    private final Duration usual;

    Reconciliation(
            List<Poller> pollers,
            PollLog polls,
            Watermarks watermarks,
            Leases leases,
            WeComProperties properties) {
        this.pollers = pollers;
        this.polls = polls;
        this.watermarks = watermarks;
        this.leases = leases;
        this.usual = properties.reconcileInterval();
    }

    /**
     * How one kind stands.
     *
     * @param label in Chinese
     * @param interval between two looks
     * @param succeededAt absent before the first
     * @param problem why the last one failed, where it did
     */
    public record Standing(
            String label,
            Duration interval,
            Optional<Instant> succeededAt,
            Optional<String> problem) {}

    /** Every kind that is looked through, as all nodes together know it. */
    public List<Standing> standings() {
        return pollers.stream().filter(Poller::isReady).map(this::standing).toList();
    }

    @Scheduled(
            fixedDelayString = "${wecom.reconcile-interval:60s}",
            initialDelayString = "${wecom.reconcile-interval:60s}")
    void look() {
        pollers.forEach(this::look);
    }

    private void look(Poller poller) {
        try {
            if (poller.isReady() && isDue(poller)) {
                lookAlone(poller);
            }
        } catch (RuntimeException problem) {
            log.warn("{} could not be reconciled: {}", poller.kind(), problem.toString());
        }
    }

    /** The lease is kept, so that it comes free shortly before the next look is due. */
    private boolean isDue(Poller poller) {
        var rest = poller.interval(usual).minus(usual.dividedBy(2));
        return leases.take(lease(poller.kind()), rest);
    }

    private void lookAlone(Poller poller) {
        try {
            var since = watermarks.get(poller.kind());
            var next = poller.poll(since);
            if (next.isAfter(since)) {
                watermarks.set(poller.kind(), next);
            }
            polls.succeeded(poller.kind());
        } catch (RuntimeException problem) {
            polls.failed(poller.kind(), WireText.cut(String.valueOf(problem.getMessage()), 500));
            throw problem;
        }
    }

    private Standing standing(Poller poller) {
        var entry = polls.of(poller.kind());
        return new Standing(
                poller.label(), poller.interval(usual), entry.succeededAt(), entry.problem());
    }

    static String lease(String kind) {
        return "reconcile-" + kind;
    }
}
