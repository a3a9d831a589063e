package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.ACTED_FIRST;
import static io.issueloop.issue.IssueEventType.APPROVAL_DECIDED;
import static io.issueloop.issue.IssueEventType.APPROVAL_OPINION;
import static io.issueloop.issue.IssueEventType.APPROVAL_REQUESTED;
import static io.issueloop.issue.IssueEventType.APPROVAL_SUBMITTED;
import static io.issueloop.issue.IssueEventType.APPROVAL_URGED;
import static io.issueloop.issue.IssueEventType.ASSIGNED;
import static io.issueloop.issue.IssueEventType.CLASSIFIED;
import static io.issueloop.issue.IssueEventType.PAUSED;
import static io.issueloop.issue.IssueEventType.REPORTED;
import static io.issueloop.issue.IssueEventType.RESUMED;
import static io.issueloop.issue.IssueEventType.SERVICE_LEVEL_SET;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.approval.ApprovalState;
import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.delivery.Mode;
import io.issueloop.issue.IssueStatus;
import io.issueloop.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One story per path of {@code major_issue_approval} and the {@code approval_urging} it calls, and
 * its way through {@code issue_lifecycle}.
 */
class MajorIssueApprovalProcessTest extends MajorIssueStory {

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("major_issue_approval");
        PathCoverage.assertComplete("approval_urging");
    }

    @Test
    @DisplayName("勾选重大问题：先审批，同意后才派给处理人，等待的时间顺延")
    void approvedInWeCom() {
        var issue = ticked();
        isAwaitingApproval(issue);
        assertThat(now(issue).dueAt()).contains(Instant.parse("2026-11-25T02:00:00Z"));
        submitted(issue);
        assertThat(forms.applicationsOf(issue)).isEqualTo(1);
        var application = forms.applications.get(forms.applications.size() - 1);
        assertThat(application.approvers()).containsExactly(LI_XUE);
        assertThat(application.copied()).containsExactly(handlerOf(issue));
        assertThat(messagesTo(handlerOf(issue))).isEmpty();

        clock.moveTo(MONDAY_TEN.plus(Duration.ofHours(2)));
        natives.changed(forms.says(issue, LI_XUE, Kind.AGREED, "尽快", Status.APPROVED));

        goesOn(issue, true);
        assertThat(now(issue).dueAt()).contains(Instant.parse("2026-11-25T04:00:00Z"));
        happened(
                issue,
                REPORTED,
                CLASSIFIED,
                SERVICE_LEVEL_SET,
                ASSIGNED,
                APPROVAL_REQUESTED,
                PAUSED,
                APPROVAL_SUBMITTED,
                APPROVAL_DECIDED,
                RESUMED);
    }

    @Test
    @DisplayName("紧急且命中影响词：自动判为重大，负责人或 CTO 一人同意即可")
    void urgentWithAnImpactWordIsMajor() {
        var issue = submitted(urgent("线上订单系统宕机"));
        isAwaitingApproval(issue);
        assertThat(lastText(issue, SERVICE_LEVEL_SET, "impactWords")).isEqualTo("[线上, 宕机]");
        assertThat(approvals.get(issue).approvers()).containsExactly(LI_XUE, CTO);
        natives.changed(forms.says(issue, CTO, Kind.AGREED, "", Status.APPROVED));
        goesOn(issue, true);
    }

    @Test
    @DisplayName("驳回：按普通问题继续，处理说明写明原因")
    void rejectedInWeCom() {
        var issue = submitted(ticked());
        natives.changed(forms.says(issue, LI_XUE, Kind.REJECTED, "影响范围未评估", Status.REJECTED));
        goesOn(issue, false);
        assertThat(now(issue).note()).contains("❌ 重大问题上报未通过：影响范围未评估");
        assertThat(approvals.get(issue).state()).isEqualTo(ApprovalState.REJECTED);
    }

    @Test
    @DisplayName("提报人撤销、审批单被删除：都按普通问题继续")
    void revokedOrDeleted() {
        var revoked = submitted(ticked());
        natives.changed(forms.becomes(revoked, Status.REVOKED));
        goesOn(revoked, false);
        var deleted = submitted(ticked());
        natives.changed(forms.becomes(deleted, Status.DELETED));
        goesOn(deleted, false);
        assertThat(now(deleted).note()).contains("❌ 重大问题审批单已删除");
    }

    @Test
    @DisplayName("无人审批：提醒审批人，请代理人，升级到 CTO，代理人可以代为同意")
    void nobodyDecides() {
        var issue = submitted(ticked());
        clock.moveTo(approvals.get(issue).times().remindAt());
        fires(issue, "BoundaryEvent_RemindDue");
        assertThat(lastText(issue, APPROVAL_URGED, "to")).isEqualTo("[lixue]");
        assertThatThrownBy(() -> decisions.decide(issue, CTO, true, ""))
                .isInstanceOf(Refused.class);
        clock.moveTo(approvals.get(issue).times().substituteAt());
        fires(issue, "Event_SubstituteDue");
        assertThat(approvals.get(issue).deputies()).containsExactly(CTO);
        clock.moveTo(approvals.get(issue).times().escalateAt());
        fires(issue, "Event_EscalationDue");
        assertThat(times(issue, APPROVAL_URGED)).isEqualTo(3);

        decisions.decide(issue, CTO, true, "先修");
        goesOn(issue, true);
        assertThat(lastText(issue, APPROVAL_DECIDED, "onBehalfOf")).isEqualTo("lixue");
    }

    @Test
    @DisplayName("5 分钟未受理：人工审批任务自动打开，之后不再提交审批单")
    void notAcceptedOpensTheManualTask() {
        forms.down = true;
        var issue = ticked();
        fires(issue, "BoundaryEvent_NotAccepted");
        assertThat(offered(issue, LI_XUE)).isEqualTo(1);
        assertThat(offered(issue, ZHAO)).isZero();
        assertThatThrownBy(() -> decidesInTask(issue, LI_XUE, "reject", ""))
                .hasMessageContaining("请填写驳回的原因");
        assertThatThrownBy(() -> decidesInTask(issue, ZHAO, "agree", ""))
                .hasMessageContaining("提报人和处理人不能审批");
        decidesInTask(issue, LI_XUE, "reject", "不紧急");
        goesOn(issue, false);

        forms.down = false;
        delivered(issue);
        assertThat(forms.applicationsOf(issue)).isZero();
    }

    @Test
    @DisplayName("5 分钟内已受理：不开人工任务")
    void acceptedInTime() {
        var issue = submitted(ticked());
        fires(issue, "BoundaryEvent_NotAccepted");
        assertThat(manualTask(issue)).isNull();
        isAwaitingApproval(issue);
    }

    @Test
    @DisplayName("人工模式、会签：每位审批人各办一次，都同意才批准")
    void manualModeAsksEverybody() {
        approvalsAre(Mode.MANUAL);
        var issue = urgent("生产环境数据丢失");
        fires(issue, "BoundaryEvent_NotAccepted");
        assertThat(offered(issue, CTO)).isEqualTo(1);
        decidesInTask(issue, CTO, "agree", "");
        assertThat(offered(issue, CTO)).isZero();
        isAwaitingApproval(issue);
        assertThat(times(issue, APPROVAL_OPINION)).isEqualTo(1);
        decidesInTask(issue, LI_XUE, "agree", "");
        goesOn(issue, true);
        assertThat(forms.applicationsOf(issue)).isZero();
    }

    @Test
    @DisplayName("先处理后审批：处理立即开始，审批另行继续，驳回后转为普通问题")
    void actFirst() {
        var issue = submitted(ticked());
        assertThatThrownBy(() -> decisions.actFirst(issue, WANG_LEI, ""))
                .hasMessageContaining("只有团队负责人或 CTO");
        decisions.actFirst(issue, LI_XUE, "客户在等");
        waitsFor(issue, handlerOf(issue), "接单", IssueStatus.ASSIGNED);
        assertThat(instances(issue, "major_issue_approval")).isEqualTo(1);
        assertThat(times(issue, ACTED_FIRST)).isEqualTo(1);
        assertThatThrownBy(() -> decisions.actFirst(issue, CTO, "")).isInstanceOf(Refused.class);

        actions.accept(issue, handlerOf(issue));
        natives.changed(forms.says(issue, LI_XUE, Kind.REJECTED, "不算重大", Status.REJECTED));
        assertThat(now(issue).status()).isEqualTo(IssueStatus.HANDLING);
        assertThat(now(issue).isMajor()).isFalse();
        assertThat(instances(issue, "major_issue_approval")).isZero();
    }

    @Test
    @DisplayName("审批能力关闭：不审批，直接派给处理人")
    void switchedOff() {
        approvalsAre(Mode.OFF);
        var issue = ticked();
        goesOn(issue, true);
        assertThat(times(issue, PAUSED)).isZero();
        assertThat(approvals.get(issue).state()).isEqualTo(ApprovalState.NOT_NEEDED);
    }

    @Test
    @DisplayName("负责人自己提报：由上一级审批")
    void leadsDoNotApproveTheirOwn() {
        var issue = ticked(LI_XUE);
        assertThat(approvals.get(issue).approvers()).isEqualTo(List.of(CTO));
    }
}
