package io.issueloop.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.KeywordText;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * kpi.md §8: the customer's categories and keywords, overlap scoring, ties and misses to triage.
 */
class ClassifyIssueDecisionTest {

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("每个关键词单独出现时判定为它的分类")
    @CsvSource({
        "登录页有bug,技术", "保存时报错误,技术", "页面性能太差,技术", "请优化列表,技术",
        "缺少文档,流程", "沟通不畅,流程", "会议太多,流程", "评审没有结论,流程",
        "技能不足,人员", "需要培训,人员", "学习资料,人员", "英语邮件看不懂,人员",
        "工具坏了,工具", "平台打不开,工具", "系统登不上,工具", "环境不可用,工具"
    })
    void everyKeywordAloneDecides(String description, String category) {
        var answer = evaluate(description);
        assertThat(answer).containsEntry("category", category).containsEntry("confidence", "明确");
        assertThat(answer.get("hits").toString()).startsWith(category + ":");
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @DisplayName("重叠计分、并列、未命中、大小写与全角")
    @CsvSource({
        "系统性能错误,技术,明确",
        "系统错误,'',并列",
        "文档和英语,'',并列",
        "今天天气不错,'',未命中",
        "发现一个ＢＵＧ,技术,明确",
        "这个Bug很奇怪,技术,明确",
        "debugger 打不开,'',未命中",
        "bug bug bug 系统 平台,工具,明确"
    })
    void scoresOverlapsAndLeavesTiesToPeople(
            String description, String category, String confidence) {
        assertThat(evaluate(description))
                .containsEntry("category", category)
                .containsEntry("confidence", confidence);
    }

    private static Map<String, Object> evaluate(String description) {
        return Decisions.evaluate("classify_issue", Map.of("text", KeywordText.of(description)))
                .getSingleResult()
                .getEntryMap();
    }
}
