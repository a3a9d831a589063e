package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PEER_CLOSES_AT;
import static io.issueloop.process.ProcessVariables.PEER_RATER;
import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 评价同事 opens: each instance is another rater's, by the engine's own counter; one that a lead added
 * later is named.
 */
@Component
class ShowPeerRatingListener implements TaskListener {

    private final PeerRounds rounds;

    ShowPeerRatingListener(PeerRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(PERIOD.from(task));
        task.setAssignee(PEER_RATER.find(task).orElseGet(() -> next(quarter, task)));
        task.setDueDate(PEER_CLOSES_AT.from(task));
        task.setVariableLocal(
                SUMMARY.name(),
                "%s同事互评：请打开首页的“同事互评”（/m/peer-rating）逐个评分。评分匿名，只在该页填写，这里不填分数；都评完后本任务自动完成。"
                        .formatted(quarter.label()));
    }

    private String next(Period quarter, DelegateTask task) {
        return rounds.rater(quarter, (int) task.getVariable("loopCounter")).value();
    }
}
