package io.issueloop.process.work;

import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 确认移交: as proposed and chosen, or everything to the lead. */
@Component
class RecordHandoverListener implements TaskListener {

    private final Handovers handovers;
    private final Acting acting;

    RecordHandoverListener(Handovers handovers, Acting acting) {
        this.handovers = handovers;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = Handover.idIn(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        handovers.carryOut(id, acting.now(), fields.is("handoverDecision", "lead"));
    }
}
