package io.issueloop.delivery;

import io.issueloop.delivery.DeliveryHistory.Delivery;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What was sent about a thing, to whom, and what is still to come, in the words of its effects. */
@Service
public class SentMessages {

    private final DeliveryHistory history;
    private final ObjectProvider<Effect> effects;

    SentMessages(DeliveryHistory history, ObjectProvider<Effect> effects) {
        this.history = history;
        this.effects = effects;
    }

    /**
     * One message or entry, however often it was brought up to date.
     *
     * @param what in Chinese, e.g. 受理通知
     * @param people who got it or will; empty for tables and documents
     * @param times how often it was asked for
     * @param last how the latest of them stands
     */
    public record Sent(
            String what, Capability capability, List<UserId> people, int times, Delivery last) {}

    /** The latest first. */
    public List<Sent> of(String businessKey) {
        Map<List<String>, List<Delivery>> same = new LinkedHashMap<>();
        for (var one : history.of(businessKey)) {
            same.computeIfAbsent(List.of(one.effect(), one.subject()), key -> new ArrayList<>())
                    .add(one);
        }
        var known = effects.stream().collect(Collectors.toMap(Effect::name, Function.identity()));
        return same.values().stream()
                .flatMap(all -> sent(businessKey, all, known).stream())
                .sorted((one, other) -> at(other).compareTo(at(one)))
                .toList();
    }

    private static Optional<Sent> sent(
            String businessKey, List<Delivery> all, Map<String, Effect> known) {
        var last = all.get(all.size() - 1);
        return Optional.ofNullable(known.get(last.effect()))
                .map(
                        effect ->
                                new Sent(
                                        effect.what(businessKey, last.subject()),
                                        effect.capability(),
                                        effect.recipients(businessKey, last.subject()),
                                        all.size(),
                                        last));
    }

    private static Instant at(Sent sent) {
        return sent.last().endedAt().orElse(sent.last().requestedAt());
    }
}
