package io.issueloop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article may say and how its credit is divided. */
class ArticleRulesTest {

    @ParameterizedTest
    @DisplayName("作者份额之和恰为 1")
    @ValueSource(strings = {"1", "0.5 0.5", "0.33 0.33 0.34", "1.00", "0.2 0.2 0.2 0.2 0.2"})
    void sharesThatAreFine(String shares) {
        assertThat(authors(shares).users()).hasSize(shares.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.9",
                "0.5 0.6",
                "1 0",
                "1.5 -0.5",
                "0.333 0.667",
                "0.1 0.1 0.2 0.2 0.2 0.2"
            })
    void sharesThatAreNot(String shares) {
        assertThatThrownBy(() -> authors(shares)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("标题 80 字、每部分 2000 字以内，都要填写；标签最多 5 个")
    void textHasLimits() {
        assertThat(text("标题", "原因", List.of(" 数据库 ", "数据库", "", "慢 查询")).tags())
                .containsExactly("数据库", "慢-查询");
        text("题".repeat(80), "因".repeat(2000), List.of());
        refused("题".repeat(81), "原因", List.of());
        refused(" ", "原因", List.of());
        refused("标题", "因".repeat(2001), List.of());
        refused("标题", "　\n", List.of());
        refused("标题", "a\0b", List.of());
        refused("标题", "原因", List.of("1", "2", "3", "4", "5", "6"));
        refused("标题", "原因", List.of("十七个字的标签实在是太长了放不下呀"));
    }

    private static void refused(String title, String cause, List<String> tags) {
        assertThatThrownBy(() -> text(title, cause, tags)).isInstanceOf(Refused.class);
    }

    private static ArticleText text(String title, String cause, List<String> tags) {
        return new ArticleText(title, "问题", cause, "方案", "验证", tags);
    }

    private static Authors authors(String shares) {
        var all = new LinkedHashMap<UserId, BigDecimal>();
        for (var share : shares.split(" ")) {
            all.put(UserId.of("user" + all.size()), new BigDecimal(share));
        }
        return new Authors(all);
    }
}
