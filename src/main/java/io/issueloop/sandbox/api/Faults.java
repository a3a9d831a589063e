package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Faults ordered for the next requests to a path. {@code before} faults replace the answer and
 * nothing happens; with {@code after: true} the request takes effect and only its answer is lost.
 */
public final class Faults {

    /** What goes wrong: value is an errcode, an HTTP status or milliseconds. */
    public enum Kind {
        ERRCODE,
        STATUS,
        DELAY,
        GARBAGE,
        RESET,
        EMPTY,
        HTML
    }

    /** An order for {@code times} requests whose path starts with {@code path}. */
    public record Fault(String path, Kind kind, int value, int times, boolean after) {
        Fault once() {
            return new Fault(path, kind, value, times - 1, after);
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    public synchronized void add(Input order) {
        var kinds = List.of("errcode", "status", "delay", "garbage", "reset", "empty", "html");
        var kind = order.oneOf("kind", "", kinds).toUpperCase(Locale.ROOT);
        faults.add(
                new Fault(
                        order.text("path"),
                        Kind.valueOf(kind),
                        (int) order.number("value", 0),
                        (int) order.between("times", 1, 1, 1_000_000),
                        order.flag("after", false)));
    }

    public synchronized void clear() {
        faults.clear();
    }

    public synchronized List<ObjectNode> open() {
        return faults.stream().map(fault -> (ObjectNode) Json.MAPPER.valueToTree(fault)).toList();
    }

    synchronized Optional<Fault> take(String path) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (path.startsWith(fault.path())) {
                if (fault.times() > 1) {
                    faults.set(i, fault.once());
                } else {
                    faults.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
