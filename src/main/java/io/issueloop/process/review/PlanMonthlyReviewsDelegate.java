package io.issueloop.process.review;

import io.issueloop.collaboration.review.ReviewPlanning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 安排月度复盘: the timer only wakes; what is owed stands in a table. */
@Component
class PlanMonthlyReviewsDelegate implements JavaDelegate {

    private final ReviewPlanning planning;

    PlanMonthlyReviewsDelegate(ReviewPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.planMonths();
    }
}
