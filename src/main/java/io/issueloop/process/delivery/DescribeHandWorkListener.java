package io.issueloop.process.delivery;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Says in a new task what there is to do, and offers it to those who may; whoever claims it later
 * reads what there is to do by then.
 */
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
        var group = HandTasks.group(work);
        if (task.getCandidates().stream().noneMatch(link -> group.equals(link.getGroupId()))) {
            task.addCandidateGroup(group);
        }
        task.setVariablesLocal(HandTasks.shown(task.getExecution(), work));
    }
}
