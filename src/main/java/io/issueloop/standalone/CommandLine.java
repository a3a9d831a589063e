package io.issueloop.standalone;

import io.issueloop.sandbox.SandboxApplication;

/** The first word after the jar's name, where there is one (design.md §3 Commands). */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Runs what the first argument names instead of the application.
     *
     * @return false when the arguments name nothing: the application itself is to start
     * @throws StartRefused for a word that is no command, with the Chinese sentence to print
     */
    public static boolean run(String... args) {
        if (args.length == 0 || args[0].startsWith("--")) {
            return false;
        }
        if (!args[0].equals("sandbox")) {
            throw new StartRefused("没有命令“" + args[0] + "”；可用：sandbox（只运行企业微信沙箱）。不带命令则启动应用");
        }
        SandboxApplication.main(args);
        return true;
    }
}
