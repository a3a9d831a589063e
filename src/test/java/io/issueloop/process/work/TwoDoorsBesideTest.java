package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.collaboration.review.ReviewActions;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.RatingChange;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What people do beside an issue's own way, through two doors at the same moment and in both
 * orders: 确认移交, 复盘结论, 改进措施, 改期, 修改评价.
 */
class TwoDoorsBesideTest extends MajorIssueStory {

    private static final Solution SOLUTION = new Solution("断电", "上电", "已看");

    @Autowired private Handovers handovers;
    @Autowired private Reassignment reassignment;
    @Autowired private Reviews reviews;
    @Autowired private ReviewActions reviewing;
    @Autowired private FollowUps followUps;
    @Autowired private FollowUpActions afterwards;

    @AfterEach
    void nobodyLeaves() {
        jdbc.sql("update handover set closed_at = now() where closed_at is null").update();
        jdbc.sql("update organisation_override set ended_at = now() where ended_at is null")
                .update();
        directory.refresh();
    }

    @Test
    @DisplayName("确认移交：页面和 Tasklist、两位负责人、到期交给负责人：只办一次")
    void oneHandover() throws Exception {
        confirmed(
                leaving -> confirm(leaving, LI_XUE, LI_XUE),
                leaving -> inTasklist(leaving.key(), LI_XUE, Map.of("handoverDecision", "lead")));
        confirmed(
                leaving -> confirm(leaving, LI_XUE, LIU), leaving -> confirm(leaving, CTO, LI_XUE));
        confirmed(leaving -> confirm(leaving, LI_XUE, LIU), this::deadlinePasses);
    }

    /** The job executor leaves a timer alone that somebody has overtaken. */
    private void deadlinePasses(Handover leaving) {
        try {
            jobs(leaving.key(), "BoundaryEvent_NotConfirmed").stream()
                    .map(Job::getId)
                    .findFirst()
                    .ifPresentOrElse(management::executeJob, TwoDoorsBesideTest::overtaken);
        } catch (OptimisticLockingException late) {
            overtaken();
        } catch (ProcessEngineException gone) {
            assertThat(gone).hasMessageContaining("No job found");
            overtaken();
        }
    }

    private static void overtaken() {
        throw new OptimisticLockingFailureException("the timer");
    }

    private void confirmed(Door<Handover> one, Door<Handover> other) throws Exception {
        for (var doors : List.of(List.of(one, other), List.of(other, one))) {
            var issue = acceptedBy(ZHANG);
            var leaving = handovers.announce(ZHANG, LI_XUE);
            var before = times(issue, IssueEventType.ASSIGNED);
            oneWins(() -> doors.get(0).through(leaving), () -> doors.get(1).through(leaving));
            assertThat(times(issue, IssueEventType.ASSIGNED) - before).isOne();
            assertThat(handovers.isOpen(leaving)).isFalse();
            assertThat(task(leaving.key())).isNull();
            assertThat(handovers.heldBy(ZHANG)).isEmpty();
            waitsFor(issue, handlerOf(issue), "接单", now(issue).status());
            nobodyLeaves();
        }
    }

    private void confirm(Handover leaving, UserId by, UserId taker) {
        var all = handovers.heldBy(ZHANG);
        var to = all.stream().collect(Collectors.toMap(no -> no, no -> taker.value()));
        handovers.confirm(leaving.id(), by, to);
    }

    @Test
    @DisplayName("复盘结论：页面和 Tasklist、两位负责人：只记一份，另一位知道已有人记录")
    void oneConclusion() throws Exception {
        concluded(
                key -> reviewing.conclude(key, LI_XUE, "备份没有校验", "每周演练；孙丽；2026-12-11"),
                key -> inTasklist(key, CTO, Map.of("conclusions", "监控缺失", "measures", "")));
        concluded(
                key -> reviewing.conclude(key, LI_XUE, "备份没有校验", "每周演练；孙丽；2026-12-11"),
                key -> reviewing.conclude(key, CTO, "监控缺失", "补告警；孙丽；2026-12-11"));
    }

    private void concluded(Door<String> one, Door<String> other) throws Exception {
        for (var doors : List.of(List.of(one, other), List.of(other, one))) {
            var key = meetingOver().value();
            oneWins(() -> doors.get(0).through(key), () -> doors.get(1).through(key));
            var said = reviews.get(key).conclusion().orElseThrow();
            assertThat(said.text()).isIn("备份没有校验", "监控缺失");
            assertThat(reviews.measures(key)).hasSizeLessThanOrEqualTo(1);
            assertThat(times(IssueNo.of(key), IssueEventType.REVIEW_CONCLUDED)).isOne();
            assertThat(instances(IssueNo.of(key), "improvement_measure"))
                    .isEqualTo(reviews.measures(key).size());
        }
    }

