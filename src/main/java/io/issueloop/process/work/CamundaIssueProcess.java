package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.PROJECT;
import static io.issueloop.process.ProcessVariables.REPORTER_ID;
import static io.issueloop.process.ProcessVariables.URGENCY;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueProcess;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The issue processes on Camunda. */
@Component
class CamundaIssueProcess implements IssueProcess {

    private static final String ISSUE_LIFECYCLE = "issue_lifecycle";

    private final RuntimeService runtime;
    private final OpenTasks openTasks;

    CamundaIssueProcess(RuntimeService runtime, OpenTasks openTasks) {
        this.runtime = runtime;
        this.openTasks = openTasks;
    }

    @Override
    public void start(Issue issue) {
        runtime.startProcessInstanceByKey(
                ISSUE_LIFECYCLE,
                issue.no().value(),
                Map.of(
                        URGENCY.name(), issue.urgency().label(),
                        PROJECT.name(), issue.project(),
                        REPORTER_ID.name(), issue.reporter().value()));
    }

    @Override
    public void complete(IssueNo issueNo, Step step, UserId actor, Map<String, Object> answers) {
        var notOpen = "问题 %s 的这一步已经处理过或还没有开始，请刷新查看最新状态".formatted(issueNo);
        openTasks.complete(
                new OpenTasks.Which(issueNo.value(), StepTasks.of(step), notOpen), actor, answers);
    }
}
