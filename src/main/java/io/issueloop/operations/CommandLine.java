package io.issueloop.operations;

import io.issueloop.operations.Command.Call;
import io.issueloop.operations.Command.Ending;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the commands of the jar. They speak UTF-8, whatever the terminal's locale is. */
public final class CommandLine {

    private static final List<Command> COMMANDS =
            List.of(
                    new SetupCommand(),
                    new DoctorCommand(),
                    new ImportCommand(),
                    new KpiCommand(),
                    new BackupCommand(),
                    new RestoreCommand(),
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
        CommandWords read;
        try {
            read = CommandWords.read(command, words);
        } catch (CommandWords.NotUnderstood problem) {
            err.print("%s。%n%n".formatted(problem.getMessage()));
            err.print(details(command));
            return Ending.FAILED;
        }
        try {
            return command.run(new Call(application, read, out));
        } catch (RuntimeException problem) {
            err.println("✗ " + Explanation.of(problem));
            if (read.options().contains(CommandContext.DEBUG)) {
                problem.printStackTrace(err);
            }
            return Ending.FAILED;
        }
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