    @Test
    @DisplayName("改进措施：同一项两个入口只完成一次；两项同时完成，都算，复盘结束")
    void measuresAtOnce() throws Exception {
        for (int order = 0; order < 2; order++) {
            var key = meetingOver().value();
            reviewing.conclude(key, LI_XUE, "结论", "每周演练；孙丽；2026-12-11\n补告警；赵敏；2026-12-04");
            Runnable first = () -> reviewing.measureDone(key, 1, SUN, "已写成脚本");
            Runnable second = () -> reviewing.measureDone(key, 2, ZHAO, "已加");
            var both = order == 0 ? AtOnce.both(first, second) : AtOnce.both(second, first);
            assertThat(both).containsExactly("done", "done");
            assertThat(reviews.measures(key))
                    .extracting(Measure::done)
                    .allMatch(Optional::isPresent);
            assertThat(instances(IssueNo.of(key), "review_meeting")).isZero();

            var other = meetingOver().value();
            reviewing.conclude(other, LI_XUE, "结论", "每周演练；孙丽；2026-12-11");
            oneWins(
                    () -> reviewing.measureDone(other, 1, SUN, "已写成脚本"),
                    () -> inTasklist(other, LI_XUE, Map.of("note", "代为完成")));
            assertThat(times(IssueNo.of(other), IssueEventType.MEASURE_DONE)).isOne();
        }
    }

    @Test
    @DisplayName("改期：两位负责人同时改，会议、流程和页面是同一个时间")
    void movedTwice() throws Exception {
        var issue = closedMajor();
        var thursday = Instant.parse("2026-11-26T06:00:00Z");
        var friday = thursday.plus(Duration.ofDays(1));
        var outcomes =
                AtOnce.both(
                        () -> reviews.move(issue.value(), LI_XUE, thursday),
                        () -> reviews.move(issue.value(), CTO, friday));
        assertThat(outcomes).containsOnly("done");
        var ends = reviews.get(issue.value()).endsAt();
        assertThat(management.createJobQuery().activityId("Event_MeetingOver").list())
                .extracting(job -> job.getDuedate().toInstant())
                .contains(ends);
        assertThat(times(issue, IssueEventType.REVIEW_MOVED)).isEqualTo(2);
    }

    @Test
    @DisplayName("修改评价：两部手机同时改，一次生效；在旧评价上保存会先提醒，再保存才以新的为准")
    void ratingsDoNotOverwriteEachOther() throws Exception {
        var issue = closedMajor();
        oneWins(() -> rate(issue, 3, "慢", 1), () -> rate(issue, 4, "还行", 1));
        assertThat(times(issue, IssueEventType.RATED)).isEqualTo(2);
        var stands = now(issue).stars().orElseThrow();

        assertThatThrownBy(() -> rate(issue, 2, "越想越气", 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("您在别处已改为 %d 星".formatted(stands))
                .hasMessageContaining("再保存一次");
        assertThat(now(issue).stars()).contains(stands);
        rate(issue, 2, "越想越气", followUps.since(issue).ratings());
        assertThat(now(issue).stars()).contains(2);
        assertThat(followUps.since(issue).comment()).isEqualTo("越想越气");
        afterwards.changeRating(issue, ZHAO, new RatingChange(5, "", Optional.empty()));
        assertThat(now(issue).stars()).contains(5);
    }

    private void rate(IssueNo issue, int stars, String comment, int seen) {
        afterwards.changeRating(issue, ZHAO, new RatingChange(stars, comment, Optional.of(seen)));
    }

    private interface Door<T> {
        void through(T subject);
    }

    private static void oneWins(Runnable one, Runnable other) throws Exception {
        var outcomes = AtOnce.both(one, other);
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes).allMatch(said -> said.equals("done") || AtOnce.isExplained(said));
    }

    private IssueNo acceptedBy(UserId handler) {
        var issue = reported(ZHAO, "构建错误");
        if (!handlerOf(issue).equals(handler)) {
            reassignment.reassign(issue, LI_XUE, handler.value(), "");
        }
        actions.accept(issue, handler);
        return issue;
    }

    private IssueNo closedMajor() {
        var issue = submitted(ticked());
        decisions.decide(issue, LI_XUE, true, "");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        return issue;
    }

    private IssueNo meetingOver() {
        clock.moveTo(MONDAY_TEN);
        var issue = closedMajor();
        delivered(issue);
        clock.moveTo(reviews.get(issue.value()).endsAt());
        fires(issue, "Event_MeetingOver");
        return issue;
    }

    /** The one open step under this business key that is somebody's. */
    private Task task(String businessKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKeyIn(
                        "Task_ConfirmHandover", "Task_RecordConclusions", "Task_CarryOutMeasure")
                .singleResult();
    }

    private void inTasklist(String businessKey, UserId by, Map<String, Object> fields) {
        new TasklistDoor(tasks, acting).submit(task(businessKey), by, fields);
    }
}
