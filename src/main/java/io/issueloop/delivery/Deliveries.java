package io.issueloop.delivery;

import io.issueloop.delivery.ByHand.Reference;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Modes modes;
    private final HandLog handLog;

    Deliveries(
            DeliveryProcess process,
            ObjectProvider<Effect> effects,
            Lease lease,
            Modes modes,
            HandLog handLog) {
        this.process = process;
        this.effects = effects;
        this.lease = lease;
        this.modes = modes;
        this.handLog = handLog;
    }

    /**
     * Asks for an effect; it happens after the surrounding transaction has committed, or not at
     * all.
     */
    public void request(String businessKey, String effect, String subject) {
        process.start(businessKey, effect, subject);
    }

    /**
     * Performs an effect now, in the calling thread, if its capability's mode says so.
     *
     * @param performer who does it, the same when it is tried again
     * @throws NotNow when it has to wait for its turn
     * @throws IllegalArgumentException when no such effect exists
     * @throws RuntimeException whatever the effect throws: it is to be repeated
     */
    public Outcome perform(String businessKey, String effect, String subject, String performer) {
        var chosen = named(effect);
        var outcome =
                switch (modes.of(chosen.capability())) {
                    case AUTO -> {
                        lease.whileHolding(
                                effect + ":" + businessKey,
                                performer,
                                () -> chosen.perform(businessKey, subject));
                        yield Outcome.DELIVERED;
                    }
                    case MANUAL ->
                            chosen.byHand(businessKey, subject).isPresent()
                                    ? Outcome.BY_HAND
                                    : Outcome.SKIPPED;
                    case OFF -> Outcome.SKIPPED;
                };
        log.info(
                "{} {} for {}",
                outcome.name().toLowerCase(java.util.Locale.ROOT),
                effect,
                businessKey);
        return outcome;
    }

    /** What a person is to do instead of the effect; always something to read. */
    public ByHand byHand(String businessKey, String effect, String subject) {
        var label = label(effect);
        try {
            return Optional.ofNullable(byName().get(effect))
                    .flatMap(known -> known.byHand(businessKey, subject))
                    .orElseGet(() -> plain("无需再做：" + label, "「%s」已无需再做，请直接选择「已办完」。", label));
        } catch (RuntimeException unknown) {
            log.warn("what to do by hand for {} of {} is unknown", effect, businessKey, unknown);
            return plain("补办" + label, "请按问题页的当前内容，在企业微信中补办「%s」。", label);
        }
    }

    private static ByHand plain(String title, String instructions, String label) {
        return ByHand.of(title, instructions.formatted(label), "");
    }

    /**
     * A person did it.
     *
     * @param reference the id or link of the result; may be empty
     * @throws Refused when the effect needs one, or cannot use this one
     */
    public void doneByHand(
            String businessKey, String effect, String subject, String reference, UserId by) {
        var asked = byHand(businessKey, effect, subject).reference();
        if (asked == Reference.REQUIRED && reference.isBlank()) {
            throw new Refused("请填写结果的编号或链接，后续步骤要用到它");
        }
        named(effect).doneByHand(businessKey, subject, reference.strip());
        handLog.done(businessKey, effect, subject, reference.strip(), by);
        log.info("{} for {} done by hand by {}", effect, businessKey, by);
    }

    /**
     * Hands an effect back to the system.
     *
     * @throws Refused when its capability is not in the hands of the system
     */
    public void requireAutomatic(String effect) {
        var capability = named(effect).capability();
        var mode = modes.of(capability);
        if (mode != Mode.AUTO) {
            throw new Refused(
                    "「%s」现在是%s模式，系统不会投递；请先在「企业微信能力」页改为自动，或选择「已办完」"
                            .formatted(capability.label(), mode.label()));
        }
    }

    /** Whether the system does an effect now. */
    public boolean isAutomatic(String effect) {
        return modes.of(named(effect).capability()) == Mode.AUTO;
    }

    /**
     * The Chinese label of an effect, or its name where it is unknown (an effect of a later
     * version).
     */
    public String label(String effect) {
        var known = byName().get(effect);
        return known == null ? effect : known.label();
    }

    /** The effects that use a capability, by name. */
    public Map<String, String> labels(Capability capability) {
        return byName().values().stream()
                .filter(effect -> effect.capability() == capability)
                .collect(Collectors.toMap(Effect::name, Effect::label));
    }

    private Effect named(String effect) {
        return Optional.ofNullable(byName().get(effect))
                .orElseThrow(() -> new IllegalArgumentException("no such effect: " + effect));
    }

    private Map<String, Effect> byName() {
        List<Effect> all = effects.orderedStream().toList();
        return all.stream().collect(Collectors.toMap(Effect::name, Function.identity()));
    }
}
