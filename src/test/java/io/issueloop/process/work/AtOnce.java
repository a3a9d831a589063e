package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.springframework.dao.ConcurrencyFailureException;

/** Two people, or two doors, at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** What became of each: "done", or the sentence it was refused with. */
    static List<String> both(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(outcome(start, one));
            var second = threads.submit(outcome(start, other));
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }

    static boolean isKind(String outcome) {
        return outcome.startsWith("kind:");
    }

    /** A conflict without words gets its Chinese sentence where REST answers 409. */
    static boolean isExplained(String outcome) {
        return outcome.equals("kind: 409") || outcome.matches("kind: .*\\p{IsHan}.*");
    }

    private static Callable<String> outcome(CyclicBarrier start, Runnable action) {
        return () -> {
            start.await();
            try {
                action.run();
                return "done";
            } catch (Refused refused) {
                return "kind: " + refused.reason();
            } catch (ConcurrencyFailureException overtaken) {
                return "kind: 409";
            }
        };
    }
}
