package io.issueloop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.operations.Command.Ending;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutACommandTheApplicationStarts() {
        assertThat(CommandLine.isMeant()).isFalse();
        assertThat(CommandLine.isMeant("--server.port=0")).isFalse();
        assertThat(CommandLine.isMeant("doctor")).isTrue();
        assertThat(CommandLine.isMeant("--help")).isTrue();
    }

    @Test
    @DisplayName("不认识的命令：列出可用的命令，返回 1")
    void anUnknownCommandIsAnsweredByTheList() {
        assertThat(run("launch")).isEqualTo(Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("没有命令“launch”", "setup", "doctor", "sandbox");
        assertThat(out.size()).isZero();
    }

    @Test
    @DisplayName("不认识的选项：说明命令的用法，返回 1")
    void anUnknownOptionIsAnsweredByTheHelp() {
        assertThat(run("setup", "--force")).isEqualTo(Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("没有选项“--force”", "--show-secrets");
    }

    @Test
    @DisplayName("缺少参数：说明需要什么，返回 1")
    void aMissingArgumentIsAskedFor() {
        assertThat(run("kpi", "recompute")).isEqualTo(Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("recompute 周期", "2026Q3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "doctor", "kpi", "sandbox"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isEqualTo(Ending.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(command + "：");
        assertThat(err.size()).isZero();
    }

    private Ending run(String... words) {
        return new CommandLine(Object.class, print(out), print(err)).run(words);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
