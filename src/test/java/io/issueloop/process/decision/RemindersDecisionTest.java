package io.issueloop.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.Urgency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escalation handler → lead → CTO, and 群聊@ for what is overdue. */
class RemindersDecisionTest {

    @ParameterizedTest(name = "{0} × {1}")
    @DisplayName("提醒阶段与紧急程度决定告知谁、是否在群里@")
    @CsvSource({
        "提醒,紧急,true,false,false,false",
        "提醒,低,true,false,false,false",
        "催办,紧急,true,true,false,false",
        "催办,高,true,true,false,false",
        "催办,中,true,false,false,false",
        "催办,低,true,false,false,false",
        "升级,紧急,true,true,true,true",
        "升级,高,true,true,true,true",
        "升级,中,true,true,false,true",
        "升级,低,true,true,false,true"
    })
    void stageAndUrgencyDecideWhoHears(
            String stage,
            String urgency,
            boolean handler,
            boolean lead,
            boolean cto,
            boolean group) {
        assertThat(evaluate(stage, urgency))
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "toHandler", handler,
                                "toLead", lead,
                                "toCto", cto,
                                "inGroup", group));
    }

    @Test
    @DisplayName("每种组合都恰好有一个答案")
    void everyCombinationHasOneAnswer() {
        for (var stage : ReminderStage.values()) {
            for (var urgency : Urgency.values()) {
                assertThat(evaluate(stage.label(), urgency.label()))
                        .as(stage + "/" + urgency)
                        .hasSize(1);
            }
        }
    }

    private static List<Map<String, Object>> evaluate(String stage, String urgency) {
        return Decisions.evaluate(
                        "decide_reminders", Map.of("reminderStage", stage, "urgency", urgency))
                .getResultList();
    }
}
