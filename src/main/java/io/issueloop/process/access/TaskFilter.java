package io.issueloop.process.access;

import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists in Tasklist, in the order shown: every member's own, and everybody's for the process
 * admins. None uses an expression, the engine refuses those: lists that depend on the time are
 * written anew as it passes, {@link OwnTasks} sees whose they are.
 */
enum TaskFilter {
    MINE("我的待办", "指派给我的任务", "#1f6feb", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks.taskAssigned();
        }
    },
    OFFERED("我组待认领", "还没有人认领、我可以认领的任务", "#0f766e", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks.taskUnassigned();
        }
    },
    DUE_TODAY("今天到期", "截止时间在今天之内", "#b7791f", true) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            var today = now.atZone(Zones.REPORTING).truncatedTo(ChronoUnit.DAYS);
            return tasks.dueAfter(date(today.minusNanos(1_000_000)))
                    .dueBefore(date(today.plusDays(1)));
        }
    },
    OVERDUE("已超时", "截止时间已过", "#c0362c", true) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks.dueBefore(Date.from(now));
        }
    },
    TRIAGE("待分诊", "系统判断不了分类，等人工分诊", "#7c3aed", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks.taskDefinitionKey("Task_TriageIssue");
        }
    },
    APPROVALS("待审批", "重大问题、暂停、提议和文章，等我决定", "#9d4edd", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks.taskDefinitionKeyIn(
                    "Task_ApproveMajorIssue",
                    "Task_ApprovePause",
                    "Task_ReviewProposal",
                    "Task_ReviewArticle");
        }
    },
    ALL("可处理的任务", "指派给我或我可以认领的全部任务", "#475467", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks;
        }
    },
    EVERYBODY("所有人的任务", "流程管理员查看全部未完成的任务", "#475467", false) {
        @Override
        TaskQuery narrow(TaskQuery tasks, Instant now) {
            return tasks;
        }
    };

    private final String label;
    private final String description;
    private final String color;
    private final boolean followsTheClock;

    TaskFilter(String label, String description, String color, boolean followsTheClock) {
        this.label = label;
        this.description = description;
        this.color = color;
        this.followsTheClock = followsTheClock;
    }

    abstract TaskQuery narrow(TaskQuery tasks, Instant now);

    String label() {
        return label;
    }

    boolean isForMembers() {
        return this != EVERYBODY;
    }

    boolean followsTheClock() {
        return followsTheClock;
    }

    /** What Tasklist shows of the list and, under each task's name, of the issue. */
    Map<String, Object> properties() {
        return Map.of(
                OwnTasks.MINE,
                isForMembers(),
                "description",
                description,
                "priority",
                ordinal() * 10,
                "color",
                color,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "summary", "label", "内容")));
    }

    private static Date date(ZonedDateTime time) {
        return Date.from(time.toInstant());
    }
}
