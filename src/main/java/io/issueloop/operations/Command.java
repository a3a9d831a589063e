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

    /** What has to follow its name, in this order, such as {@code FILE}. */
    default List<String> arguments() {
        return List.of();
    }

    /** The options it takes, without the dashes. */
    Set<String> options();

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
     * @param arguments as many as it asked for
     * @param options without the dashes, all of them known
     * @param settings {@code --name=value}, which win over the environment
     */
    record Call(
            Class<?> application,
            List<String> arguments,
            Set<String> options,
            List<String> settings,
            PrintStream out) {

        boolean has(String option) {
            return options.contains(option);
        }
    }

    /** How it ended. */
    enum Ending {
        DONE,
        FAILED,
        KEEPS_RUNNING
    }
}
