package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 催办结论: the lead is reminded once. */
@Component
class RemindConclusionsDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    RemindConclusionsDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindOfConclusions(businessKey(execution));
    }
}
