package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.MEASURE_INDEX;

import io.issueloop.collaboration.review.Reviews;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 落实改进措施: what was done. */
@Component
class RecordMeasureListener implements TaskListener {

    private final Reviews reviews;
    private final Acting acting;

    RecordMeasureListener(Reviews reviews, Acting acting) {
        this.reviews = reviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        var fields = FormFields.takenFrom(task);
        reviews.done(key, MEASURE_INDEX.from(task) + 1, acting.now(), fields.text("note"));
    }
}
