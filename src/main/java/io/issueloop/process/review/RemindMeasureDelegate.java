package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.MEASURE_INDEX;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒落实: the owner is reminded once. */
@Component
class RemindMeasureDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    RemindMeasureDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindOfMeasure(businessKey(execution), MEASURE_INDEX.from(execution) + 1);
    }
}
