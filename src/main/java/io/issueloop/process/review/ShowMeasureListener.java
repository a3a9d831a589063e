package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.MEASURE_INDEX;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.collaboration.review.Reviews;
import io.issueloop.process.FormText;
import io.issueloop.shared.Zones;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 落实改进措施 opens: what it is, and due on the evening of its day. */
@Component
class ShowMeasureListener implements TaskListener {

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Reviews reviews;

    ShowMeasureListener(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        int number = MEASURE_INDEX.from(task) + 1;
        var measure = reviews.measure(key, number);
        var due = measure.dueOn().atTime(EVENING).atZone(Zones.REPORTING).toInstant();
        task.setDueDate(Date.from(due));
        task.setVariableLocal(
                SUMMARY.name(),
                FormText.plain(measure.title() + "\n\n来自复盘：" + reviews.get(key).topic()));
    }
}
