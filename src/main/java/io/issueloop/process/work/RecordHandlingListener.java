package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.HANDLING_OUTCOME;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * 处理问题: 已解决, 需要信息, 暂停 or 转交. The words RESOLVED, QUESTION, PAUSE, TRANSFER stand in the model's
 * conditions.
 */
@Component
class RecordHandlingListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final IssueAssignment assignment;
    private final Reassignment reassignment;
    private final IssuePauses pauses;
    private final Acting acting;

    RecordHandlingListener(
            IssueLifecycle lifecycle,
            IssueAssignment assignment,
            Reassignment reassignment,
            IssuePauses pauses,
            Acting acting) {
        this.reassignment = reassignment;
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.pauses = pauses;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var actor = acting.now();
        switch (fields.text("handlingResult")) {
            case "resolved" -> {
                lifecycle.resolve(issueNo, actor, solution(fields));
                HANDLING_OUTCOME.set(task, "RESOLVED");
            }
            case "question" -> {
                pauses.askForInformation(issueNo, actor, fields.text("question"));
                HANDLING_OUTCOME.set(task, "QUESTION");
            }
            case "pause" -> {
                requireModelWithPause(task);
                pauses.pause(issueNo, actor, fields.text("pauseReason"), fields.text("waitsFor"));
                HANDLING_OUTCOME.set(task, "PAUSE");
            }
            case "transfer" -> {
                HANDLER_ID.set(task, transferred(issueNo, actor, fields).value());
                HANDLING_OUTCOME.set(task, "TRANSFER");
            }
            default -> throw new Refused("请选择处理结果：已解决、需要信息、暂停 或 转交");
        }
    }

    /** An instance keeps the model it began with, and the first ones know no pause. */
    private static void requireModelWithPause(DelegateTask task) {
        var model = ((TaskEntity) task).getExecution().getProcessDefinition();
        if (model.findActivity(StepTasks.of(Step.RESUME)) == null) {
            throw new Refused("这个问题按旧版流程处理，不能暂停；请用“需要信息”请提报人补充，或转交、改派后再暂停");
        }
    }

    /** By who has it; a lead gives it to somebody else. */
    private UserId transferred(IssueNo issueNo, UserId by, FormFields fields) {
        var to = fields.text("transferTo");
        var note = fields.text("transferNote");
        return reassignment.isHandlers(issueNo, by)
                ? assignment.handOver(issueNo, by, to, note)
                : reassignment.decide(issueNo, by, to, note);
    }

    private static Solution solution(FormFields fields) {
        return new Solution(
                fields.text("cause").strip(),
                fields.text("measures").strip(),
                fields.text("verification").strip());
    }
}
