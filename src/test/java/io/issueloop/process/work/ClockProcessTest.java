package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.PAUSED;
import static io.issueloop.issue.IssueEventType.REMINDED;
import static io.issueloop.issue.IssueEventType.RESUMED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of {@code issue_handling}: its three timers, and what moves them. */
class ClockProcessTest extends IssueStory {

    static final String REMIND = "BoundaryEvent_ReminderDue";
    static final String URGE = "BoundaryEvent_UrgingDue";
    static final String ESCALATE = "BoundaryEvent_EscalationDue";

    @Autowired IssuePauses pauses;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("issue_handling");
    }

    @Test
    @DisplayName("用时一半提醒处理人，八成催办，到期升级到负责人并在群里@")
    void remindedUrgedEscalated() {
        wecom.groupIsThere = true;
        var issue = reported(ZHAO, "评审没有结论");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        assertThat(timer(issue, REMIND)).isEqualTo(time("2026-11-24T15:00"));
        assertThat(timer(issue, URGE)).isEqualTo(time("2026-11-25T14:12"));
        assertThat(timer(issue, ESCALATE)).isEqualTo(time("2026-11-26T10:00"));
        delivered(issue);
        wecom.messages.clear();

        at(issue, "2026-11-24T15:01", REMIND);
        assertThat(textTo(handler)).contains("时限已用一半").contains("剩 1 天 3 小时工作时间");
        at(issue, "2026-11-25T14:12", URGE);
        assertThat(textTo(handler)).contains("即将到期").contains("剩 4 小时 48 分钟工作时间");
        assertThat(messagesTo(LI_XUE)).isEmpty();
        at(issue, "2026-11-26T10:01", ESCALATE);
        assertThat(textTo(handler)).contains("已到期未解决").contains("已告知负责人");
        assertThat(textTo(LI_XUE)).contains("已到期未解决").contains("处理人：");
        assertThat(wecom.said).singleElement().asString().startsWith("【已到期】评审没有结论");
        assertThat(wecom.mentioned).containsExactly(handler, LI_XUE);
        assertThat(issues.history(issue))
                .filteredOn(recorded -> recorded.event().type() == REMINDED)
                .extracting(recorded -> recorded.event().payload().get("stage"))
                .containsExactly("REMIND", "URGE", "ESCALATE");
    }

    @Test
    @DisplayName("暂停要写原因和等谁；期间定时器让开，恢复后随截止时间顺延")
    void aPauseMovesTheTimers() {
        var issue = reported(ZHAO, "系统登不上");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        assertThatThrownBy(() -> actions.pause(issue, handler, "等供应商", " "))
                .isInstanceOf(Refused.class);
        clock.moveTo(time("2026-11-23T14:00"));
        actions.pause(issue, handler, "供应商周三才能到场", "供应商王工");
        waitsFor(issue, handler, "等待恢复", IssueStatus.PAUSED);
        assertThat(now(issue).waitsFor()).contains("供应商王工");
        assertThat(timer(issue, REMIND)).isAfter(time("2026-12-07T14:00"));
        delivered(issue);

        clock.moveTo(time("2026-11-25T14:00"));
        assertThatThrownBy(() -> actions.resume(issue, ZHAO, "")).isInstanceOf(Refused.class);
        actions.resume(issue, handler, "已到场");
        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        assertThat(now(issue).dueAt()).contains(time("2026-11-30T10:00"));
        assertThat(timer(issue, REMIND)).isEqualTo(time("2026-11-26T15:00"));
        assertThat(timer(issue, ESCALATE)).isEqualTo(time("2026-11-30T10:00"));
        assertThat(issues.history(issue))
                .extracting(recorded -> recorded.event().type())
                .containsSubsequence(PAUSED, RESUMED);
    }

    @Test
    @DisplayName("未经批准的暂停超过十个工作日的部分计入时限；负责人批准后不计")
    void anUnapprovedPauseIsCapped() {
        var issue = paused("页面需要优化", "等需求确认");
        clock.moveTo(time("2026-12-09T10:00"));
        actions.resume(issue, handlerOf(issue), "");
        assertThat(now(issue).dueAt())
                .as("ten of twelve days count")
                .contains(time("2026-12-10T10:00"));

        var approved = paused("文档缺失", "等需求确认");
        assertThatThrownBy(() -> pauses.approve(approved, handlerOf(approved), ""))
                .isInstanceOf(Refused.class);
        pauses.approve(approved, LI_XUE, "同意等待");
        assertThat(timer(approved, ESCALATE)).as("out of reach").isAfter(time("2099-01-01T00:00"));
        clock.moveTo(time("2026-12-25T10:00"));
        actions.resume(approved, handlerOf(approved), "");
        assertThat(now(approved).dueAt()).contains(time("2026-12-30T10:00"));
        assertThat(timer(approved, ESCALATE)).isEqualTo(time("2026-12-30T10:00"));
    }

    @Test
    @DisplayName("误派退回、转交后重新计时；解决后不再提醒")
    void everyAssignmentHasItsOwnTimers() {
        var issue = reported(ZHAO, "会议太多");
        var first = handlerOf(issue);
        actions.refuse(issue, first, "不是我们组");
        var second = handlerOf(issue);
        actions.accept(issue, second);
        clock.moveTo(time("2026-11-26T09:30"));
        var third = second.equals(ZHANG) ? LIU : ZHANG;
        actions.handOver(issue, second, third.value(), "");
        assertThat(timer(issue, ESCALATE)).isEqualTo(now(issue).personalDueAt().orElseThrow());
        delivered(issue);
        wecom.messages.clear();
        at(issue, "2026-11-26T09:31", REMIND);
        assertThat(messagesTo(third)).as("half was gone when it came").isEmpty();

        actions.accept(issue, third);
        actions.askForInformation(issue, third, "哪次会议？");
        actions.answer(issue, ZHAO, "周一例会");
        actions.resolve(issue, third, Solution.NOT_WRITTEN);
        assertThat(timers(issue)).isEmpty();
        actions.reject(issue, ZHAO, "还是太多");
        assertThat(timers(issue)).hasSize(3);
        waitsFor(issue, third, "处理问题", IssueStatus.HANDLING);
    }

    private IssueNo paused(String description, String reason) {
        clock.moveTo(MONDAY_TEN);
        var issue = reported(ZHAO, description);
        actions.accept(issue, handlerOf(issue));
        actions.pause(issue, handlerOf(issue), reason, "产品经理");
        return issue;
    }

    private void at(IssueNo issue, String time, String timer) {
        wecom.messages.clear();
        clock.moveTo(time(time));
        fires(issue, timer);
        delivered(issue);
    }

    private String textTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .map(notice -> notice.title() + "\n" + notice.text())
                .reduce("", String::concat);
    }

    private Instant timer(IssueNo issue, String activity) {
        return timers(issue).get(activity).getDuedate().toInstant();
    }

    private Map<String, Job> timers(IssueNo issue) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(issue.value(), "issue_handling")
                .list()
                .stream()
                .flatMap(
                        instance ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .timers()
                                        .list()
                                        .stream())
                .collect(
                        Collectors.toMap(
                                job ->
                                        management
                                                .createJobDefinitionQuery()
                                                .jobDefinitionId(job.getJobDefinitionId())
                                                .singleResult()
                                                .getActivityId(),
                                job -> job));
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
