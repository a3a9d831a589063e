package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.REMINDED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.calendar.CalendarChange;
import io.issueloop.calendar.CalendarDay;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.CalendarYear;
import io.issueloop.calendar.DayType;
import io.issueloop.calendar.WorkHours;
import io.issueloop.issue.CalendarMoves;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever moves a due time, timers, tasks, schedule and row follow it, each once. */
class MovedDueProcessTest extends IssueStory {

    @Autowired Proposals proposals;
    @Autowired IssuePauses pauses;
    @Autowired Reassignment reassignment;
    @Autowired CalendarVersions versions;
    @Autowired CalendarMoves moves;

    @Test
    @DisplayName("暂停中调整紧急程度：立即生效，恢复时算出截止时间；等待中的任务到上限为止")
    void anotherUrgencyDuringAPause() {
        var issue = accepted("报表性能差", "低");
        clock.moveTo(time("2026-11-23T14:00"));
        actions.pause(issue, handlerOf(issue), "等供应商", "王工");
        assertThat(due(issue)).as("the cap").isEqualTo(time("2026-12-07T14:00"));
        clock.moveTo(time("2026-11-24T10:00"));
        pressed(issue, "紧急");
        waitsFor(issue, handlerOf(issue), "等待恢复", IssueStatus.PAUSED);
        assertThat(now(issue).urgency()).isEqualTo(Urgency.URGENT);

        clock.moveTo(time("2026-11-25T14:00"));
        actions.resume(issue, handlerOf(issue), "");
        assertThat(now(issue).dueAt()).contains(time("2026-11-26T10:00"));
        assertThat(now(issue).personalDueAt()).contains(time("2026-11-26T10:00"));
        assertThat(due(issue)).isEqualTo(time("2026-11-26T10:00"));
        assertThat(timers(issue))
                .containsEntry(ClockProcessTest.ESCALATE, time("2026-11-26T10:00"))
                .containsEntry(ClockProcessTest.URGE, time("2026-11-25T17:24"));
        delivered(issue);
        assertThat(wecom.entries.get(issue.value()).end()).isEqualTo(time("2026-11-26T10:00"));
    }

    @Test
    @DisplayName("已发过的提醒不重发，除非截止时间后移到那一步之前；前移越过的那一步补一次")
    void remindersAreToldOncePerDueTime() {
        var issue = accepted("系统登不上", "紧急");
        at(issue, "2026-11-23T15:01", ClockProcessTest.REMIND);
        assertThat(timers(issue)).doesNotContainKey(ClockProcessTest.REMIND).hasSize(2);
        clock.moveTo(time("2026-11-23T15:02"));
        pressed(issue, "低");
        assertThat(due(issue)).isEqualTo(time("2026-11-30T10:00"));
        assertThat(timers(issue))
                .containsEntry(ClockProcessTest.REMIND, time("2026-11-25T15:00"))
                .containsEntry(ClockProcessTest.ESCALATE, time("2026-11-30T10:00"))
                .hasSize(3);
        at(issue, "2026-11-25T15:01", ClockProcessTest.REMIND);

        clock.moveTo(time("2026-11-26T09:00"));
        pressed(issue, "中");
        assertThat(now(issue).personalDueAt()).contains(time("2026-11-26T14:00"));
        assertThat(timers(issue)).doesNotContainKey(ClockProcessTest.REMIND);
        at(issue, "2026-11-26T09:01", ClockProcessTest.URGE);
        assertThat(told(issue)).containsExactly("REMIND", "REMIND", "URGE");
    }

    @Test
    @DisplayName("暂停中改派：新处理人的截止时间从接手算起，已催办过的那一步重新开始")
    void anotherHandlerDuringAPause() {
        var issue = accepted("会议太多", "紧急");
        at(issue, "2026-11-23T15:01", ClockProcessTest.REMIND);
        at(issue, "2026-11-23T17:25", ClockProcessTest.URGE);
        actions.pause(issue, handlerOf(issue), "等供应商", "王工");
        clock.moveTo(time("2026-11-24T09:00"));
        var other = handlerOf(issue).equals(ZHANG) ? LIU : ZHANG;
        reassignment.reassign(issue, LI_XUE, other.value(), "你更熟");
        assertThat(timers(issue))
                .as("half of the level is left, so nobody is told of the other half")
                .containsOnlyKeys(ClockProcessTest.URGE, ClockProcessTest.ESCALATE);
        clock.moveTo(time("2026-11-25T15:01"));
        actions.resume(issue, other, "");
        assertThat(now(issue).dueAt()).contains(time("2026-11-25T16:36"));
        assertThat(now(issue).personalDueAt())
                .as("four hours from when it came, all of them after the pause")
                .contains(time("2026-11-26T10:01"));
        assertThat(due(issue)).isEqualTo(time("2026-11-26T10:01"));
        assertThat(timers(issue)).containsEntry(ClockProcessTest.URGE, time("2026-11-25T17:25"));
    }

