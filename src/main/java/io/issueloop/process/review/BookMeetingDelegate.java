package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 创建会议, and everybody is invited. */
@Component
class BookMeetingDelegate implements JavaDelegate {

    private final Reviews reviews;

    BookMeetingDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.book(businessKey(execution));
    }
}
