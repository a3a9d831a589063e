package io.issueloop.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.IssueEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("问题页的经过")
class TimelineTest {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");

    @ParameterizedTest
    @EnumSource
    @DisplayName("每种事件都有一句中文")
    void everyTypeHasItsSentence(IssueEventType type) throws IOException {
        var words =
                Files.readString(ASSETS.resolve("events.js"))
                        + Files.readString(ASSETS.resolve("approval-events.js"));
        assertThat(words)
                .as("add the sentence to events.js")
                .containsPattern("  " + type + ": \\(|case \"" + type + "\":");
    }
}
