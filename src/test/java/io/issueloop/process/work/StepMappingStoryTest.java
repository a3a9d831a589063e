package io.issueloop.process.work;

import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.audit.AuditEntry;
import io.issueloop.audit.AuditLog;
import io.issueloop.audit.AuditQuery;
import io.issueloop.directory.Role;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.model.MigrationEngine;
import io.issueloop.model.MigrationEngine.Order;
import io.issueloop.model.MigrationPlan.Choice;
import io.issueloop.model.MigrationPlan.Step;
import io.issueloop.model.Migrations;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.Models;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances waiting at a step the new version does not have go on where a person chose. */
class StepMappingStoryTest extends IssueStory {

    private static final ModelId HANDLING = new ModelId(ModelType.BPMN, "issue_handling");
    private static final String REPAIR = "mapped_repair";

    @Autowired private Migrations migrations;
    @Autowired private MigrationEngine instances;
    @Autowired private Models models;
    @Autowired private RepositoryService repository;
    @Autowired private AuditLog audit;

    private UserId admin;

    @BeforeEach
    void who() {
        admin = directory.having(Role.PROCESS_ADMIN).get(0);
    }

    @AfterEach
    void asShipped() throws IOException {
        deploy(HANDLING.file(), handling());
    }

    private static String handling() throws IOException {
        return Files.readString(Path.of(HANDLING.file()));
    }

    private void deploy(String file, String content) {
        repository.createDeployment().addString(file, content).deploy();
    }

    private int latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private Order order(String process, Map<String, String> mapping) {
        var to = latest(process);
        return new Order(process, to - 1, to, List.of(), List.of(), 1000, mapping);
    }

