package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.EngineUnderTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists members find in Tasklist. */
@EngineUnderTest
class TaskFiltersTest {

    private static final Instant NOW = Instant.parse("2026-09-30T15:59:59Z");

    @Autowired TaskFilters lists;
    @Autowired FilterService filters;
    @Autowired TaskService tasks;
    @Autowired Identities identities;
    @Autowired IdentityService engineIdentities;

    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void organisation() {
        identities.synchronise(
                List.of(
                        new EngineUser("zhang", "张伟", Set.of("members")),
                        new EngineUser("li.na", "李娜", Set.of("members", "leads"))));
    }

    @AfterEach
    void cleanUp() {
        engineIdentities.clearAuthentication();
        made.forEach(id -> tasks.deleteTask(id, true));
    }

    @Test
    @DisplayName("每个人在列表里只看到自己的任务：指派的在“我的待办”，可认领的在“我组待认领”")
    void everybodySeesTheirOwn() {
        var mine = made("mine", "zhang", null);
        var hers = made("hers", "li.na", null);
        var offered = made("offered", null, null);
        tasks.addCandidateUser(offered, "zhang");
        engineIdentities.setAuthentication("zhang", List.of("members"));
        assertThat(listed("我的待办")).contains(mine).doesNotContain(hers, offered);
        assertThat(listed("我组待认领")).contains(offered).doesNotContain(mine, hers);
        assertThat(listed("可处理的任务")).contains(mine, offered).doesNotContain(hers);
        assertThat(listed("待分诊")).isEmpty();
        assertThat(listed("待审批")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29T15:59:59Z, false, true", // yesterday's last second in Asia/Shanghai
        "2026-09-29T16:00:00Z, true, true",
        "2026-09-30T15:59:58Z, true, true",
        "2026-09-30T15:59:59.500Z, true, false",
        "2026-09-30T16:00:00Z, false, false",
    })
    @DisplayName("今天是北京时间的今天，过了截止时间就是已超时")
    void todayIsTodayInShanghai(String due, boolean today, boolean overdue) {
        var task = made("due", "zhang", Date.from(Instant.parse(due)));
        assertThat(isIn(TaskFilter.DUE_TODAY, task)).isEqualTo(today);
        assertThat(isIn(TaskFilter.OVERDUE, task)).isEqualTo(overdue);
    }

    @Test
    @DisplayName("时间流逝，“已超时”随之更新；被改动的列表在启动时复原")
    void listsFollowTheClock() {
        var past = made("past", "zhang", Date.from(Instant.now().minusSeconds(60)));
        var filter = filters.createFilterQuery().filterName("已超时").singleResult();
        filter.setQuery(TaskFilter.OVERDUE.narrow(tasks.createTaskQuery(), NOW.minusSeconds(1)));
        filters.saveFilter(filter);
        assertThat(listed("已超时")).doesNotContain(past);
        lists.followTheClock();
        assertThat(listed("已超时")).contains(past);
        lists.ensure();
        assertThat(filters.createFilterQuery().filterName("已超时").count()).isEqualTo(1);
    }

    private boolean isIn(TaskFilter list, String task) {
        return list.narrow(tasks.createTaskQuery(), NOW).list().stream()
                .anyMatch(one -> one.getId().equals(task));
    }

    private List<String> listed(String name) {
        var id = filters.createFilterQuery().filterName(name).singleResult().getId();
        return filters.<Task>list(id).stream().map(Task::getId).toList();
    }

    private String made(String name, String assignee, Date due) {
        var task = tasks.newTask();
        task.setName(name);
        task.setAssignee(assignee);
        task.setDueDate(due);
        tasks.saveTask(task);
        made.add(task.getId());
        return task.getId();
    }
}
