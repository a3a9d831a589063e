package io.issueloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.editor.VariableMeanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Process administrators read what a variable means, not how it is spelt. */
class VariableMeaningsTest {

    private static final Path TABLE = Path.of("docs/process-variables.zh-CN.md");

    @Test
    @DisplayName("每个流程变量都有中文含义，没有多余的，两个变量的含义不相同")
    void everyVariableIsExplained() {
        assertThat(VariableMeanings.all().keySet())
                .containsExactlyInAnyOrderElementsOf(ProcessVariables.names());
        var meanings = VariableMeanings.all().values();
        assertThat(meanings).allMatch(text -> text.matches(".*[\\u4e00-\\u9fff].*"));
        assertThat(new HashSet<>(meanings)).hasSameSizeAs(meanings);
    }

    @Test
    @DisplayName("变量表与程序一致")
    void theTableListsThem() throws IOException {
        var rows = new StringBuilder("| 变量 | 含义 |\n|---|---|\n");
        VariableMeanings.all()
                .forEach(
                        (name, meaning) -> rows.append("| `%s` | %s |\n".formatted(name, meaning)));
        assertThat(Files.readString(TABLE)).contains(rows);
    }
}
