package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.REMINDER_STAGE;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.ReminderStage;
import io.issueloop.notification.Reminders;
import io.issueloop.notification.Reminders.Audience;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Hands on whom {@code decide_reminders} wants to be told. */
@Component
class SendRemindersListener implements ExecutionListener {

    private final Reminders reminders;

    SendRemindersListener(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var said = (DmnDecisionResult) execution.getVariable("decisionResult");
        var answer = said.getSingleResult();
        reminders.reached(
                IssueNo.of(businessKey(execution)),
                ReminderStage.labelled(REMINDER_STAGE.from(execution)),
                new Audience(
                        is(answer, "toHandler"),
                        is(answer, "toLead"),
                        is(answer, "toCto"),
                        is(answer, "inGroup")));
    }

    private static boolean is(DmnDecisionResultEntries answer, String output) {
        return Boolean.TRUE.equals(answer.getEntry(output));
    }
}
