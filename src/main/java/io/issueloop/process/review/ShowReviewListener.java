package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.REMIND_CONCLUSIONS_AT;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.collaboration.review.ReviewNotices;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.process.FormText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 记录结论 opens: what it is about, by when, and a message to the lead. */
@Component
class ShowReviewListener implements TaskListener {

    private final Reviews reviews;
    private final ReviewNotices notices;

    ShowReviewListener(Reviews reviews, ReviewNotices notices) {
        this.reviews = reviews;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        task.setDueDate(REMIND_CONCLUSIONS_AT.from(task));
        task.setVariableLocal(SUMMARY.name(), FormText.plain(reviews.summary(key)));
        notices.askForConclusions(key);
    }
}
