package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.RATING_FOLLOWED_UP;
import static io.issueloop.issue.IssueEventType.SOLUTION_COMPLETED;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.RatingChange;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code solution_follow_up} and {@code rating_follow_up}. */
class FollowUpProcessTest extends IssueStory {

    private static final Solution WHOLE = new Solution("缓存键冲突", "改用租户前缀", "回归通过");

    @Autowired private FollowUpActions followUps;
    @Autowired private Acting acting;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("solution_follow_up");
        PathCoverage.assertComplete("rating_follow_up");
    }

    private IssueNo resolvedOnTheCard(String description) {
        var issue = reported(ZHAO, description);
        actions.accept(issue, handlerOf(issue));
        actions.resolve(issue, handlerOf(issue), Solution.NOT_WRITTEN);
        return issue;
    }

    private IssueNo rated(String description, int stars, String comment) {
        var issue = reported(ZHAO, description);
        actions.accept(issue, handlerOf(issue));
        actions.resolve(issue, handlerOf(issue), WHOLE);
        actions.confirmSolved(issue, ZHAO, Optional.of(stars), comment);
        return issue;
    }

    @Test
    @DisplayName("卡片上直接已解决：评估照常进行，处理人两个工作日内补充方案，中间提醒一次")
    void whatWasNotWrittenIsAskedFor() {
        var issue = resolvedOnTheCard("缓存错误");
        var handler = handlerOf(issue);
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
        assertThat(task(issue, "补充方案").getAssignee()).isEqualTo(handler.value());
        assertThat(task(issue, "补充方案").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);

        fires(issue, "BoundaryEvent_ReminderDue");
        delivered(issue);
        assertThat(messagesTo(handler).toString()).contains("请补充方案：缓存错误", "还缺：原因、方案、验证", "提醒补充方案");

        refused(() -> followUps.completeSolution(issue, LIU.equals(handler) ? ZHAO : LIU, WHOLE));
        refused(() -> followUps.completeSolution(issue, handler, new Solution("只有原因", "", "")));
        followUps.completeSolution(issue, handler, WHOLE);
        assertThat(now(issue).solution()).isEqualTo(WHOLE);
        assertThat(issues.history(issue))
                .last()
                .satisfies(last -> assertThat(last.event().type()).isEqualTo(SOLUTION_COMPLETED));
        refused(() -> followUps.completeSolution(issue, handler, WHOLE));
        delivered(issue);
        assertThat(document(issue)).contains("缓存键冲突", "已归档");
    }

    @Test
    @DisplayName("重开时结束未完成的补充；在任务列表里补充与页面效果相同")
    void reopeningEndsAnOpenFollowUp() {
        var issue = resolvedOnTheCard("页面错误");
        var handler = handlerOf(issue);
        actions.reject(issue, ZHAO, "还是错");
        assertThat(tasks(issue, "补充方案")).isZero();

        actions.resolve(issue, handler, new Solution("", "改了页面", ""));
        var task = task(issue, "补充方案");
        acting.as(
                handler,
                () -> tasks.complete(task.getId(), Map.of("cause", "写错", "verification", "看过了")));
        assertThat(now(issue).solution()).isEqualTo(new Solution("写错", "改了页面", "看过了"));
    }

    @Test
    @DisplayName("低分评价：负责人回访一次并记下情况，提醒一次；处理人和提报人不能代办")
    void aLowRatingIsFollowedUp() {
        var issue = rated("报销错误", 2, "等了三天");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(task(issue, "回访低分评价").getAssignee()).isEqualTo(LI_XUE.value());
        fires(issue, "BoundaryEvent_ReminderDue");
        delivered(issue);
        assertThat(messagesTo(LI_XUE).toString())
                .contains("请回访低分评价：报销错误", "赵敏给了 2 星，评语：等了三天", "提醒回访低分评价");

        refused(() -> followUps.followUpRating(issue, handlerOf(issue), "understood", "好"));
        refused(() -> followUps.followUpRating(issue, ZHAO, "understood", "好"));
        refused(() -> followUps.followUpRating(issue, LI_XUE, "whatever", "好"));
        refused(() -> followUps.followUpRating(issue, LI_XUE, "improving", " "));
        followUps.changeRating(issue, ZHAO, new RatingChange(1, "越想越气", Optional.empty()));
        assertThat(tasks(issue, "回访低分评价")).isOne();
        followUps.followUpRating(issue, LI_XUE, "improving", "已安排加急通道");
        assertThat(issues.history(issue))
                .last()
                .satisfies(
                        last -> {
                            assertThat(last.event().type()).isEqualTo(RATING_FOLLOWED_UP);
                            assertThat(last.event().text("result")).contains("已沟通，安排改进");
                        });
        refused(() -> followUps.followUpRating(issue, CTO, "improving", "又来"));
        followUps.changeRating(issue, ZHAO, new RatingChange(2, "", Optional.empty()));
        assertThat(tasks(issue, "回访低分评价")).isZero();
    }

    @Test
    @DisplayName("三星及以上不回访；改成低分才回访")
    void onlyLowRatingsAreFollowedUp() {
        var issue = rated("打印错误", 3, "");
        assertThat(tasks(issue, "回访低分评价")).isZero();
        followUps.changeRating(issue, ZHAO, new RatingChange(1, "又坏了", Optional.empty()));
        assertThat(tasks(issue, "回访低分评价")).isOne();
        followUps.changeRating(issue, ZHAO, new RatingChange(5, "其实是我误会", Optional.empty()));
        delivered(issue);
        assertThat(messagesTo(LI_XUE)).noneMatch(one -> one.toString().contains("回访"));
    }

    @Test
    @DisplayName("两人同时回访：一人记下，另一人被婉拒")
    void twoLeadsAtOnce() throws Exception {
        var issue = rated("上传错误", 1, "");
        var outcomes =
                AtOnce.both(
                        () -> followUps.followUpRating(issue, LI_XUE, "improving", "甲"),
                        () -> followUps.followUpRating(issue, CTO, "understood", "乙"));
        assertThat(outcomes).containsOnlyOnce("done").anyMatch(AtOnce::isKind);
    }

    @Test
    @DisplayName("接单时按模板建文档，解决时填写，关闭时归档不再改")
    void theDocumentGrowsWithTheIssue() {
        var issue = reported(ZHAO, "导出性能太差");
        actions.accept(issue, handlerOf(issue));
        delivered(issue);
        assertThat(document(issue)).contains("状态：处理中", "【背景】", "请勿在此直接填写");
        actions.resolve(issue, handlerOf(issue), WHOLE);
        delivered(issue);
        assertThat(document(issue)).contains("待提报人评价", "缓存键冲突", "改用租户前缀", "回归通过");
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        delivered(issue);
        assertThat(document(issue)).contains("状态：已归档", "内容不再更新");
    }

    private String document(IssueNo issue) {
        return wecom.documents.entrySet().stream()
                .filter(entry -> entry.getKey().contains(issue.value()))
                .flatMap(entry -> entry.getValue().stream())
                .map(one -> one.heading() ? "【" + one.text() + "】" : one.text())
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private Task task(IssueNo issue, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issue.value())
                .taskName(name)
                .singleResult();
    }

    private long tasks(IssueNo issue, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issue.value())
                .taskName(name)
                .count();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refused.class);
    }
}
