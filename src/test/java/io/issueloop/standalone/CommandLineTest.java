package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void withoutACommandTheApplicationStarts() {
        assertThat(CommandLine.run()).isFalse();
        assertThat(CommandLine.run("--server.port=0")).isFalse();
    }

    @Test
    void anUnknownCommandIsNamedInChinese() {
        assertThatThrownBy(() -> CommandLine.run("launch"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("没有命令“launch”");
    }
}
