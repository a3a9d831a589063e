package io.issueloop.wecom;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every {@link Poller} at its interval: the callbacks alone would not be enough. */
@Component
class Reconciliation {

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

    @Scheduled(
            fixedDelayString = "${wecom.reconcile-interval:60s}",
            initialDelayString = "${wecom.reconcile-interval:60s}")
    void look() {
        pollers.forEach(this::look);
    }

    private void look(Poller poller) {
        try {
            if (!poller.isReady()) {
                polls.rests(poller);
            } else if (isDue(poller)) {
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
            polls.succeeded(poller, poller.interval(usual));
        } catch (RuntimeException problem) {
            var reason = WireText.cut(String.valueOf(problem.getMessage()), 500);
            polls.failed(poller, poller.interval(usual), reason);
            throw problem;
        }
    }

    static String lease(String kind) {
        return "reconcile-" + kind;
    }
}
