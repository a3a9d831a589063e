package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.APPEAL_DUE_AT;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.appraisal.appeal.AppealLetters;
import io.issueloop.process.FormText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task of an appeal opens: which line it is about; why stays on our page. */
@Component
class ShowAppealListener implements TaskListener {

    private final AppealLetters letters;

    ShowAppealListener(AppealLetters letters) {
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var no = task.getExecution().getProcessBusinessKey();
        task.setDueDate(APPEAL_DUE_AT.from(task));
        task.setVariableLocal(SUMMARY.name(), FormText.plain(letters.summary(no)));
    }
}
