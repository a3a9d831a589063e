package io.issueloop.process.work;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its due time and the summary its form shows. */
@Component
class ShowIssueListener implements TaskListener {

    private final TaskGlance glance;

    ShowIssueListener(TaskGlance glance) {
        this.glance = glance;
    }

    @Override
    public void notify(DelegateTask task) {
        glance.show(task);
    }
}
