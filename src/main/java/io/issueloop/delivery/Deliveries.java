package io.issueloop.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Requests effects and performs them when their job runs. */
@Service
public class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final DeliveryProcess process;
    private final ObjectProvider<Effect> effects;
    private final Lease lease;

    Deliveries(DeliveryProcess process, ObjectProvider<Effect> effects, Lease lease) {
        this.process = process;
        this.effects = effects;
        this.lease = lease;
    }

    /**
     * Asks for an effect; it happens after the surrounding transaction has committed, or not at
     * all.
     */
    public void request(String businessKey, String effect, String subject) {
        process.start(businessKey, effect, subject);
    }

    /**
     * Performs an effect now, in the calling thread.
     *
     * @param performer who does it, the same when it is tried again
     * @throws NotNow when it has to wait for its turn
     * @throws IllegalArgumentException when no such effect exists
     * @throws RuntimeException whatever the effect throws: it is to be repeated
     */
    public void perform(String businessKey, String effect, String subject, String performer) {
        var chosen = byName().get(effect);
        if (chosen == null) {
            throw new IllegalArgumentException("no such effect: " + effect);
        }
        lease.whileHolding(
                effect + ":" + businessKey, performer, () -> chosen.perform(businessKey, subject));
        log.info("delivered {} for {}", effect, businessKey);
    }

    /**
     * The Chinese label of an effect, or its name where it is unknown (an effect of a later
     * version).
     */
    public String label(String effect) {
        var known = byName().get(effect);
        return known == null ? effect : known.label();
    }

    private Map<String, Effect> byName() {
        List<Effect> all = effects.orderedStream().toList();
        return all.stream().collect(Collectors.toMap(Effect::name, Function.identity()));
    }
}
