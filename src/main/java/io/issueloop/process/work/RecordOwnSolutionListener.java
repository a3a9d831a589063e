package io.issueloop.process.work;

import io.issueloop.issue.FollowUps;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 确认自解决: somebody else judges what the reporter resolved. */
@Component
class RecordOwnSolutionListener implements TaskListener {

    private final FollowUps followUps;
    private final IssueLifecycle lifecycle;
    private final Reopening reopening;
    private final Acting acting;

    RecordOwnSolutionListener(
            FollowUps followUps, IssueLifecycle lifecycle, Reopening reopening, Acting acting) {
        this.followUps = followUps;
        this.lifecycle = lifecycle;
        this.reopening = reopening;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        switch (fields.text("ownSolution")) {
            case "confirmed" -> {
                followUps.confirmOwn(issueNo, acting.now());
                EvaluationOutcome.CONFIRMED.set(task);
            }
            case "unsolved" -> {
                lifecycle.reopenOwn(issueNo, acting.now(), fields.text("unsolvedReason"));
                reopening.goesTo(issueNo, task);
            }
            default -> throw new Refused("请选择问题是否真正解决");
        }
    }
}
