package io.issueloop.process.followup;

import io.issueloop.issue.FollowUpProcess;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.notification.FollowUpNotices;
import io.issueloop.process.ProcessVariables;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.process.work.StepTasks;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The follow-ups of an issue on Camunda, each a small process beside the issue's own. */
@Component
class CamundaFollowUps implements FollowUpProcess {

    private static final String SOLUTION = "solution_follow_up";
    private static final String RATING = "rating_follow_up";
    private static final String SUPERSEDED = "solution_superseded";

    private final RuntimeService runtime;
    private final OpenTasks openTasks;
    private final FollowUpNotices notices;

    CamundaFollowUps(RuntimeService runtime, OpenTasks openTasks, FollowUpNotices notices) {
        this.runtime = runtime;
        this.openTasks = openTasks;
        this.notices = notices;
    }

    @Override
    public void askForSolution(IssueNo issueNo, UserId handler) {
        start(SOLUTION, issueNo, ProcessVariables.HANDLER_ID.name(), handler);
        notices.askForSolution(issueNo, handler);
    }

    @Override
    public void solutionSuperseded(IssueNo issueNo) {
        runtime.createMessageCorrelation(SUPERSEDED)
                .processInstanceBusinessKey(issueNo.value())
                .correlateAll();
    }

    @Override
    public void askAboutRating(IssueNo issueNo, UserId lead) {
        var open =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(issueNo.value(), RATING)
                        .count();
        if (open == 0) {
            start(RATING, issueNo, ProcessVariables.LEAD_ID.name(), lead);
            notices.askAboutRating(issueNo, lead);
        }
    }

    @Override
    public boolean isOpen(IssueNo issueNo, Step step) {
        return openTasks.isOpen(issueNo.value(), StepTasks.of(step));
    }

    private void start(String process, IssueNo issueNo, String variable, UserId person) {
        runtime.startProcessInstanceByKey(
                process, issueNo.value(), Map.of(variable, person.value()));
    }
}
