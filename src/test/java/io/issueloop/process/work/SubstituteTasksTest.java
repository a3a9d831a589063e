package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While somebody is away, their substitute sees and does their tasks in Tasklist. */
class SubstituteTasksTest extends IssueStory {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Autowired private Absences absences;
    @Autowired private SubstituteWatch watch;
    @Autowired private Reassignment reassignment;
    @Autowired private Proposals proposals;
    @Autowired private FollowUpActions followUps;
    @Autowired private Acting acting;
    @Autowired private AuthorizationService authorizations;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
        watch.passTime();
    }

    @Test
    @DisplayName("登记不在：代理人在 Tasklist 看到并办理，记录写明代谁；撤销后任务回到本人")
    void theSubstituteDoesIt() {
        var issue = reported(ZHAO, "构建错误");
        var away = handlerOf(issue);
        var stand = other(away);
        var absence = away(away, stand, MONDAY, TUESDAY);
        isFor(issue, "接单", away, stand);

        inTasklist(issue, "接单", stand, Map.of("acceptance", "accept"));
        assertThat(last(issue, IssueEventType.ACCEPTED).text("onBehalfOf")).contains(away.value());
        isFor(issue, "处理问题", away, stand);
        inTasklist(
                issue,
                "处理问题",
                stand,
                Map.of("handlingResult", "pause", "pauseReason", "等备件", "waitsFor", "供应商"));
        isFor(issue, "等待恢复", away, stand);
        inTasklist(issue, "等待恢复", stand, Map.of("resumeNote", "到货"));
        assertThat(last(issue, IssueEventType.RESUMED).text("onBehalfOf")).contains(away.value());

        absences.end(away, absence.id());
        isBackWith(issue, "处理问题", away, stand);
        assertThatThrownBy(
                        () ->
                                inTasklist(
                                        issue, "处理问题", stand, Map.of("handlingResult", "resolved")))
                .hasMessageContaining("处理人");
        inTasklist(issue, "处理问题", away, Map.of("handlingResult", "resolved"));
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
    }

    @Test
    @DisplayName("先登记、后开始；到期自动结束：任务随日子走，评价从不由人代办")
    void daysBeginAndPass() {
        var issue = reported(ZHAO, "构建错误");
        var away = handlerOf(issue);
        var stand = other(away);
        away(away, stand, TUESDAY, TUESDAY);
        waitsFor(issue, away, "接单", IssueStatus.ASSIGNED);
        clock.advance(Duration.ofDays(1));
        watch.passTime();
        watch.passTime();
        isFor(issue, "接单", away, stand);
        clock.advance(Duration.ofDays(1));
        watch.passTime();
        isBackWith(issue, "接单", away, stand);

        actions.accept(issue, away);
        actions.resolve(issue, away, new Solution("断电", "上电", "已看"));
        away(ZHAO, SUN, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
    }

    @Test
    @DisplayName("代理人就是提报人：任务留在本人处，不交给不能代办的人")
    void theReporterIsNoSubstitute() {
        var issue = reported(LIU, "构建错误");
        assertThat(handlerOf(issue)).isEqualTo(ZHANG);
        away(ZHANG, LIU, MONDAY, TUESDAY);
        waitsFor(issue, ZHANG, "接单", IssueStatus.ASSIGNED);
    }

    @Test
    @DisplayName("本人仍可办理；改派后任务归新处理人，代理人不再看到")
    void theHolderAndTheLeadActToo() {
        var issue = reported(ZHAO, "构建错误");
        var away = handlerOf(issue);
        var stand = other(away);
        away(away, stand, MONDAY, TUESDAY);
        actions.accept(issue, away);
        isFor(issue, "处理问题", away, stand);
        actions.askForInformation(issue, away, "哪个分支？");
        actions.answer(issue, ZHAO, "main");
        isFor(issue, "处理问题", away, stand);
        reassignment.reassign(issue, LI_XUE, stand.value(), "");
        waitsFor(issue, stand, "接单", IssueStatus.ASSIGNED);
        assertThat(task(issue, "接单").getOwner()).isNull();
    }

    @Test
    @DisplayName("负责人不在：分诊、确认提议由代理人办理，记录写明代谁")
    void theLeadsTasks() {
        away(LI_XUE, SUN, MONDAY, TUESDAY);
        var unclear = reported(ZHAO, "今天又出现了昨天的情况");
        assertThat(now(unclear).status()).isEqualTo(IssueStatus.TRIAGE);
        assertThat(task(unclear, "人工分诊").getAssignee()).isEqualTo(SUN.value());
        inTasklist(unclear, "人工分诊", SUN, Map.of("chosenCategory", "技术"));
        assertThat(last(unclear, IssueEventType.TRIAGED).text("onBehalfOf"))
                .contains(LI_XUE.value());

        var issue = reported(ZHAO, "系统登不上");
        proposals.propose(issue, handlerOf(issue), Wish.of(ProposalKind.INVALID, "误报"));
        isFor(issue, "确认提议", LI_XUE, SUN);
        inTasklist(issue, "确认提议", SUN, Map.of("proposalDecision", "agree", "decisionReason", ""));
        isOver(issue, IssueStatus.INVALID);
        assertThat(last(issue, IssueEventType.INVALIDATED).text("onBehalfOf"))
                .contains(LI_XUE.value());
    }

    @Test
    @DisplayName("负责人不在：批准暂停、确认自解决、回访低分由代理人办理；补充方案由处理人的代理人办理")
    void theTasksBeside() {
        var issue = reported(ZHAO, "构建错误");
        var handler = handlerOf(issue);
        away(LI_XUE, WANG_LEI, MONDAY, MONDAY.plusDays(9));
        actions.accept(issue, handler);
        actions.resolve(issue, handler, Solution.NOT_WRITTEN);
        actions.confirmSolved(issue, ZHAO, Optional.of(1), "不行");
        isFor(issue, "回访低分评价", LI_XUE, WANG_LEI);
        inTasklist(
                issue,
                "回访低分评价",
                WANG_LEI,
                Map.of("followUpResult", "improving", "followUpNote", "已沟通"));
        assertThat(last(issue, IssueEventType.RATING_FOLLOWED_UP).text("onBehalfOf"))
                .contains(LI_XUE.value());

        away(handler, other(handler), MONDAY, TUESDAY);
        isFor(issue, "补充方案", handler, other(handler));
        followUps.completeSolution(issue, other(handler), new Solution("断电", "上电", "已看"));
        assertThat(last(issue, IssueEventType.SOLUTION_COMPLETED).text("onBehalfOf"))
                .contains(handler.value());
    }

    private Absence away(UserId user, UserId stand, LocalDate from, LocalDate to) {
        return absences.enter(user, user, new AbsentDays(from, to), Optional.of(stand));
    }

    private static UserId other(UserId handler) {
        return handler.equals(ZHANG) ? LIU : ZHANG;
    }

    /** Assigned to the one, owned by the other, seen by both and by nobody else. */
    private void isFor(IssueNo issue, String name, UserId holder, UserId stand) {
        var task = task(issue, name);
        assertThat(task.getOwner()).isEqualTo(holder.value());
        assertThat(task.getAssignee()).isEqualTo(stand.value());
        assertThat(seenBy(task)).contains(holder.value(), stand.value()).hasSize(2);
    }

    private void isBackWith(IssueNo issue, String name, UserId holder, UserId stand) {
        var task = task(issue, name);
        assertThat(task.getOwner()).isNull();
        assertThat(task.getAssignee()).isEqualTo(holder.value());
        assertThat(seenBy(task)).containsExactly(holder.value()).doesNotContain(stand.value());
    }

    private List<String> seenBy(Task task) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .stream()
                .map(grant -> grant.getUserId())
                .filter(user -> user != null && !user.equals(CTO.value()))
                .toList();
    }

    private void inTasklist(IssueNo issue, String name, UserId by, Map<String, Object> fields) {
        acting.as(by, () -> tasks.complete(task(issue, name).getId(), fields));
    }

    private Task task(IssueNo issue, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issue.value())
                .taskName(name)
                .singleResult();
    }

    private IssueEvent last(IssueNo issue, IssueEventType type) {
        return issues.history(issue).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
