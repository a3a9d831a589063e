package io.issueloop.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingWordsTest {

    @Test
    void wordsOfSeveralIssuesAreNamedWithTheirCategory() {
        var found =
                new MissingWords(
                                List.of(
                                        new MissingWords.Text("打印机卡纸", "工具"),
                                        new MissingWords.Text("三楼打印机没墨", "工具"),
                                        new MissingWords.Text("打印机，打印机", "流程"),
                                        new MissingWords.Text("没有问题 abc", "工具")))
                        .found();
        assertThat(found)
                .containsExactly(
                        new ClassificationReport.Missing("印机", 3, "工具"),
                        new ClassificationReport.Missing("打印", 3, "工具"));
    }
}
