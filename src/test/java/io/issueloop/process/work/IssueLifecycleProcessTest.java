package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.ACCEPTED;
import static io.issueloop.issue.IssueEventType.ASSIGNED;
import static io.issueloop.issue.IssueEventType.CLASSIFIED;
import static io.issueloop.issue.IssueEventType.CLOSED;
import static io.issueloop.issue.IssueEventType.RATED;
import static io.issueloop.issue.IssueEventType.REOPENED;
import static io.issueloop.issue.IssueEventType.REPORTED;
import static io.issueloop.issue.IssueEventType.RESOLVED;
import static io.issueloop.issue.IssueEventType.SERVICE_LEVEL_SET;
import static io.issueloop.issue.IssueEventType.TRIAGED;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code issue_lifecycle}. */
class IssueLifecycleProcessTest extends IssueStory {

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("issue_lifecycle");
    }

    @Autowired private ApprovalDecisions approvals;

    private static final Solution SOLUTION = new Solution("缓存键冲突", "改用租户前缀", "回归通过");

    @Test
    @DisplayName("明确的问题自动分派，接单、解决、好评后关闭")
    void aClearIssueTravelsTheLoop() {
        var issue = reported(ZHAO, "订单页面性能很差，打开要十秒", "高", PLATFORM_PROJECT);
        var handler = handlerOf(issue);
        waitsFor(issue, handler, "接单", IssueStatus.ASSIGNED);
        assertThat(now(issue).category()).contains("技术");
        assertThat(now(issue).subCategory()).contains("性能");
        assertThat(now(issue).dueAt()).contains(Instant.parse("2026-11-25T02:00:00Z"));

        actions.accept(issue, handler);
        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        actions.resolve(issue, handler, SOLUTION);
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "很快");

        isOver(issue, IssueStatus.CLOSED);
        happened(
                issue,
                REPORTED,
                CLASSIFIED,
                SERVICE_LEVEL_SET,
                ASSIGNED,
                ACCEPTED,
                RESOLVED,
                RATED,
                CLOSED);
    }

    @Test
    @DisplayName("无法判定分类的问题由负责人人工分诊后继续")
    void anUnclearIssueIsSortedByALead() {
        var issue = reported(ZHAO, "今天又出现了昨天的情况");
        waitsFor(issue, LI_XUE, "人工分诊", IssueStatus.TRIAGE);
        var task = tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).singleResult();
        assertThat(tasks.getVariable(task.getId(), "summary").toString())
                .startsWith("今天又出现了昨天的情况\n" + issue.value())
                .endsWith("没有命中任何关键词");
        assertThatThrownBy(() -> actions.triage(issue, LI_XUE, "其他")).isInstanceOf(Refused.class);

        actions.triage(issue, LI_XUE, "流程");
        waitsFor(issue, handlerOf(issue), "接单", IssueStatus.ASSIGNED);
        happened(issue, REPORTED, CLASSIFIED, TRIAGED, SERVICE_LEVEL_SET, ASSIGNED);
    }

    @Test
    @DisplayName("重大问题先审批，同意后派给处理人")
    void aMajorIssueIsApprovedFirst() {
        var issue = reported(ZHAO, "线上订单服务宕机，有错误", "紧急", PLATFORM_PROJECT);
        assertThat(now(issue).status()).isEqualTo(IssueStatus.AWAITING_APPROVAL);
        approvals.decide(issue, LI_XUE, true, "立即处理");
        waitsFor(issue, handlerOf(issue), "接单", IssueStatus.ASSIGNED);
        assertThat(now(issue).isMajor()).isTrue();
    }

    @Test
    @DisplayName("提报人判定未解决，问题重开给原处理人，再次解决后关闭")
    void anUnsolvedIssueIsReopened() {
        var issue = reported(ZHAO, "保存时报错误");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.reject(issue, ZHAO, "还是报错");

        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.empty(), "");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(issues.history(issue))
                .extracting(recorded -> recorded.event().type())
                .contains(REOPENED);
        assertThat(now(issue).resolutionCount()).isEqualTo(2);
    }

    @Test
    @DisplayName("重大问题关闭后安排复盘，问题流程到此结束")
    void aMajorIssueIsLookedBackAt() {
        var report = rules.check(ZHAO, "线上订单丢失，报错误", "高", PLATFORM_PROJECT, true, "REST");
        var issue = issues.report(report);
        approvals.decide(issue, LI_XUE, true, "同意");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(issue.value(), "review_meeting")
                                .count())
                .isOne();
    }

    @Test
    @DisplayName("企业微信不可用时照常分派和办理，恢复后补发，且只发一次")
    void workGoesOnWhileWeComIsDown() {
        wecom.down = true;
        var issue = reported(ZHAO, "页面有个bug");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        assertThat(deliveries(issue)).isNotEmpty();
        assertThatThrownBy(() -> delivered(issue)).hasMessageContaining(issue.value());

        wecom.down = false;
        delivered(issue);
        assertThat(messagesTo(handler)).hasSize(1);
        assertThat(messagesTo(ZHAO)).hasSize(1);
        assertThat(wecom.entries).containsKey(issue.value());
    }

    @Autowired private IssueEndings endings;
    @Autowired private Proposals proposals;

    @Test
    @DisplayName("提报人在接单前撤回，待办卡片和日程随之收起")
    void aWithdrawnIssueIsCancelled() {
        var issue = reported(ZHAO, "这个错误是我自己配错了");
        var handler = handlerOf(issue);
        delivered(issue);
        endings.withdraw(issue, ZHAO, "已自行解决");
        isOver(issue, IssueStatus.CANCELLED);
        delivered(issue);
        assertThat(wecom.entries).doesNotContainKey(issue.value());
        assertThat(wecom.updates).anyMatch(card -> card.outcome().equals(Optional.of("已撤销")));
        assertThatThrownBy(() -> actions.accept(issue, handler)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("处理中的问题经负责人确认不予解决，提前关闭")
    void aConfirmedWontFixClosesEarly() {
        var issue = endedBy(ProposalKind.WONT_FIX);
        isOver(issue, IssueStatus.CLOSED);
    }

    @Test
    @DisplayName("待补充信息的问题经负责人确认无效")
    void aConfirmedInvalidIssueIsInvalid() {
        var issue = endedBy(ProposalKind.INVALID);
        isOver(issue, IssueStatus.INVALID);
    }

    private IssueNo endedBy(ProposalKind kind) {
        var issue = reported(ZHAO, "保存偶尔报错误");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.askForInformation(issue, handler, "还在用吗？");
        var proposal = proposals.propose(issue, handler, Proposals.Wish.of(kind, "平台已下线"));
        proposals.decide(issue, proposal.number(), LI_XUE, true, "");
        return issue;
    }
}
