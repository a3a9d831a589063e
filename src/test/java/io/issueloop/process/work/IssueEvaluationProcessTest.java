package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.CLOSED;
import static io.issueloop.issue.IssueEventType.RATED;
import static io.issueloop.issue.IssueEventType.REOPENED;
import static io.issueloop.issue.IssueEventType.RESOLUTION_CONFIRMED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.RatingChange;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One story per path of {@code issue_evaluation}. */
class IssueEvaluationProcessTest extends IssueStory {

    @Autowired private FollowUpActions followUps;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("issue_evaluation");
    }

    private IssueNo resolved(String description) {
        var issue = reported(ZHAO, description);
        actions.accept(issue, handlerOf(issue));
        actions.resolve(issue, handlerOf(issue), new Solution("原因", "方案", "验证"));
        return issue;
    }

    @Test
    @DisplayName("提报人确认解决并评分，问题关闭并记下星级")
    void theReporterConfirms() {
        var issue = resolved("会议太多");
        assertThatThrownBy(() -> actions.confirmSolved(issue, LIU, Optional.of(1), ""))
                .isInstanceOf(Refused.class);
        actions.confirmSolved(issue, ZHAO, Optional.of(4), "不错");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(now(issue).stars()).contains(4);
    }

    @Test
    @DisplayName("一个工作日后提醒一次，三个工作日未评价自动关闭且不计评分")
    void silenceCloses() {
        var issue = resolved("工具坏了");
        assertThat(dueOf(issue, "BoundaryEvent_ReminderDue"))
                .isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(dueOf(issue, "BoundaryEvent_EvaluationOverdue"))
                .isEqualTo(Instant.parse("2026-11-26T02:00:00Z"));

        clock.moveTo(Instant.parse("2026-11-24T02:01:00Z"));
        fires(issue, "BoundaryEvent_ReminderDue");
        delivered(issue);
        assertThat(messagesTo(ZHAO))
                .anySatisfy(
                        message ->
                                assertThat(message)
                                        .isInstanceOfSatisfying(
                                                Notice.class,
                                                notice ->
                                                        assertThat(notice.title())
                                                                .startsWith("请评价解决效果")));
        fires(issue, "BoundaryEvent_EvaluationOverdue");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(now(issue).stars()).isEmpty();
        assertThat(now(issue).note()).contains("到期未评价，自动关闭");
    }

    @Test
    @DisplayName("判定未解决后重开，至少留四个工作小时")
    void theReporterRejects() {
        var issue = resolved("英语邮件看不懂");
        clock.moveTo(Instant.parse("2026-11-27T02:00:00Z"));
        actions.reject(issue, ZHAO, "还是看不懂");
        waitsFor(issue, handlerOf(issue), "处理问题", IssueStatus.HANDLING);
        assertThat(now(issue).dueAt().orElseThrow())
                .isAfterOrEqualTo(Instant.parse("2026-11-27T07:00:00Z"));
    }

    @Test
    @DisplayName("自提自解不评分：负责人确认后关闭，并记下由谁确认")
    void aLeadConfirmsWhatItsReporterResolved() {
        var issue = resolvedByItsReporter("学习资料缺失");
        waitsFor(issue, LI_XUE, "确认自解决", IssueStatus.RESOLVED);
        delivered(issue);
        assertThat(messagesTo(LI_XUE).toString()).contains("请确认自解决", "张伟");
        assertThat(messagesTo(ZHANG).toString()).doesNotContain("请评价");
        refused(() -> actions.confirmSolved(issue, ZHANG, Optional.of(5), ""));
        refused(() -> followUps.confirmOwn(issue, ZHANG));
        refused(() -> followUps.confirmOwn(issue, LIU));
        refused(() -> followUps.rejectOwn(issue, ZHANG, "我再想想"));

        followUps.confirmOwn(issue, LI_XUE);
        isOver(issue, IssueStatus.CLOSED);
        assertThat(now(issue).note()).contains("自提自解，已由他人确认");
        assertThat(types(issue)).contains(RESOLUTION_CONFIRMED).doesNotContain(RATED);
        refused(() -> followUps.confirmOwn(issue, LI_XUE));
        refused(
                () ->
                        followUps.changeRating(
                                issue, ZHANG, new RatingChange(5, "", Optional.empty())));
    }

    @Test
    @DisplayName("负责人否定自解决：问题回到处理人")
    void aLeadRejectsWhatItsReporterResolved() {
        var issue = resolvedByItsReporter("英语资料缺失");
        followUps.rejectOwn(issue, LI_XUE, "链接打不开");
        waitsFor(issue, ZHANG, "处理问题", IssueStatus.HANDLING);
        assertThat(types(issue)).endsWith(REOPENED);
    }

    @Test
    @DisplayName("自解决三个工作日无人确认则关闭，之后负责人仍可确认")
    void nobodyConfirmsInTime() {
        var issue = resolvedByItsReporter("培训资料缺失");
        delivered(issue);
        wecom.messages.clear();
        fires(issue, "BoundaryEvent_ConfirmationDue");
        delivered(issue);
        assertThat(messagesTo(LI_XUE)).singleElement().asString().contains("提醒确认自解决");
        fires(issue, "BoundaryEvent_ConfirmationOverdue");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(now(issue).note()).contains("自提自解，到期无人确认，自动关闭");
        assertThat(types(issue)).doesNotContain(RESOLUTION_CONFIRMED);
        refused(() -> followUps.confirmOwn(issue, ZHANG));
        followUps.confirmOwn(issue, LI_XUE);
        assertThat(types(issue)).endsWith(RESOLUTION_CONFIRMED);
    }

    @Test
    @DisplayName("原处理人已离职：重开后改派他人接单，不再回到原处理人")
    void aReopenedIssueOfALeaverGoesToSomebodyElse() {
        var issue = resolved("报销单错误");
        var leaver = handlerOf(issue);
        jdbc.sql("update member set active = false where user_id = ?")
                .param(leaver.value())
                .update();
        directory.reload();
        actions.reject(issue, ZHAO, "还是订不了");
        var next = handlerOf(issue);
        assertThat(next).isNotEqualTo(leaver);
        waitsFor(issue, next, "接单", IssueStatus.ASSIGNED);
        actions.accept(issue, next);
        waitsFor(issue, next, "处理问题", IssueStatus.HANDLING);
    }

    @Test
    @DisplayName("评价可改到截止日：改后以最后一次为准，截止后不能再改，别人不能改")
    void aRatingMayBeChangedUntilTheCutOff() {
        var issue = resolved("评审流程太慢");
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "很快");
        refused(
                () ->
                        followUps.changeRating(
                                issue, LIU, new RatingChange(1, "", Optional.empty())));
        refused(
                () ->
                        followUps.changeRating(
                                issue,
                                handlerOf(issue),
                                new RatingChange(5, "", Optional.empty())));
        refused(
                () ->
                        followUps.changeRating(
                                issue, ZHAO, new RatingChange(6, "", Optional.empty())));
        refused(
                () ->
                        followUps.changeRating(
                                issue,
                                ZHAO,
                                new RatingChange(4, "长".repeat(2001), Optional.empty())));

        clock.moveTo(Instant.parse("2027-01-07T09:59:00Z")); // 五个工作日后的 18:00 截止
        followUps.changeRating(issue, ZHAO, new RatingChange(3, "又慢了", Optional.empty()));
        assertThat(now(issue).stars()).contains(3);
        clock.moveTo(Instant.parse("2027-01-07T10:00:00Z"));
        refused(
                () ->
                        followUps.changeRating(
                                issue, ZHAO, new RatingChange(5, "", Optional.empty())));
        assertThat(types(issue)).endsWith(RATED, CLOSED, RATED);
    }

    @Test
    @DisplayName("两处同时评价：先到的算数，后到的被婉拒")
    void twoDoorsAtOnce() throws Exception {
        var issue = resolved("工具许可证过期");
        var outcomes =
                AtOnce.both(
                        () -> actions.confirmSolved(issue, ZHAO, Optional.of(5), ""),
                        () -> actions.reject(issue, ZHAO, "没有"));
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes).anyMatch(AtOnce::isKind);
    }

    private IssueNo resolvedByItsReporter(String description) {
        var issue = reported(ZHANG, description);
        assertThat(handlerOf(issue)).isNotEqualTo(ZHANG);
        actions.accept(issue, handlerOf(issue));
        actions.handOver(issue, handlerOf(issue), ZHANG.value(), "他自己能解决");
        actions.accept(issue, ZHANG);
        actions.resolve(issue, ZHANG, new Solution("没有整理", "整理成册", "大家都找到了"));
        return issue;
    }

    private List<IssueEventType> types(IssueNo issue) {
        return issues.history(issue).stream().map(recorded -> recorded.event().type()).toList();
    }

    private static void refused(ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refused.class);
    }

    private Instant dueOf(IssueNo issue, String activity) {
        return management.createJobQuery().activityId(activity).list().stream()
                .filter(
                        job ->
                                runtime.createProcessInstanceQuery()
                                                .processInstanceId(job.getProcessInstanceId())
                                                .processInstanceBusinessKey(issue.value())
                                                .count()
                                        > 0)
                .map(Job::getDuedate)
                .map(java.util.Date::toInstant)
                .findFirst()
                .orElseThrow();
    }
}
