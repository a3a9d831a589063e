package io.issueloop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.operations.Command.Ending;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    @ValueSource(strings = {"setup", "doctor", "import", "kpi", "sandbox"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isEqualTo(Ending.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(command + "：");
        assertThat(err.size()).isZero();
    }

    @Test
    @DisplayName("导入要写明文件；周期的两种写法都认得；文件不存在时说明，返回 1")
    void anImportNeedsAFile() throws CommandWords.NotUnderstood {
        assertThat(run("import", "--dry-run")).isEqualTo(Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("需要写明文件", "--baseline");
        assertThat(run("import", "/no/such/file.csv")).isEqualTo(Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("文件不存在或不能读取");
        var command = new ImportCommand();
        var words = List.of("a.csv", "--baseline", "2026Q2", "--dry-run", "--server.port=0");
        var read = CommandWords.read(command, words);
        assertThat(read.arguments()).containsExactly("a.csv");
        assertThat(read.values()).containsEntry("baseline", "2026Q2");
        assertThat(read.options()).containsExactly("dry-run");
        assertThat(read.settings()).containsExactly("--server.port=0");
        assertThat(CommandWords.read(command, List.of("a.csv", "--baseline=2026-05")).values())
                .containsEntry("baseline", "2026-05");
    }

    private Ending run(String... words) {
        return new CommandLine(Object.class, print(out), print(err)).run(words);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
