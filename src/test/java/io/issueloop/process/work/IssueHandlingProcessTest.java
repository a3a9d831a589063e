package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.PAUSED;
import static io.issueloop.issue.IssueEventType.REFUSED;
import static io.issueloop.issue.IssueEventType.RESUMED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories of {@code issue_handling}; its clock is in {@link ClockProcessTest}. */
class IssueHandlingProcessTest extends IssueStory {

    @Autowired HistoryService history;

    @Test
    @DisplayName("误派被退回后改派他人，退回者不再被选中，最后由负责人处理")
    void aRefusedIssueGoesToSomebodyElse() {
        var issue = reported(ZHAO, "平台工具打不开");
        var first = handlerOf(issue);
        assertThatThrownBy(() -> actions.refuse(issue, first, " ")).isInstanceOf(Refused.class);
        actions.refuse(issue, first, "不是我们组的代码");
        var second = handlerOf(issue);
        assertThat(second).isNotEqualTo(first).isIn(ZHANG, LIU);
        waitsFor(issue, second, "接单", IssueStatus.ASSIGNED);

        actions.refuse(issue, second, "也不是我的");
        waitsFor(issue, LI_XUE, "接单", IssueStatus.ASSIGNED);
        assertThat(issues.history(issue))
                .filteredOn(recorded -> recorded.event().type() == REFUSED)
                .hasSize(2);
    }

    @Test
    @DisplayName("需要信息时计时暂停，提报人答复后时限顺延并继续处理")
    void aQuestionStopsTheClock() {
        var issue = reported(ZHAO, "评审没有结论");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        var due = now(issue).dueAt().orElseThrow();
        actions.askForInformation(issue, handler, "请提供会议纪要");
        waitsFor(issue, ZHAO, "补充信息", IssueStatus.PAUSED);
        delivered(issue);
        assertThatThrownBy(() -> actions.answer(issue, handler, "我来答")).isInstanceOf(Refused.class);

        clock.advance(Duration.ofHours(1));
        actions.answer(issue, ZHAO, "见附件");
        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        assertThat(now(issue).dueAt()).contains(due.plus(Duration.ofHours(1)));
        assertThat(issues.history(issue))
                .extracting(recorded -> recorded.event().type())
                .contains(PAUSED, RESUMED);
        assertThat(messagesTo(ZHAO))
                .anySatisfy(
                        message ->
                                assertThat(message)
                                        .isInstanceOfSatisfying(
                                                Notice.class,
                                                notice ->
                                                        assertThat(notice.text())
                                                                .contains("请提供会议纪要")));
    }

    @Test
    @DisplayName("转交给同事：按姓名查找，本人时限顺延至少四个工作小时")
    void anIssueIsHandedOver() {
        var issue = reported(ZHAO, "系统登不上");
        var handler = handlerOf(issue);
        var colleague = handler.equals(ZHANG) ? LIU : ZHANG;
        actions.accept(issue, handler);
        assertThatThrownBy(() -> actions.handOver(issue, handler, "没有这个人", ""))
                .isInstanceOf(Refused.class);
        clock.moveTo(Instant.parse("2026-11-26T01:30:00Z"));
        actions.handOver(issue, handler, directory.name(colleague), "他更熟悉");

        waitsFor(issue, colleague, "接单", IssueStatus.ASSIGNED);
        assertThat(now(issue).personalDueAt().orElseThrow())
                .isAfter(now(issue).dueAt().orElseThrow());
        delivered(issue);
        assertThat(messagesTo(colleague)).hasSize(1);
    }

    @Test
    @DisplayName("重开的问题不再接单，直接回到原处理人的处理问题")
    void aReopenedIssueSkipsAcceptance() {
        var issue = reported(ZHAO, "页面需要优化");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, Solution.NOT_WRITTEN);
        actions.reject(issue, ZHAO, "没有变化");
        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
    }

    @Test
    @DisplayName("只有处理人本人可以接单和解决；同一步只算一次")
    void onlyTheHandlerCounts() {
        var issue = reported(ZHAO, "文档缺失");
        var handler = handlerOf(issue);
        assertThatThrownBy(() -> actions.accept(issue, ZHAO)).isInstanceOf(Refused.class);
        waitsFor(issue, handler, "接单", IssueStatus.ASSIGNED);
        actions.accept(issue, handler);
        assertThatThrownBy(() -> actions.accept(issue, handler)).hasMessageContaining("已经处理过");
    }

    @Test
    @DisplayName("表单内容交给业务后在流程引擎中不留痕迹")
    void formFieldsLeaveNoTrace() {
        var issue = reported(ZHAO, "保存报错误");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        var task = tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).singleResult();
        signedOnInTasklist(
                handler,
                () ->
                        tasks.complete(
                                task.getId(),
                                java.util.Map.of(
                                        "handlingResult",
                                        "resolved",
                                        "cause",
                                        "空指针",
                                        "measures",
                                        "判空",
                                        "verification",
                                        "已测")));

        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
        assertThat(now(issue).solution()).isEqualTo(new Solution("空指针", "判空", "已测"));
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(HistoricVariableInstance::getName)
                .doesNotContain("handlingResult", "cause", "measures", "verification");
        assertThat(
                        runtime.createVariableInstanceQuery()
                                .variableNameIn("cause", "measures")
                                .count())
                .isZero();
    }

    @Test
    @DisplayName("卡片随进展更新：接单后剩余按钮，改派和解决后显示结果")
    void theCardFollows() {
        var issue = reported(ZHAO, "环境不可用");
        var handler = handlerOf(issue);
        delivered(issue);
        assertThat(cardOf(handler)).satisfies(card -> assertThat(card.buttons()).hasSize(4));
        actions.accept(issue, handler);
        delivered(issue);
        assertThat(wecom.updates)
                .singleElement()
                .satisfies(card -> assertThat(card.buttons()).hasSize(3));
        actions.resolve(issue, handler, Solution.NOT_WRITTEN);
        delivered(issue);
        assertThat(wecom.recalled).as("no code is left: the old card is taken back").hasSize(1);
        assertThat(cardOf(ZHAO).choice()).isPresent();
    }

    private ActionCard cardOf(UserId user) {
        return messagesTo(user).stream()
                .filter(ActionCard.class::isInstance)
                .map(ActionCard.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void signedOnInTasklist(UserId user, Runnable work) {
        identity.setAuthenticatedUserId(user.value());
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Autowired org.camunda.bpm.engine.IdentityService identity;
}
