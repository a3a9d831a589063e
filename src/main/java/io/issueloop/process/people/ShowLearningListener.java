package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.REMIND_LEARNING_AT;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.process.FormText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 审核学习计划 opens: whose it is; what is in it stays on our page. */
@Component
class ShowLearningListener implements TaskListener {

    private final LearningDecisions decisions;

    ShowLearningListener(LearningDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        task.setDueDate(REMIND_LEARNING_AT.from(task));
        task.setVariableLocal(SUMMARY.name(), FormText.plain(decisions.summary(key)));
    }
}
