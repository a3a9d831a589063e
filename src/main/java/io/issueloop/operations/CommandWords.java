package io.issueloop.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words after a command's name.
 *
 * @param options without the dashes, all of them known
 * @param values of the options that need one
 * @param arguments as many as the command asks for
 * @param settings {@code --spring.property=value}: for what is not worth an environment variable
 */
record CommandWords(
        Set<String> options,
        Map<String, String> values,
        List<String> settings,
        List<String> arguments) {

    /** A word the command does not know, or lacks; the message is Chinese. */
    static class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;

        NotUnderstood(String message) {
            super(message);
        }
    }

    static CommandWords read(Command command, List<String> words) throws NotUnderstood {
        var reading = new Reading(command);
        for (var rest = words.iterator(); rest.hasNext(); ) {
            reading.take(rest.next(), rest);
        }
        if (reading.arguments.size() < command.arguments().size()) {
            throw new NotUnderstood(
                    "命令 %s 需要写明：%s"
                            .formatted(command.name(), String.join(" ", command.arguments())));
        }
        return new CommandWords(
                reading.options, reading.values, reading.settings, reading.arguments);
    }

    private static final class Reading {
        private final Command command;
        private final Set<String> options = new HashSet<>();
        private final Map<String, String> values = new HashMap<>();
        private final List<String> settings = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();

        Reading(Command command) {
            this.command = command;
        }

        void take(String word, Iterator<String> rest) throws NotUnderstood {
            var parts = word.replaceFirst("^--", "").split("=", 2);
            if (!word.startsWith("--")) {
                takeArgument(word);
            } else if (command.valued().contains(parts[0])) {
                values.put(parts[0], parts.length > 1 ? parts[1] : valueOf(word, rest));
            } else if (command.options().contains(parts[0]) && parts.length == 1) {
                options.add(parts[0]);
            } else if (word.matches("--[a-z][a-z0-9.-]*=.*")) {
                settings.add(word);
            } else {
                throw unknown(word);
            }
        }

        private void takeArgument(String word) throws NotUnderstood {
            if (arguments.size() == command.arguments().size()) {
                throw unknown(word);
            }
            arguments.add(word);
        }

        private static String valueOf(String word, Iterator<String> rest) throws NotUnderstood {
            if (!rest.hasNext()) {
                throw new NotUnderstood("选项“%s”后面要写明内容".formatted(word));
            }
            return rest.next();
        }

        private NotUnderstood unknown(String word) {
            return new NotUnderstood("命令 %s 没有选项“%s”".formatted(command.name(), word));
        }
    }
}
