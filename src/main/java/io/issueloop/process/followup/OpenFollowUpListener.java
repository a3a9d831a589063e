package io.issueloop.process.followup;

import static io.issueloop.process.ProcessVariables.REMIND_FOLLOW_UP_AT;

import io.issueloop.issue.FollowUpTimes;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets when the one who is asked is reminded. */
@Component
class OpenFollowUpListener implements ExecutionListener {

    private final FollowUpTimes times;

    OpenFollowUpListener(FollowUpTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution execution) {
        REMIND_FOLLOW_UP_AT.set(execution, Date.from(times.remindAt()));
    }
}
