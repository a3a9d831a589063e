package io.issueloop.process.work;

import io.issueloop.issue.IssueProcess.Step;
import java.util.Map;

/** Which user task of the models is which step of the domain. */
public final class StepTasks {

    private static final Map<Step, String> TASKS =
            Map.of(
                    Step.TRIAGE, "Task_TriageIssue",
                    Step.ACCEPT, "Task_AcceptIssue",
                    Step.HANDLE, "Task_HandleIssue",
                    Step.RESUME, "Task_ResumeIssue",
                    Step.ANSWER, "Task_AnswerQuestion",
                    Step.EVALUATE, "Task_EvaluateSolution",
                    Step.CONFIRM_OWN, "Task_ConfirmOwnSolution",
                    Step.COMPLETE_SOLUTION, "Task_CompleteSolution",
                    Step.FOLLOW_UP_RATING, "Task_FollowUpRating");

    private StepTasks() {}

    public static String of(Step step) {
        return TASKS.get(step);
    }
}
