package io.issueloop.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which figures are wanted, {@code -Dbench.only=E3,E4}; all of them where nothing is said. */
final class Parts {

    private static final Set<String> ONLY =
            Arrays.stream(System.getProperty("bench.only", "").split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.toSet());

    private Parts() {}

    static boolean wants(String... figures) {
        return ONLY.isEmpty() || Arrays.stream(figures).anyMatch(ONLY::contains);
    }

    /** Skips the test whose figures nobody wants. */
    static void demand(String... figures) {
        assumeTrue(wants(figures), "not among -Dbench.only");
    }
}
