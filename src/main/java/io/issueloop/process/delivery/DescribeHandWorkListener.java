package io.issueloop.process.delivery;

import io.issueloop.process.access.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in a new task what there is to do, and offers it to those who may. */
@Component
class DescribeHandWorkListener implements TaskListener {

    private final HandTasks handTasks;

    DescribeHandWorkListener(HandTasks handTasks) {
        this.handTasks = handTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        var work = handTasks.words(task.getExecution());
        task.setName(work.title());
        if (!HandTasks.group(work).equals(Groups.PROCESS_ADMINS)) {
            task.deleteCandidateGroup(Groups.PROCESS_ADMINS);
            task.addCandidateGroup(HandTasks.group(work));
        }
        task.setVariablesLocal(HandTasks.shown(work));
    }
}
