package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.PAUSE_APPROVED;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.PauseApprovals;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code issue_pause}. */
class PauseProcessTest extends IssueStory {

    @Autowired IssuePauses pauses;
    @Autowired PauseApprovals approvals;
    @Autowired IdentityService identity;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("issue_pause");
    }

    @Test
    @DisplayName("暂停满十个工作日：提醒处理人，负责人在任务里批准，整段不计入时限")
    void theCapIsReachedAndTheLeadApproves() {
        var issue = paused("平台缺少备件");
        assertThat(textTo(ZHAO)).contains("已暂停：平台缺少备件").contains("等待：供应商");
        assertThat(textTo(LI_XUE)).contains("请在问题页批准暂停");
        wecom.messages.clear();

        clock.moveTo(time("2026-12-07T10:01"));
        fires(issue, "Event_CapReached");
        delivered(issue);
        assertThat(textTo(handlerOf(issue))).contains("暂停已满 10 个工作日").contains("计时已恢复");
        var task = approval(issue);
        assertThat(task.getAssignee()).isEqualTo(LI_XUE.value());
        assertThatThrownBy(() -> inTasklist(handlerOf(issue), task))
                .isInstanceOf(AuthorizationException.class);
        inTasklist(LI_XUE, task);
        assertThat(issues.history(issue))
                .extracting(recorded -> recorded.event().type())
                .contains(PAUSE_APPROVED);
        clock.moveTo(time("2026-12-14T10:00"));
        actions.resume(issue, handlerOf(issue), "");
        assertThat(now(issue).dueAt()).as("fifteen days").contains(time("2026-12-17T10:00"));
    }

    @Test
    @DisplayName("负责人随时可在问题页批准一次；恢复或批准后不再跟进")
    void settledBeforeTheCap() {
        var approved = paused("平台缺少许可");
        approvals.approve(approved, LI_XUE, "同意");
        assertThat(followUps(approved)).isZero();
        assertThatThrownBy(() -> approvals.approve(approved, LI_XUE, "再批一次"))
                .isInstanceOf(Refused.class);

        var resumed = paused("平台要等窗口期");
        actions.resume(resumed, handlerOf(resumed), "");
        assertThat(followUps(resumed)).isZero();
        assertThatThrownBy(() -> approvals.approve(resumed, LI_XUE, ""))
                .hasMessageContaining("没有暂停");
    }

    private IssueNo paused(String description) {
        clock.moveTo(MONDAY_TEN);
        var issue = reported(ZHAO, description);
        actions.accept(issue, handlerOf(issue));
        actions.pause(issue, handlerOf(issue), "等到货", "供应商");
        delivered(issue);
        return issue;
    }

    private Task approval(IssueNo issue) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issue.value())
                .taskDefinitionKey("Task_ApprovePause")
                .singleResult();
    }

    private void inTasklist(UserId user, Task task) {
        identity.setAuthenticatedUserId(user.value());
        try {
            tasks.complete(task.getId(), Map.of("pauseApprovalNote", "同意"));
        } finally {
            identity.clearAuthentication();
        }
    }

    private long followUps(IssueNo issue) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issue.value(), "issue_pause")
                .count();
    }

    private String textTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .map(notice -> notice.title() + "\n" + notice.text())
                .reduce("", String::concat);
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
