package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CLOSE_EVALUATION_AT;
import static io.issueloop.process.ProcessVariables.CONFIRMER_ID;
import static io.issueloop.process.ProcessVariables.REMIND_EVALUATION_AT;
import static io.issueloop.process.ProcessVariables.SELF_RESOLVED;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.EvaluationTimes;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.IssueNo;
import io.issueloop.notification.FollowUpNotices;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Sets when the reporter is reminded, when silence closes the issue, and who confirms what the
 * reporter resolved.
 */
@Component
class OpenEvaluationListener implements ExecutionListener {

    private final EvaluationTimes times;

    private final FollowUps followUps;
    private final FollowUpNotices notices;

    OpenEvaluationListener(EvaluationTimes times, FollowUps followUps, FollowUpNotices notices) {
        this.times = times;
        this.followUps = followUps;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        EvaluationOutcome.NOT_EVALUATED.set(execution);
        REMIND_EVALUATION_AT.set(execution, Date.from(times.remindAt()));
        CLOSE_EVALUATION_AT.set(execution, Date.from(times.closeAt()));
        var issueNo = IssueNo.of(businessKey(execution));
        var confirmer = followUps.confirmer(issueNo);
        SELF_RESOLVED.set(execution, confirmer.isPresent());
        confirmer.ifPresent(
                somebodyElse -> {
                    CONFIRMER_ID.set(execution, somebodyElse.value());
                    notices.askToConfirm(issueNo, somebodyElse);
                });
    }
}
