package io.issueloop.web.api;

import io.issueloop.issue.Issues;
import io.issueloop.issue.WaitingTask;
import io.issueloop.issue.WaitingTasks;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller around issues, beside handling and evaluating them. */
@RestController
@RequestMapping("/api/me")
@Tag(name = "我")
class MyTasksController {

    private final WaitingTasks waiting;
    private final Issues issues;
    private final Todos todos;

    MyTasksController(WaitingTasks waiting, Issues issues, Todos todos) {
        this.waiting = waiting;
        this.todos = todos;
        this.issues = issues;
    }

    @GetMapping("/tasks")
    @Operation(summary = "等我办的其他事项", description = "补充方案、回访、确认与分诊；先到期的在前，最多 100 项。")
    List<TaskView> tasks(@AuthenticationPrincipal Caller caller) {
        return waiting.of(caller.userId()).stream().map(this::view).toList();
    }

    @GetMapping("/todos")
    @Operation(summary = "等我办的所有事项", description = "处理、评价、审批、审核、申诉、互评等；先到期的在前。")
    List<Todos.Todo> todos(@AuthenticationPrincipal Caller caller) {
        return todos.of(caller.userId());
    }

    private TaskView view(WaitingTask task) {
        return new TaskView(
                task.issueNo().value(),
                issues.get(task.issueNo()).title(),
                task.kind().name(),
                task.kind().label(),
                task.dueAt().map(Times::local).orElse(null));
    }

    @Schema(description = "一件等我办的事")
    record TaskView(
            String issueNo,
            String title,
            @Schema(description = "COMPLETE_SOLUTION 等") String kind,
            @Schema(description = "要做什么") String what,
            @Schema(description = "截止时间") @Nullable OffsetDateTime dueAt) {}
}
