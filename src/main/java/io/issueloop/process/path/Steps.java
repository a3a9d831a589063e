package io.issueloop.process.path;

import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps and flows of one process instance were walked. The engine's history knows steps only;
 * a flow was taken where a step follows on one that leads to it and had ended by then.
 *
 * @param times how often each step was reached
 * @param active the steps that have begun and not ended
 * @param taken ids of the flows
 */
record Steps(Map<String, Integer> times, Set<String> active, Set<String> taken) {

    /**
     * A step that was reached, in the order of history.
     *
     * @param end null while it lasts
     */
    record Step(String activity, Date start, @Nullable Date end) {}

    /** A flow of the diagram, from one step to another. */
    record Way(String flow, String from, String to) {}

    static Steps of(List<Step> steps, List<Way> ways) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> active = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            times.merge(step.activity(), 1, Integer::sum);
            if (step.end() == null) {
                active.add(step.activity());
            }
            before(steps.subList(0, i), step, ways).ifPresent(way -> taken.add(way.flow()));
        }
        return new Steps(times, active, taken);
    }

    /** The way from the latest step that leads here. */
    private static Optional<Way> before(List<Step> earlier, Step step, List<Way> ways) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            var from = earlier.get(i);
            if (from.end() == null || from.end().after(step.start())) {
                continue;
            }
            var way =
                    ways.stream()
                            .filter(one -> one.to().equals(step.activity()))
                            .filter(one -> one.from().equals(from.activity()))
                            .findFirst();
            if (way.isPresent()) {
                return way;
            }
        }
        return Optional.empty();
    }
}
