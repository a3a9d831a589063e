package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.approval.ApprovalProcess;
import io.issueloop.approval.Approvals;
import io.issueloop.approval.NativeApprovals;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Words for stories about a major issue and those who decide on it. */
abstract class MajorIssueStory extends IssueStory {

    static final String MANUAL_TASK = "Task_ApproveMajorIssue";

    @Autowired Approvals approvals;
    @Autowired ApprovalDecisions decisions;
    @Autowired NativeApprovals natives;
    @Autowired ApprovalProcess approvalProcess;
    @Autowired RecordedForms forms;
    @Autowired Modes modes;
    @Autowired IdentityService identity;
    @Autowired Acting acting;

    @BeforeEach
    void weComAnswers() {
        forms.down = false;
    }

    @AfterEach
    void asConfigured() {
        if (modes.decided(Capability.APPROVAL).flatMap(Modes.Change::to).isPresent()) {
            modes.change(Capability.APPROVAL, Optional.empty(), LIU);
        }
    }

    void approvalsAre(Mode mode) {
        modes.change(Capability.APPROVAL, Optional.of(mode), LIU);
    }

    /** Ticked by its reporter: the lead alone decides. */
    IssueNo ticked() {
        return ticked(ZHAO);
    }

    IssueNo ticked(UserId reporter) {
        return issues.report(
                rules.check(reporter, "订单页面性能很差", "高", PLATFORM_PROJECT, true, "REST"));
    }

    /** Urgent, and a word of the table says how bad it is. */
    IssueNo urgent(String description) {
        return reported(ZHAO, description, "紧急", PLATFORM_PROJECT);
    }

    IssueNo submitted(IssueNo issueNo) {
        delivered(issueNo);
        return issueNo;
    }

    void isAwaitingApproval(IssueNo issueNo) {
        assertThat(now(issueNo).status()).isEqualTo(IssueStatus.AWAITING_APPROVAL);
        assertThat(instances(issueNo, "major_issue_approval")).isEqualTo(1);
    }

    void goesOn(IssueNo issueNo, boolean isMajor) {
        waitsFor(issueNo, handlerOf(issueNo), "接单", IssueStatus.ASSIGNED);
        assertThat(now(issueNo).isMajor()).isEqualTo(isMajor);
        assertThat(instances(issueNo, "major_issue_approval")).isZero();
    }

    long instances(IssueNo issueNo, String processKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(issueNo.value())
                .count();
    }

    Task manualTask(IssueNo issueNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issueNo.value())
                .taskDefinitionKey(MANUAL_TASK)
                .singleResult();
    }

    long offered(IssueNo issueNo, UserId user) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issueNo.value())
                .taskDefinitionKey(MANUAL_TASK)
                .taskCandidateUser(user.value())
                .count();
    }

    /** In Tasklist, signed on. */
    void decidesInTask(IssueNo issueNo, UserId user, String decision, String comment) {
        acting.as(
                user,
                () ->
                        tasks.complete(
                                manualTask(issueNo).getId(),
                                Map.of("decision", decision, "decisionComment", comment)));
    }

    long times(IssueNo issueNo, IssueEventType type) {
        return issues.history(issueNo).stream()
                .filter(recorded -> recorded.event().type() == type)
                .count();
    }

    String lastText(IssueNo issueNo, IssueEventType type, String key) {
        return issues.history(issueNo).stream()
                .filter(recorded -> recorded.event().type() == type)
                .reduce((earlier, later) -> later)
                .flatMap(recorded -> recorded.event().text(key))
                .orElse("");
    }
}
