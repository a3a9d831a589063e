package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PEER_RATER;
import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerProcess;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Rounds of ratings on Camunda, which knows who is asked, and nothing of what is answered. */
@Component
class CamundaPeerProcess implements PeerProcess {

    private static final String PEER_RATING = "peer_rating";
    private static final String RATING = "Task_RatePeers";
    private static final String CLOSING = "Event_RatingClosing";

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

    /** Who is asked later than the others gets an instance of the task of their own. */
    @Override
    public void invited(Period quarter, UserId rater) {
        if (tasks(quarter).taskAssignee(rater.value()).count() > 0) {
            return;
        }
        var others = tasks(quarter).list();
        if (!others.isEmpty()) {
            ask(others.get(0).getProcessInstanceId(), rater, false);
            return;
        }
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PEER_RATING)
                .variableValueEquals(PERIOD.name(), quarter.code())
                .activityIdIn(CLOSING)
                .list()
                .stream()
                .findFirst()
                .ifPresent(waiting -> ask(waiting.getId(), rater, true));
    }

    /** Where everybody was done, the round waits for its end: it goes back to the ratings. */
    private void ask(String round, UserId rater, boolean wereAllDone) {
        var change = runtime.createProcessInstanceModification(round);
        if (wereAllDone) {
            change.cancelAllForActivity(CLOSING);
        }
        change.startBeforeActivity(RATING)
                .setVariableLocal(PEER_RATER.name(), rater.value())
                .execute();
    }

    @Override
    public void rated(Period quarter, UserId rater) {
        tasks(quarter)
                .taskAssignee(rater.value())
                .list()
                .forEach(task -> acting.as(rater, () -> tasks.complete(task.getId())));
    }

    private TaskQuery tasks(Period quarter) {
        return tasks.createTaskQuery()
                .processDefinitionKey(PEER_RATING)
                .processVariableValueEquals(PERIOD.name(), quarter.code())
                .taskDefinitionKey(RATING);
    }
}
