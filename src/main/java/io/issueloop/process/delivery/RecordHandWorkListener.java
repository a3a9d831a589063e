package io.issueloop.process.delivery;

import static io.issueloop.process.ProcessVariables.DONE_BY_HAND;
import static io.issueloop.process.ProcessVariables.EFFECT;
import static io.issueloop.process.ProcessVariables.SUBJECT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.delivery.Deliveries;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 已办完, with the result where one is needed, or 改由系统再投递. */
@Component
class RecordHandWorkListener implements TaskListener {

    private final Deliveries deliveries;
    private final HandTasks handTasks;
    private final Acting acting;

    RecordHandWorkListener(Deliveries deliveries, HandTasks handTasks, Acting acting) {
        this.deliveries = deliveries;
        this.handTasks = handTasks;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var actor = acting.now();
        handTasks.requireMay(actor, execution);
        var fields = FormFields.takenFrom(task);
        var effect = EFFECT.from(execution);
        switch (fields.text("handWorkResult")) {
            case "done" -> {
                var subject = SUBJECT.find(execution).orElse("");
                deliveries.doneByHand(
                        businessKey(execution), effect, subject, fields.text("reference"), actor);
                DONE_BY_HAND.set(execution, true);
            }
            case "again" -> {
                deliveries.requireAutomatic(effect);
                DONE_BY_HAND.set(execution, false);
            }
            default -> throw new Refused("请选择办理结果：已办完 或 改由系统再投递");
        }
    }
}
