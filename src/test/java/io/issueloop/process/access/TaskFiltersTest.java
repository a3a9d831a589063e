package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.process.EngineUnderTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
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
                        new EngineUser("li.na", "李娜", Set.of("members", "leads")),
                        new EngineUser("gao", "高翔", Set.of("members", "process-admins"))));
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

    @Test
    @DisplayName("流程管理员的“我的待办”只有自己的；别人的在“所有人的任务”，成员没有这个列表")
    void adminsFindTheirOwnToo() {
        var hers = made("hers", "li.na", null);
        var his = made("his", "gao", null);
        var everybody = id("所有人的任务");
        engineIdentities.setAuthentication("gao", List.of("members", "process-admins"));
        for (var list : List.of("我的待办", "可处理的任务")) {
            assertThat(listed(list)).contains(his).doesNotContain(hers);
            assertThat(filters.count(id(list))).isEqualTo(listed(list).size());
        }
        var more = tasks.createTaskQuery().taskName("hers");
        assertThat(filters.<Task, TaskQuery>list(id("我的待办"), more)).isEmpty();
        assertThat(listed("所有人的任务")).contains(his, hers);
        engineIdentities.setAuthentication("zhang", List.of("members"));
        assertThat(filters.createFilterQuery().filterName("所有人的任务").list()).isEmpty();
        assertThatThrownBy(() -> filters.list(everybody))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    @DisplayName("成员不能新建、修改或删除列表")
    void membersChangeNoList() {
        engineIdentities.setAuthentication("zhang", List.of("members"));
        var mine = filters.getFilter(id("我的待办"));
        assertThatThrownBy(() -> filters.saveFilter(mine.setName("别的")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("自建")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> filters.deleteFilter(mine.getId()))
                .isInstanceOf(AuthorizationException.class);
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
        return filters.<Task>list(id(name)).stream().map(Task::getId).toList();
    }

    private String id(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
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
