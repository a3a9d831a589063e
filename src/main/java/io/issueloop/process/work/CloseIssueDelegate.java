package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.NEEDS_REVIEW;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.collaboration.review.ReviewPlanning;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 关闭问题. */
@Component
class CloseIssueDelegate implements JavaDelegate {

    private final IssueLifecycle lifecycle;
    private final ReviewPlanning reviews;

    CloseIssueDelegate(IssueLifecycle lifecycle, ReviewPlanning reviews) {
        this.lifecycle = lifecycle;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var issueNo = IssueNo.of(businessKey(execution));
        lifecycle.close(issueNo, EvaluationOutcome.of(execution) == EvaluationOutcome.CONFIRMED);
        NEEDS_REVIEW.set(execution, reviews.isNeeded(issueNo));
    }
}
