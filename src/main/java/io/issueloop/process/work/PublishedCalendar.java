package io.issueloop.process.work;

import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is beside the handler's own due time follows a new calendar as well: tasks and timers that
 * were given so much working time when they began keep it.
 */
@Component
class PublishedCalendar {

    private static final int PAGE = 500;
    private static final String HANDLING = "issue_handling";

    /** Processes of issues whose timers count working time; those of others follow the clock. */
    private static final List<String> COUNTING =
            List.of(
                    "issue_evaluation",
                    "issue_pause",
                    "solution_follow_up",
                    "rating_follow_up",
                    "leaver_handover",
                    "major_issue_approval");

    private final TaskService tasks;
    private final ManagementService management;

    PublishedCalendar(TaskService tasks, ManagementService management) {
        this.tasks = tasks;
        this.management = management;
    }

    @EventListener
    void on(CalendarPublished published) {
        moveTasks(published);
        COUNTING.forEach(process -> moveTimers(process, published));
    }

    private void moveTasks(CalendarPublished published) {
        var query = tasks.createTaskQuery().dueAfter(new Date(0)).orderByTaskId().asc();
        for (int from = 0, read = PAGE; read == PAGE; from += PAGE) {
            var page = query.listPage(from, PAGE);
            read = page.size();
            page.stream()
                    .filter(task -> !task.getProcessDefinitionId().startsWith(HANDLING + ":"))
                    .forEach(
                            task ->
                                    moved(published, task.getCreateTime(), task.getDueDate())
                                            .ifPresent(
                                                    due -> {
                                                        task.setDueDate(due);
                                                        tasks.saveTask(task);
                                                    }));
        }
    }

    private void moveTimers(String process, CalendarPublished published) {
        var query = management.createJobQuery().processDefinitionKey(process).timers().active();
        var ordered = query.orderByJobId().asc();
        for (int from = 0, read = PAGE; read == PAGE; from += PAGE) {
            var page = ordered.listPage(from, PAGE);
            read = page.size();
            page.forEach(
                    job ->
                            moved(published, job.getCreateTime(), job.getDuedate())
                                    .ifPresent(due -> management.setJobDuedate(job.getId(), due)));
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
