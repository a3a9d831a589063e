package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One story per path of {@code issue_evaluation}. */
class IssueEvaluationProcessTest extends IssueStory {

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
    @DisplayName("处理自己提报的问题时可以确认，但不能给自己评分")
    void nobodyRatesTheirOwnWork() {
        var issue = reported(ZHANG, "学习资料缺失");
        actions.refuse(issue, LIU, "不是我");
        assertThat(handlerOf(issue)).isNotEqualTo(ZHANG);
        actions.accept(issue, handlerOf(issue));
        actions.handOver(issue, handlerOf(issue), ZHANG.value(), "他自己能解决");
        actions.accept(issue, ZHANG);
        actions.resolve(issue, ZHANG, Solution.NOT_WRITTEN);
        assertThatThrownBy(() -> actions.confirmSolved(issue, ZHANG, Optional.of(5), ""))
                .isInstanceOf(Refused.class);
        actions.confirmSolved(issue, ZHANG, Optional.empty(), "");
        isOver(issue, IssueStatus.CLOSED);
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
