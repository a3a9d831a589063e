package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.ReviewPlanning;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 安排复盘: the review is a process of its own. */
@Component
class ScheduleReviewDelegate implements JavaDelegate {

    private final ReviewPlanning planning;

    ScheduleReviewDelegate(ReviewPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.planOf(IssueNo.of(businessKey(execution)));
    }
}
