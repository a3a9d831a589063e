package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerProcess;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Rounds of ratings on Camunda, which knows who is asked, and nothing of what is answered. */
@Component
class CamundaPeerProcess implements PeerProcess {

    private static final String PEER_RATING = "peer_rating";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Acting acting;

    CamundaPeerProcess(RuntimeService runtime, TaskService tasks, Acting acting) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.acting = acting;
    }

    @Override
    public void start(Period quarter) {
        runtime.startProcessInstanceByKey(
                PEER_RATING, "PEER-" + quarter, Map.of(PERIOD.name(), quarter.code()));
    }

    @Override
    public void rated(Period quarter, UserId rater) {
        tasks.createTaskQuery()
                .processDefinitionKey(PEER_RATING)
                .processVariableValueEquals(PERIOD.name(), quarter.code())
                .taskDefinitionKey("Task_RatePeers")
                .taskAssignee(rater.value())
                .list()
                .forEach(task -> acting.as(rater, () -> tasks.complete(task.getId())));
    }
}
