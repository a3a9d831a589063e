package io.issueloop.operations;

import io.issueloop.operations.Command.Call;
import io.issueloop.operations.Command.Ending;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the commands of the jar. They speak UTF-8, whatever the terminal's locale is. */
public final class CommandLine {

    private static final List<Command> COMMANDS =
            List.of(
                    new SetupCommand(),
                    new DoctorCommand(),
                    new KpiCommand(),
                    new SandboxCommand());
    private static final Set<String> HELP = Set.of("help", "-h", "--help");

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    /** Whether the arguments name a command, rather than settings of the application. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && (HELP.contains(args[0]) || !args[0].startsWith("--"));
    }

    /**
     * Does what the first argument names; ends the JVM unless that goes on running.
     *
     * @param application the beans commands may ask for
     */
    public static void main(Class<?> application, String... args) {
        var line = new CommandLine(application, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        var ending = line.run(args);
        if (ending != Ending.KEEPS_RUNNING) {
            System.exit(ending == Ending.DONE ? 0 : 1);
        }
    }

    Ending run(String... args) {
        if (HELP.contains(args[0])) {
            out.print(overview());
            return Ending.DONE;
        }
        var named = COMMANDS.stream().filter(c -> c.name().equals(args[0])).findFirst();
        if (named.isEmpty()) {
            err.print("没有命令“" + args[0] + "”。\n\n" + overview());
            return Ending.FAILED;
        }
        return run(named.get(), List.of(args).subList(1, args.length));
    }

    private Ending run(Command command, List<String> words) {
        if (words.stream().anyMatch(HELP::contains)) {
            out.print(details(command));
            return Ending.DONE;
        }
        var mistake = mistake(command, words);
        if (mistake.isPresent()) {
            err.print(mistake.get() + "\n\n" + details(command));
            return Ending.FAILED;
        }
        var settings = words.stream().filter(CommandLine::isSetting).toList();
        var arguments = arguments(words);
        var options =
                words.stream()
                        .filter(word -> word.startsWith("--") && !isSetting(word))
                        .map(word -> word.substring(2))
                        .collect(Collectors.toSet());
        try {
            return command.run(new Call(application, arguments, options, settings, out));
        } catch (RuntimeException problem) {
            err.println("✗ " + Explanation.of(problem));
            if (options.contains(CommandContext.DEBUG)) {
                problem.printStackTrace(err);
            }
            return Ending.FAILED;
        }
    }

    private static Optional<String> mistake(Command command, List<String> words) {
        var unknown = words.stream().filter(word -> !isKnown(command, word)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("命令 %s 没有选项“%s”。".formatted(command.name(), unknown.get()));
        }
        return arguments(words).size() == command.arguments().size()
                ? Optional.empty()
                : Optional.of(
                        "命令 %s 需要：%s。"
                                .formatted(command.name(), String.join(" ", command.arguments())));
    }

    private static List<String> arguments(List<String> words) {
        return words.stream().filter(word -> !word.startsWith("--")).toList();
    }

    private static boolean isKnown(Command command, String word) {
        return isSetting(word)
                || !word.startsWith("--") && !command.arguments().isEmpty()
                || word.startsWith("--") && command.options().contains(word.substring(2));
    }

    /** {@code --spring.property=value}: for what is not worth an environment variable. */
    private static boolean isSetting(String word) {
        return word.matches("--[a-z][a-z0-9.-]*=.*");
    }

    private static String overview() {
        return Stream.concat(
                        Stream.of("用法：java -jar issueloop.jar [命令] [选项]", "", "不带命令则启动应用。命令："),
                        COMMANDS.stream().map(c -> "  %-10s%s".formatted(c.name(), c.summary())))
                .collect(Collectors.joining("\n", "", "\n\n“命令 --help”显示详情。返回值：0 成功，1 失败。\n"));
    }

    private static String details(Command command) {
        return "%s：%s。%n%n%s%n"
                .formatted(command.name(), command.summary(), command.help().stripTrailing());
    }

    private static PrintStream utf8(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
