package io.issueloop.operations;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** What the first word after the jar's name can be (design.md §3 Commands). */
interface Command {

    String name();

    /** One line, in Chinese. */
    String summary();

    /** Everything else a person has to know, in Chinese; may be empty. */
    String help();

    /** What has to follow its name, in this order, as people call it, in Chinese. */
    default List<String> arguments() {
        return List.of();
    }

    /** The options it takes, without the dashes. */
    Set<String> options();

    /** The options that need a value, {@code --baseline 2026Q2} or {@code --baseline=2026Q2}. */
    default Set<String> valued() {
        return Set.of();
    }

    /**
     * Runs it.
     *
     * @throws RuntimeException when it could not do its work; what it says is printed
     */
    Ending run(Call call);

    /**
     * How it was called.
     *
     * @param application the beans it may ask for
     */
    record Call(Class<?> application, CommandWords words, PrintStream out) {
        boolean has(String option) {
            return words.options().contains(option);
        }

        /** {@code --name=value}, which win over the environment. */
        List<String> settings() {
            return words.settings();
        }
    }

    /** How it ended. */
    enum Ending {
        DONE,
        FAILED,
        KEEPS_RUNNING
    }
}
