package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.REMIND_LEARNING_AT;

import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.appraisal.people.LearningProcess;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Learning plans on Camunda, one small process per question to the lead. */
@Component
class CamundaLearningProcess implements LearningProcess {

    static final String TASK = "Task_DecideLearning";

    private final RuntimeService runtime;
    private final OpenTasks openTasks;
    private final ObjectProvider<LearningDecisions> decisions;

    CamundaLearningProcess(
            RuntimeService runtime,
            OpenTasks openTasks,
            ObjectProvider<LearningDecisions> decisions) {
        this.runtime = runtime;
        this.openTasks = openTasks;
        this.decisions = decisions;
    }

    @Override
    public void ask(String key, UserId lead) {
        runtime.startProcessInstanceByKey(
                "learning_plan",
                key,
                Map.of(
                        LEAD_ID.name(), lead.value(),
                        REMIND_LEARNING_AT.name(), Date.from(decisions.getObject().remindAt())));
    }

    @Override
    public void decide(String key, UserId actor, boolean agreed, String reason) {
        openTasks.complete(
                new OpenTasks.Which(key, TASK, "已有人决定，请刷新查看结果"),
                actor,
                Map.of("learningDecision", agreed ? "agree" : "return", "learningReason", reason));
    }
}
