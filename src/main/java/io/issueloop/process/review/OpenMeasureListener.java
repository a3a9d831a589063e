package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.MEASURE_INDEX;
import static io.issueloop.process.ProcessVariables.MEASURE_OWNER_ID;
import static io.issueloop.process.ProcessVariables.REMIND_MEASURE_AT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.ReviewNotices;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Tells the owner of an improvement, and sets when they are reminded. */
@Component
class OpenMeasureListener implements ExecutionListener {

    private final ReviewNotices notices;

    OpenMeasureListener(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var asked =
                notices.askForMeasure(businessKey(execution), MEASURE_INDEX.from(execution) + 1);
        MEASURE_OWNER_ID.set(execution, asked.owner().value());
        REMIND_MEASURE_AT.set(execution, Date.from(asked.remindAt()));
    }
}