    @Test
    @DisplayName("待分诊时调整紧急程度：之后的时限按新的算")
    void anotherUrgencyBeforeAnyPromise() {
        var issue = reported(ZHAO, "说不清楚的事", "低", PLATFORM_PROJECT);
        waitsFor(issue, LI_XUE, "人工分诊", IssueStatus.TRIAGE);
        pressed(issue, "紧急");
        actions.triage(issue, LI_XUE, "流程");
        assertThat(now(issue).dueAt()).contains(time("2026-11-24T10:00"));
    }

    @Test
    @DisplayName("团队自己的日历：只移动该团队的问题，新问题按它承诺，暂停按它顺延")
    void aTeamsOwnCalendar() {
        var before = accepted("评审没有结论", "中");
        var elsewhere = reported(ZHAO, "接口文档缺失", "中", "应用研发部");
        delivered(before);
        var others = now(elsewhere).dueAt();
        var draft = versions.draft(own(LocalDate.of(2026, 11, 25)), "异地假期");
        assertThat(moves.preview(draft))
                .extracting(move -> move.issue().no())
                .contains(before)
                .doesNotContain(elsewhere);
        try {
            moves.publish(draft, LI_XUE);
            assertThat(now(before).dueAt()).contains(time("2026-11-26T19:00"));
            assertThat(due(before)).isEqualTo(time("2026-11-26T19:00"));
            assertThat(timers(before))
                    .containsEntry(ClockProcessTest.ESCALATE, time("2026-11-26T19:00"));
            assertThat(now(elsewhere).dueAt()).isEqualTo(others);
            delivered(before);
            assertThat(wecom.entries.get(before.value()).end()).isEqualTo(time("2026-11-26T19:00"));

            var after = accepted("会议纪要缺失", "紧急");
            assertThat(now(after).dueAt()).contains(time("2026-11-23T19:00"));
            clock.moveTo(time("2026-11-23T18:00"));
            actions.pause(after, handlerOf(after), "等", "人");
            clock.moveTo(time("2026-11-26T11:00"));
            actions.resume(after, handlerOf(after), "");
            assertThat(now(after).dueAt()).contains(time("2026-11-26T12:00"));
        } finally {
            var change =
                    new CalendarChange(Optional.of(PLATFORM), List.of(), Set.of(Year.of(2026)));
            moves.publish(versions.draft(change, "演练结束"), LI_XUE);
        }
        assertThat(now(before).dueAt()).contains(time("2026-11-26T10:00"));
    }

    private static CalendarChange own(LocalDate off) {
        var days = List.of(new CalendarDay(off, DayType.OFF, "异地"));
        var hours = WorkHours.read("10:00-13:00, 14:00-19:00");
        return new CalendarChange(
                Optional.of(PLATFORM),
                List.of(new CalendarYear(Year.of(2026), days, hours)),
                Set.of());
    }

    private IssueNo accepted(String description, String urgency) {
        var issue = reported(ZHAO, description, urgency, PLATFORM_PROJECT);
        actions.accept(issue, handlerOf(issue));
        return issue;
    }

    private void pressed(IssueNo issue, String urgency) {
        var proposal = proposals.propose(issue, ZHAO, Wish.pressing("情况变了", urgency));
        proposals.decide(issue, proposal.number(), LI_XUE, true, "");
    }

    private void at(IssueNo issue, String time, String timer) {
        clock.moveTo(time(time));
        fires(issue, timer);
        delivered(issue);
    }

    private List<Object> told(IssueNo issue) {
        return issues.history(issue).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.type() == REMINDED)
                .map(event -> event.payload().get("stage"))
                .toList();
    }

    /** The native due date of the one task that is open in 处理流程. */
    private Instant due(IssueNo issue) {
        Task task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(issue.value())
                        .processDefinitionKey("issue_handling")
                        .singleResult();
        return task.getDueDate().toInstant();
    }

    private Map<String, Instant> timers(IssueNo issue) {
        var instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(issue.value(), "issue_handling")
                        .singleResult();
        return management
                .createJobDefinitionQuery()
                .processDefinitionKey("issue_handling")
                .list()
                .stream()
                .flatMap(
                        kind ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .jobDefinitionId(kind.getId())
                                        .list()
                                        .stream()
                                        .map(job -> Map.entry(kind.getActivityId(), job)))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().getDuedate().toInstant()));
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
