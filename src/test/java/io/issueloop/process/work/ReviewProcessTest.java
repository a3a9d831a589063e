package io.issueloop.process.work;

import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.collaboration.review.ReviewActions;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One story per path of {@code review_meeting}, {@code improvement_measure}, {@code
 * monthly_review}.
 */
class ReviewProcessTest extends IssueStory {

    private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired private Reviews reviews;
    @Autowired private ReviewActions doing;
    @Autowired private ApprovalDecisions decisions;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("review_meeting");
        PathCoverage.assertComplete("improvement_measure");
        PathCoverage.assertComplete("monthly_review");
    }

    @Test
    @DisplayName("重大问题关闭后：次日预约会议，会后记录结论，措施各自落实并提醒")
    void aMajorIssueIsLookedBackAtAndImproved() {
        var issue = closed(ZHAO, "复盘：订单报错误", true);
        var review = reviews.get(issue.value());
        assertThat(review.startsAt()).isAfterOrEqualTo(TUESDAY_TEN);
        assertThat(review.participants()).startsWith(LI_XUE).contains(handlerOf(issue), ZHAO);
        delivered(issue);
        assertThat(wecom.meetings.get(issue.value()).startsAt()).isEqualTo(review.startsAt());
        assertThat(wecom.meetings.get(issue.value()).title()).isEqualTo("复盘 " + issue);
        said(handlerOf(issue), "复盘会：复盘：订单报错误", "/m/reviews/" + issue);

        over(issue);
        fires(issue, "BoundaryEvent_ConclusionsOverdue");
        doing.conclude(
                issue.value(), LI_XUE, "备份没有校验", "每周恢复演练；孙丽；2026-12-11\n补充告警；赵敏；2026-12-04\n");
        delivered(issue);
        said(LI_XUE, "请记录复盘结论：复盘：订单报错误", "/m/reviews/" + issue);
        said(SUN, "改进措施：每周恢复演练", "/m/reviews/" + issue);
        fires(issue, "BoundaryEvent_MeasureDueSoon");
        doing.measureDone(issue.value(), 1, SUN, "已写成脚本");
        assertThatThrownBy(() -> doing.measureDone(issue.value(), 1, SUN, "再来一次"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经完成");
        doing.measureDone(issue.value(), 2, LI_XUE, "代为完成");
        assertThat(reviews.measures(issue.value()))
                .extracting(Measure::done)
                .allMatch(Optional::isPresent);
        isOver(issue);
        assertThat(issues.history(issue))
                .extracting(recorded -> recorded.event().type())
                .containsSubsequence(
                        IssueEventType.CLOSED,
                        IssueEventType.REVIEW_SCHEDULED,
                        IssueEventType.REVIEW_CONCLUDED,
                        IssueEventType.MEASURE_DONE,
                        IssueEventType.MEASURE_DONE);
    }

    @Test
    @DisplayName("复发的问题也复盘；改期后会议和流程都跟着走；没有措施就结束")
    void aRecurringIssueMayMoveItsReview() {
        var issue = reported(ZHAO, "复盘：登录又报错误");
        jdbc.sql(
                        """
                insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                values (:no, 'LINKED', 'lixue', now(), now(), '{"to": "ISS-20261001-0001", "kind": "RECURRENCE"}')
                """)
                .param("no", issue.value())
                .update();
        close(issue, ZHAO);
        assertThat(reviews.get(issue.value()).reason()).isEqualTo("问题复发（ISS-20261001-0001）");
        delivered(issue);

        var thursday = Instant.parse("2026-11-26T06:00:00Z");
        assertThatThrownBy(() -> reviews.move(issue.value(), ZHAO, thursday))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("只有主持人可以改期：李雪");
        var noon = Instant.parse("2026-11-26T04:00:00Z");
        assertThatThrownBy(() -> reviews.move(issue.value(), LI_XUE, noon))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("工作小时");
        reviews.move(issue.value(), LI_XUE, thursday);
        delivered(issue);
        assertThat(wecom.meetings.get(issue.value()).startsAt()).isEqualTo(thursday);
        said(ZHAO, "复盘会改期：复盘：登录又报错误", "/m/reviews/" + issue);
        assertThat(management.createJobQuery().activityId("Event_MeetingOver").list())
                .extracting(job -> job.getDuedate().toInstant())
                .contains(thursday.plusSeconds(3600));

        assertThatThrownBy(() -> doing.conclude(issue.value(), LI_XUE, "太早", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("会议还没有结束");
        over(issue);
        assertThatThrownBy(() -> doing.conclude(issue.value(), ZHAO, "不是我主持", ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> doing.conclude(issue.value(), LI_XUE, "少写了", "没有负责人"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("第 1 项请写成");
        doing.conclude(issue.value(), LI_XUE, "上次的修复没有合入主干", "");
        isOver(issue);
    }

    @Test
    @DisplayName("月度复盘：停机两个月后只为最近的月份召集，每个团队一次，议题来自事实")
    void everyMonthIsReviewedOnce() {
        jdbc.sql("delete from review_month").update();
        var issue = closed(ZHAO, "复盘：大面积宕机", true);
        clock.moveTo(Instant.parse("2026-12-05T01:13:00Z")); // a Saturday
        wakes("monthly_review", "Task_PlanMonthlyReviews");
        assertThat(reviews.find("REVIEW-2026-11-T2")).isEmpty();
        clock.moveTo(Instant.parse("2026-12-07T01:13:00Z"));
        wakes("monthly_review", "Task_PlanMonthlyReviews");
        wakes("monthly_review", "Task_PlanMonthlyReviews");
        var review = reviews.get("REVIEW-2026-11-T2");
        assertThat(review.lead()).isEqualTo(LI_XUE);
        assertThat(review.topic()).isEqualTo("平台研发部 11 月问题复盘");
        assertThat(reviews.agenda(review.key()))
                .anySatisfy(
                        item -> {
                            assertThat(item.issueNo()).isEqualTo(issue);
                            assertThat(item.reasons()).isEqualTo("重大");
                        });
        assertThat(count("review_meeting", review.key())).isOne();
        clock.moveTo(Instant.parse("2027-03-01T01:13:00Z"));
        wakes("monthly_review", "Task_PlanMonthlyReviews");
        assertThat(
                        jdbc.sql("select period from review_month order by period")
                                .query(String.class)
                                .list())
                .containsSequence("2026-11", "2026-12", "2027-01", "2027-02");
    }

    private IssueNo closed(UserId reporter, String description, boolean major) {
        var issue =
                issues.report(
                        rules.check(
                                reporter,
                                description,
                                "高",
                                People.PLATFORM_PROJECT,
                                major,
                                "REST"));
        close(issue, reporter);
        return issue;
    }

    private void close(IssueNo issue, UserId reporter) {
        if (now(issue).status() == IssueStatus.TRIAGE) {
            actions.triage(issue, LI_XUE, "技术");
        }
        if (now(issue).isMajor()) {
            decisions.decide(issue, LI_XUE, true, "同意");
        }
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        actions.confirmSolved(issue, reporter, Optional.of(5), "");
    }

    private void over(IssueNo issue) {
        clock.moveTo(reviews.get(issue.value()).endsAt());
        fires(issue, "Event_MeetingOver");
        delivered(issue);
    }

    private void wakes(String process, String step) {
        runtime.startProcessInstanceByKey(process);
        management
                .createJobQuery()
                .activityId(step)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private long count(String process, String key) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .count();
    }

    private void isOver(IssueNo issue) {
        assertThat(
                        List.of(
                                count("review_meeting", issue.value()),
                                count("improvement_measure", issue.value()),
                                count("issue_lifecycle", issue.value())))
                .containsOnly(0L);
    }

    private void said(UserId to, String title, String link) {
        assertThat(messagesTo(to))
                .filteredOn(Message.Notice.class::isInstance)
                .map(Message.Notice.class::cast)
                .anySatisfy(
                        notice -> {
                            assertThat(notice.title()).isEqualTo(title);
                            assertThat(notice.link().toString()).endsWith(link);
                        });
    }
}
