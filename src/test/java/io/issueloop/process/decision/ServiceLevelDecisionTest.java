package io.issueloop.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.KeywordText;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Strategy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * design.md §3: service level by urgency; the team that owns the project, else the reporter's own.
 */
class ServiceLevelDecisionTest {

    @ParameterizedTest(name = "{0} → {1} 个工作日")
    @DisplayName("紧急程度决定处理时限")
    @CsvSource({"紧急,1", "高,2", "中,3", "低,5"})
    void urgencyDecidesTheServiceLevel(String urgency, int days) {
        assertThat(decided(urgency, false, "")).containsEntry("serviceLevelDays", days);
        assertThat(decided(urgency, false, "")).containsEntry("isMajor", false);
    }

    @ParameterizedTest(name = "{0} 勾选={1} {2} → {3} {4}")
    @DisplayName("勾选，或紧急且命中影响词，即为重大")
    @CsvSource({
        "低,true,普通描述,true,''",
        "紧急,true,线上报错,true,线上",
        "紧急,false,线上报错,true,线上",
        "紧急,false,生产数据不对,true,生产",
        "紧急,false,服务宕机,true,宕机",
        "紧急,false,报表数据丢失,true,数据丢失",
        "紧急,false,客户资料泄露,true,泄露",
        "紧急,false,发生安全事故,true,安全事故",
        "紧急,false,收到客户投诉,true,客户投诉",
        "紧急,false,线上宕机又线上宕机,true,线上、宕机",
        "紧急,false,页面打不开,false,''",
        "高,false,线上服务宕机,false,线上、宕机",
        "中,false,页面打不开,false,''"
    })
    void tickedOrUrgentWithImpactIsMajor(
            String urgency, boolean ticked, String text, boolean isMajor, String words) {
        assertThat(decided(urgency, ticked, text))
                .containsEntry("isMajor", isMajor)
                .containsEntry("impactWords", words);
    }

    @Test
    @DisplayName("没有描述、没有勾选的输入也有答案")
    void missingInputsAreNoMistake() {
        var answer = Decisions.evaluate("decide_service_level", Map.of("urgency", "紧急"));
        assertThat(answer.getSingleResult().getEntryMap())
                .containsEntry("isMajor", false)
                .containsEntry("impactWords", "");
    }

    private static Map<String, Object> decided(String urgency, boolean ticked, String text) {
        var inputs =
                Map.<String, Object>of(
                        "urgency", urgency,
                        "majorTicked", ticked,
                        "text", KeywordText.of(text));
        return Decisions.evaluate("decide_service_level", inputs).getSingleResult().getEntryMap();
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3}")
    @DisplayName("影响越大，审批越严：每一行都命中")
    @CsvSource({
        "线上、数据丢失,紧急,负责人、CTO,会签,4",
        "泄露,高,负责人、CTO,会签,4",
        "安全事故,紧急,负责人、CTO,会签,4",
        "客户投诉,紧急,负责人、CTO,依次,4",
        "宕机,紧急,负责人、CTO,或签,4",
        "'',紧急,负责人,或签,8",
        "线上,高,负责人,或签,8"
    })
    void impactDecidesTheApprovers(
            String words, String urgency, String roles, String rule, int escalateAfter) {
        var answer =
                Decisions.evaluate(
                        "decide_approval_level", Map.of("impactWords", words, "urgency", urgency));
        assertThat(answer.getSingleResult().getEntryMap())
                .containsEntry("approverRoles", roles)
                .containsEntry("approvalRule", rule)
                .containsEntry("escalateAfter", escalateAfter);
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @DisplayName("关联项目决定处理团队")
    @CsvSource({
        "技术,平台研发部,PROJECT_TEAM",
        "人员,应用研发部,PROJECT_TEAM",
        "工具,其他,REPORTER_TEAM",
        "流程,其他,REPORTER_TEAM"
    })
    void projectDecidesTheTeam(String category, String project, Routing routing) {
        var answer =
                Decisions.evaluate(
                        "assign_handler", Map.of("category", category, "project", project));
        assertThat(Routing.labelled(answer.getSingleEntry())).isEqualTo(routing);
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @DisplayName("分类决定团队内怎样选人，任何问题都有策略")
    @CsvSource({"技术,平台研发部,SKILLED", "工具,其他,EXPERIENCED", "流程,其他,BALANCED", "人员,应用研发部,BALANCED"})
    void categoryDecidesTheStrategy(String category, String project, Strategy strategy) {
        var answer =
                Decisions.evaluate(
                        "assign_handler",
                        "assign_strategy",
                        Map.of("category", category, "project", project));
        assertThat(Strategy.labelled(answer.getSingleEntry())).isEqualTo(strategy);
    }
}
