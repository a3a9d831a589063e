package io.issueloop.process.work;

import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is beside the handler's own due time follows a new calendar as well: tasks and timers that
 * were given so much working time when they began keep it. Days that people agreed on, or that a
 * quarter prescribes, stay as they are.
 */
@Component
class PublishedCalendar {

    private static final int PAGE = 500;

    /** Processes whose steps are given working time. */
    private static final List<String> COUNTING =
            List.of(
                    "issue_evaluation",
                    "issue_pause",
                    "solution_follow_up",
                    "rating_follow_up",
                    "leaver_handover",
                    "proposal_review",
                    "article_review");

    /** Reminders of approvals: never before the time their own record names. */
    private static final List<String> LATER_ONLY =
            List.of("major_issue_approval", "approval_urging");

    /** Five minutes by the clock, for WeCom to take the form. */
    private static final String NOT_ACCEPTED = "BoundaryEvent_NotAccepted";

    private final TaskService tasks;
    private final ManagementService management;

    PublishedCalendar(TaskService tasks, ManagementService management) {
        this.tasks = tasks;
        this.management = management;
    }

    @EventListener
    void on(CalendarPublished published) {
        COUNTING.forEach(
                process -> {
                    moveTasks(process, published);
                    timers(process, job -> moved(published, job.getCreateTime(), job.getDuedate()));
                });
        LATER_ONLY.forEach(
                process ->
                        timers(
                                process,
                                job ->
                                        moved(published, job.getCreateTime(), job.getDuedate())
                                                .filter(due -> due.after(job.getDuedate()))));
    }

    private void moveTasks(String process, CalendarPublished published) {
        var query =
                tasks.createTaskQuery()
                        .processDefinitionKey(process)
                        .dueAfter(new Date(0))
                        .orderByTaskId()
                        .asc();
        for (int from = 0, read = PAGE; read == PAGE; from += PAGE) {
            var page = query.listPage(from, PAGE);
            read = page.size();
            page.forEach(
                    task ->
                            moved(published, task.getCreateTime(), task.getDueDate())
                                    .ifPresent(
                                            due -> {
                                                task.setDueDate(due);
                                                tasks.saveTask(task);
                                            }));
        }
    }

    private void timers(String process, Function<Job, Optional<Date>> wanted) {
        var byTheClock =
                management.createJobDefinitionQuery().activityIdIn(NOT_ACCEPTED).list().stream()
                        .map(JobDefinition::getId)
                        .collect(Collectors.toSet());
        var query = management.createJobQuery().processDefinitionKey(process).timers().active();
        var ordered = query.orderByJobId().asc();
        for (int from = 0, read = PAGE; read == PAGE; from += PAGE) {
            var page = ordered.listPage(from, PAGE);
            read = page.size();
            page.stream()
                    .filter(job -> !byTheClock.contains(job.getJobDefinitionId()))
                    .forEach(
                            job ->
                                    wanted.apply(job)
                                            .ifPresent(
                                                    due ->
                                                            management.setJobDuedate(
                                                                    job.getId(), due)));
        }
    }

    /** Empty where it stays. */
    private static Optional<Date> moved(CalendarPublished published, Date since, Date due) {
        if (!due.after(since)) {
            return Optional.empty();
        }
        Instant begun = since.toInstant();
        var given = published.before().workBetween(begun, due.toInstant());
        var same = published.before().addWork(begun, given);
        var moved = published.now().addWork(begun, given);
        return moved.equals(same) ? Optional.empty() : Optional.of(Date.from(moved));
    }
}
