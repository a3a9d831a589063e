package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CATEGORY;
import static io.issueloop.process.ProcessVariables.CATEGORY_CLEAR;
import static io.issueloop.process.ProcessVariables.TRIAGER_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Notifications;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Hands what {@code classify_issue} said to the domain; without a category a lead is asked. */
@Component
class RecordClassificationListener implements ExecutionListener {

    private final IssueLifecycle lifecycle;
    private final IssueAssignment assignment;
    private final Notifications notifications;

    RecordClassificationListener(
            IssueLifecycle lifecycle, IssueAssignment assignment, Notifications notifications) {
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.notifications = notifications;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var issueNo = IssueNo.of(businessKey(execution));
        var classification =
                ClassificationResult.read(
                        (DmnDecisionResult) execution.getVariable("decisionResult"));
        lifecycle.classify(issueNo, classification);
        CATEGORY_CLEAR.set(execution, classification.category().isPresent());
        classification
                .category()
                .ifPresentOrElse(
                        category -> CATEGORY.set(execution, category),
                        () -> askForTriage(execution, issueNo));
    }

    private void askForTriage(DelegateExecution execution, IssueNo issueNo) {
        var triager = assignment.triager(issueNo);
        TRIAGER_ID.set(execution, triager.value());
        notifications.askForTriage(issueNo, triager);
    }
}
