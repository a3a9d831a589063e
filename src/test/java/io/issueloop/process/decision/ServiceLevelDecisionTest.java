package io.issueloop.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.Routing;
import io.issueloop.issue.Strategy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
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
        var answer = Decisions.evaluate("decide_service_level", Map.of("urgency", urgency));
        assertThat(answer.<Integer>getSingleEntry()).isEqualTo(days);
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
