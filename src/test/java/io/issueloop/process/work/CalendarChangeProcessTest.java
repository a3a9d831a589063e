package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.DUE_MOVED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.calendar.CalendarDay;
import io.issueloop.calendar.CalendarDraft;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.CalendarYear;
import io.issueloop.calendar.DayType;
import io.issueloop.issue.CalendarMoves;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.shared.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new calendar moves the due times of open issues, and all that follows them. */
class CalendarChangeProcessTest extends IssueStory {

    @Autowired CalendarVersions versions;
    @Autowired CalendarMoves moves;
    @Autowired Proposals proposals;
    @Autowired Handovers handovers;

    private static final List<String> STEPS =
            List.of(
                    "Task_EvaluateSolution",
                    "Task_ApprovePause",
                    "Task_ReviewProposal",
                    "Task_FollowUpRating",
                    "Task_CompleteSolution",
                    "Task_ConfirmHandover");
    private static final List<String> TIMERS =
            List.of(
                    "BoundaryEvent_NotConfirmed",
                    "BoundaryEvent_EvaluationOverdue",
                    "BoundaryEvent_ReminderDue",
                    "Event_CapReached");

    @Test
    @DisplayName("新日历先预览再发布：截止时间、日程和定时器一并移动，指标按新起点计")
    void aNewHolidayMovesWhatIsOpen() {
        var issue = reported(ZHAO, "评审没有结论");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        clock.moveTo(time("2026-11-23T15:00"));
        actions.askForInformation(issue, handler, "哪一次？");
        clock.moveTo(time("2026-11-24T11:00"));
        actions.answer(issue, ZHAO, "上周");
        actions.handOver(issue, handler, (handler.equals(ZHANG) ? LIU : ZHANG).value(), "");
        var personal = now(issue).personalDueAt().orElseThrow();
        assertThat(now(issue).dueAt()).contains(time("2026-11-26T16:00"));
        delivered(issue);

        var draft = with(LocalDate.of(2026, 11, 25));
        assertThat(moves.preview(draft))
                .filteredOn(move -> move.issue().no().equals(issue))
                .singleElement()
                .satisfies(move -> assertThat(move.from()).isEqualTo(personal));
        assertThat(now(issue).dueAt()).contains(time("2026-11-26T16:00"));
        try {
            moves.publish(draft, LIU);
            assertThat(now(issue).dueAt()).contains(time("2026-11-27T16:00"));
            assertThat(now(issue).personalDueAt().orElseThrow()).isAfter(personal);
            assertThat(issues.history(issue))
                    .last()
                    .satisfies(
                            recorded -> assertThat(recorded.event().type()).isEqualTo(DUE_MOVED));
            delivered(issue);
            assertThat(wecom.entries.get(issue.value()).end())
                    .isEqualTo(now(issue).personalDueAt().orElseThrow());
            assertThatThrownBy(() -> moves.publish(draft, LIU)).isInstanceOf(Refused.class);
        } finally {
            moves.publish(with(), LIU);
        }
        assertThat(now(issue).personalDueAt()).contains(personal);
    }

    @Test
    @DisplayName("评价、暂停批准、提议、回访和移交的期限随新日历移动，定时器也是；约定的日子不动")
    void theStepsBesideMoveToo() {
        var evaluated = handled();
        actions.resolve(evaluated, handlerOf(evaluated), new Solution("断电", "上电", "已看"));
        var rated = handled();
        actions.resolve(rated, handlerOf(rated), Solution.NOT_WRITTEN);
        actions.confirmSolved(rated, ZHAO, Optional.of(1), "不行");
        var paused = handled();
        actions.pause(paused, handlerOf(paused), "等备件", "供应商");
        var capped = handled();
        actions.pause(capped, handlerOf(capped), "等备件", "供应商");
        fires(capped, "Event_CapReached");
        var proposed = handled();
        proposals.propose(proposed, handlerOf(proposed), Wish.of(ProposalKind.INVALID, "误报"));
        var leaving = handovers.announce(LIU, LI_XUE);
        begunNow();
        var keys =
                Stream.of(evaluated, rated, paused, capped, proposed)
                        .map(IssueNo::value)
                        .collect(Collectors.toCollection(ArrayList::new));
        keys.add(leaving.key());

        var before = dues(keys);
        assertThat(before).hasSize(STEPS.size());
        var timers = timers(keys);
        assertThat(timers).hasSizeGreaterThanOrEqualTo(TIMERS.size());
        var promised = leaving.dueAt();
        try {
            moves.publish(with(LocalDate.of(2026, 11, 24)), LIU);
            assertThat(dues(keys))
                    .hasSameSizeAs(before)
                    .allSatisfy(
                            (task, due) -> assertThat(due).isEqualTo(aDayAfter(before.get(task))));
            assertThat(timers(keys))
                    .allSatisfy((job, due) -> assertThat(due).isAfter(timers.get(job)));
            assertThat(handovers.find(leaving.id()).orElseThrow().dueAt())
                    .isEqualTo(aDayAfter(promised));
        } finally {
            moves.publish(with(), LIU);
            assertThat(dues(keys)).isEqualTo(before);
            jdbc.sql("update handover set closed_at = now() where closed_at is null").update();
            jdbc.sql("update organisation_override set ended_at = now() where ended_at is null")
                    .update();
            directory.refresh();
        }
    }

    private static Instant aDayAfter(Instant due) {
        return due.plus(Duration.ofDays(1));
    }

    private IssueNo handled() {
        var issue = reported(ZHAO, "评审没有结论");
        actions.accept(issue, handlerOf(issue));
        return issue;
    }

    /** The engine writes down its own time, which is not the story's. */
    private void begunNow() {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        for (var table : List.of("act_ru_task", "act_ru_job")) {
            jdbc.sql("update %s set create_time_ = :at".formatted(table)).param("at", at).update();
        }
    }

    private Map<String, Instant> dues(List<String> keys) {
        return STEPS.stream()
                .flatMap(
                        step ->
                                tasks
                                        .createTaskQuery()
                                        .taskDefinitionKey(step)
                                        .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                                        .list()
                                        .stream())
                .collect(Collectors.toMap(Task::getId, task -> task.getDueDate().toInstant()));
    }

    private Map<String, Instant> timers(List<String> keys) {
        var instances =
                keys.stream()
                        .flatMap(
                                key ->
                                        runtime
                                                .createProcessInstanceQuery()
                                                .processInstanceBusinessKey(key)
                                                .list()
                                                .stream())
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return TIMERS.stream()
                .flatMap(one -> management.createJobQuery().activityId(one).list().stream())
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .collect(Collectors.toMap(Job::getId, job -> job.getDuedate().toInstant()));
    }

    private CalendarDraft with(LocalDate... off) {
        var days =
                new ArrayList<>(
                        versions.year(Year.of(2026)).days().stream()
                                .filter(day -> !day.name().equals("演练"))
                                .toList());
        for (var day : off) {
            days.add(new CalendarDay(day, DayType.OFF, "演练"));
        }
        return versions.draft(List.of(new CalendarYear(Year.of(2026), days)), "测试");
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