    private Step step(String process, String id) {
        var to = latest(process);
        return instances.plan(process, to - 1, to).steps().stream()
                .filter(one -> one.elementId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private IssueNo paused() {
        var issue = reported(ZHAO, "构建错误");
        actions.accept(issue, handlerOf(issue));
        actions.pause(issue, handlerOf(issue), "等备件", "供应商");
        return issue;
    }

    @Test
    @DisplayName("等待恢复的问题按选择换到新步骤：任务、提醒都在；换回来后照常恢复、解决")
    void aPausedIssueGoesOnInTheChosenStep() throws IOException {
        var issue = paused();
        var reminders = jobs(issue.value(), "BoundaryEvent_EscalationDue").get(0).getDuedate();
        deploy(
                HANDLING.file(),
                handling().replace("Task_ResumeIssue", "Task_GoOn").replace("等待恢复", "恢复处理"));
        var lost = step(HANDLING.key(), "Task_ResumeIssue");
        assertThat(lost.target()).isEmpty();
        assertThat(lost.waiting()).isPositive();
        assertThat(lost.choices()).containsExactly(new Choice("Task_GoOn", "恢复处理"));
        var there = Map.of("Task_ResumeIssue", "Task_GoOn");
        var result = migrations.migrate(order(HANDLING.key(), there), "步骤改了编号", admin);
        assertThat(result.stayed()).isEmpty();
        assertThat(result.moved()).isPositive();
        waitsFor(issue, handlerOf(issue), "恢复处理", IssueStatus.PAUSED);
        assertThat(jobs(issue.value(), "BoundaryEvent_EscalationDue"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(reminders));
        var said = models.history(HANDLING).get(0).changes();
        assertThat(said).contains("手动对应：「等待恢复」→「恢复处理」");
        assertThat(recorded())
                .anySatisfy(one -> assertThat(one).contains("步骤改了编号 · 手动对应：「等待恢复」→「恢复处理」"));
        goesOnAndIsSolved(issue);
    }

    private void goesOnAndIsSolved(IssueNo issue) throws IOException {
        deploy(HANDLING.file(), handling());
        var back = Map.of("Task_GoOn", "Task_ResumeIssue");
        migrations.migrate(order(HANDLING.key(), back), "退回", admin);
        var handler = handlerOf(issue);
        waitsFor(issue, handler, "等待恢复", IssueStatus.PAUSED);
        actions.resume(issue, handler, "备件到了");
        actions.resolve(issue, handler, new Solution("断电", "上电", "已看"));
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);
    }

    private List<String> recorded() {
        var ofModels =
                new AuditQuery(
                        Optional.of("MODEL"),
                        Optional.empty(),
                        Optional.of(HANDLING.key()),
                        Instant.EPOCH,
                        Instant.parse("2100-01-01T00:00:00Z"),
                        50);
        return audit.find(ofModels).stream().map(AuditEntry::detail).toList();
    }

    @Test
    @DisplayName("会让状态与步骤不符的对应、还在的步骤、没有的步骤、别人：一律拒绝并说明，什么都不变")
    void whatDoesNotFitIsRefused() throws IOException {
        var issue = paused();
        deploy(HANDLING.file(), handling().replace("Task_ResumeIssue", "Task_GoOn"));
        refuses("Task_ResumeIssue", "Task_HandleIssue", "数据的状态会与步骤不符");
        refuses("Task_ResumeIssue", "Task_DispatchTodo", "不是同类的步骤（用户任务与服务任务）");
        refuses("Task_ResumeIssue", "EndEvent_Handled", "不是同类的步骤");
        refuses("Task_ResumeIssue", "Task_Nowhere", "没有这一步：Task_Nowhere");
        refuses("Task_Nowhere", "Task_GoOn", "没有这一步：Task_Nowhere");
        refuses("Task_AcceptIssue", "Task_GoOn", "「接单」在新版里还在");
        refuses("BoundaryEvent_UrgingDue", "Task_GoOn", "还在");
        var order = order(HANDLING.key(), Map.of("Task_ResumeIssue", "Task_GoOn"));
        assertThatThrownBy(() -> migrations.migrate(order, "我来", SUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("只有流程管理员");
        assertThatThrownBy(() -> migrations.migrate(order, " ", admin))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("原因");
        waitsFor(issue, handlerOf(issue), "等待恢复", IssueStatus.PAUSED);
        actions.resume(issue, handlerOf(issue), "备件到了");
        waitsFor(issue, handlerOf(issue), "处理问题", IssueStatus.HANDLING);
    }

    private void refuses(String from, String to, String why) {
        var order = order(HANDLING.key(), Map.of(from, to));
        assertThatThrownBy(() -> migrations.migrate(order, "试试", admin))
                .as(from + " → " + to)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("定时按新版重新计算并照常到期；子流程内的步骤不能换到外面，引擎的话用中文说")
    void timersGoOnAndTheEngineHasTheLastWord() throws IOException {
        var before = Files.readString(Path.of("src/test/resources/models/mapped_repair.bpmn"));
        deploy(REPAIR + ".bpmn", before);
        runtime.startProcessInstanceByKey(REPAIR, "R-1");
        runtime.startProcessInstanceByKey(REPAIR, "R-2");
        fires("R-2", "Event_Delivered");
        var twoDays = jobs("R-1", "Event_Delivered").get(0).getDuedate();
        var after = before.replace("Event_Delivered", "Event_PartsThere").replace("PT48H", "PT1H");
        deploy(REPAIR + ".bpmn", after.replace("Task_Inspect", "Task_LookAgain"));
        assertThat(step(REPAIR, "Event_Delivered").choices())
                .containsExactly(new Choice("Event_PartsThere", "等配件"));
        assertThat(step(REPAIR, "Task_Inspect").choices())
                .extracting(Choice::elementId)
                .containsExactly("Task_LookAgain");
        var outside = Map.of("Task_Inspect", "Task_PutBack");
        assertThatThrownBy(() -> migrations.migrate(order(REPAIR, outside), "试试", admin))
                .isInstanceOf(Refused.class)
                .hasMessage("引擎不允许这样对应：「检查设备」两个步骤不在同一个子流程里");
        var chosen =
                Map.of("Event_Delivered", "Event_PartsThere", "Task_Inspect", "Task_LookAgain");
        var result = migrations.migrate(order(REPAIR, chosen), "改了编号", admin);
        assertThat(result.moved()).isEqualTo(2);
        var timer = jobs("R-1", "Event_PartsThere").get(0);
        assertThat(timer.getDuedate()).isBefore(twoDays);
        fires("R-1", "Event_PartsThere");
        for (var key : List.of("R-1", "R-2")) {
            complete(key, "Task_LookAgain");
            complete(key, "Task_PutBack");
        }
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(REPAIR).count())
                .isZero();
    }

    private void complete(String key, String step) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .taskDefinitionKey(step)
                        .singleResult();
        tasks.complete(task.getId());
    }
}
