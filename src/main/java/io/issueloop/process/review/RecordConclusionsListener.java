package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.MEASURE_COUNT;

import io.issueloop.collaboration.review.Reviews;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 记录结论: what was agreed, and who does what by when. */
@Component
class RecordConclusionsListener implements TaskListener {

    private final Reviews reviews;
    private final Acting acting;

    RecordConclusionsListener(Reviews reviews, Acting acting) {
        this.reviews = reviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        var fields = FormFields.takenFrom(task);
        int measures =
                reviews.conclude(
                        key, acting.now(), fields.text("conclusions"), fields.text("measures"));
        MEASURE_COUNT.set(task, measures);
    }
}
