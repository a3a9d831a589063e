package io.issueloop.process.work;

import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.issueloop.audit.AuditEntry;
import io.issueloop.audit.AuditLog;
import io.issueloop.audit.AuditQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.model.Change;
import io.issueloop.model.DecisionTrial;
import io.issueloop.model.Finding;
import io.issueloop.model.MigrationEngine;
import io.issueloop.model.MigrationEngine.Order;
import io.issueloop.model.Migrations;
import io.issueloop.model.ModelDraft;
import io.issueloop.model.ModelEngine;
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

/** What a process administrator does in the editor, and that intake never notices a bad model. */
class EditorStoryTest extends IssueStory {

    private static final ModelId LIFECYCLE = new ModelId(ModelType.BPMN, "issue_lifecycle");
    private static final ModelId HANDLING = new ModelId(ModelType.BPMN, "issue_handling");
    private static final ModelId LEVELS = new ModelId(ModelType.DMN, "decide_service_level");
    private static final ModelId ACCEPT = new ModelId(ModelType.FORM, "accept_issue");

    @Autowired Models models;
    @Autowired ModelEngine engine;
    @Autowired Migrations migrations;
    @Autowired MigrationEngine instances;
    @Autowired DecisionTrial decisions;
    @Autowired RepositoryService repository;
    @Autowired AuditLog audit;

    private UserId admin;

    @BeforeEach
    void who() {
        admin = directory.having(io.issueloop.directory.Role.PROCESS_ADMIN).get(0);
    }

    @AfterEach
    void asShipped() throws IOException {
        for (var id : List.of(LIFECYCLE, HANDLING, LEVELS, ACCEPT)) {
            if (!engine.content(id, latest(id)).equals(Optional.of(file(id)))) {
                repository.createDeployment().addString(id.file(), file(id)).deploy();
            }
        }
    }

    private static String file(ModelId id) throws IOException {
        return Files.readString(Path.of(id.file()));
    }

    private int latest(ModelId id) {
        return engine.versions(id).get(0).version();
    }

    private int deploy(ModelId id, String content) {
        return models.deploy(new ModelDraft(id, content, latest(id), "测试"), admin);
    }

    private void anIssueStillGetsThrough() {
        var issue = reported(ZHAO, "构建错误");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("断电", "上电", "已看"));
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);
    }

    @Test
    @DisplayName("清单里有全部流程、决策表和表单，名称是人看得懂的")
    void everyModelIsListed() {
        var all = engine.all();
        assertThat(all).extracting(one -> one.id().type()).contains(ModelType.values());
        assertThat(all)
                .anySatisfy(
                        one -> {
                            assertThat(one.id()).isEqualTo(ACCEPT);
                            assertThat(one.latest().name()).contains("接单");
                        })
                .anySatisfy(one -> assertThat(one.latest().name()).isEqualTo("问题处理流程"));
        assertThat(all.stream().filter(one -> one.id().type() == ModelType.BPMN))
                .hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("随安装包的模型都没有错误")
    void shippedModelsAreSound() {
        for (var one : engine.all()) {
            var content = engine.content(one.id(), one.latest().version()).orElseThrow();
            assertThat(engine.inspect(one.id(), content).stream().filter(Finding::isError))
                    .as(one.id().file())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("改名后部署：差异写成话，下一个问题用新版本，重复部署被拒绝")
    void aRenamedTaskIsUsedByTheNextIssue() throws IOException {
        var renamed = file(HANDLING).replace("name=\"接单\"", "name=\"确认接单\"");
        var base = latest(HANDLING);
        assertThat(engine.compare(HANDLING, file(HANDLING), renamed))
                .extracting(Change::text)
                .containsExactly("修改用户任务「接单」：名称“接单”→“确认接单”");
        assertThat(deploy(HANDLING, renamed)).isEqualTo(base + 1);
        var issue = reported(ZHAO, "构建错误");
        waitsFor(issue, handlerOf(issue), "确认接单", IssueStatus.ASSIGNED);
        var record = models.history(HANDLING).get(0);
        assertThat(record.by()).isEqualTo(admin);
        assertThat(record.changes()).first().asString().contains("确认接单");
        assertThatThrownBy(
                        () ->
                                models.deploy(
                                        new ModelDraft(HANDLING, file(HANDLING), base, "又改"),
                                        admin))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已有人部署了第 %d 版".formatted(base + 1));
        assertThatThrownBy(() -> deploy(HANDLING, renamed)).hasMessageContaining("完全相同");
        assertThatThrownBy(
                        () ->
                                models.deploy(
                                        new ModelDraft(HANDLING, renamed, base + 1, "我来改"), SUN))
                .hasMessageContaining("只有流程管理员");
        models.rollBack(new ModelDraft(HANDLING, file(HANDLING), base + 1, "退回"), admin);
        var next = reported(ZHAO, "构建错误");
        waitsFor(next, handlerOf(next), "接单", IssueStatus.ASSIGNED);
        assertThat(recordedOf(HANDLING))
                .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::detail)
                .contains(
                        tuple(
                                admin.value(),
                                "MODEL_DEPLOYED",
                                (base + " → " + (base + 1) + " · 测试")),
                        tuple(
                                admin.value(),
                                "MODEL_ROLLED_BACK",
                                (base + 1) + " → " + (base + 2) + " · 退回"));
    }

    private List<AuditEntry> recordedOf(ModelId id) {
        var ofModels =
                new AuditQuery(
                        Optional.of("MODEL"),
                        Optional.empty(),
                        Optional.of(id.key()),
                        Instant.EPOCH,
                        Instant.parse("2100-01-01T00:00:00Z"),
                        50);
        return audit.find(ofModels);
    }

    @Test
    @DisplayName("坏模型一律拒绝，用中文说出位置；之后问题照常提报、处理")
    void aBadModelNeverStopsIntake() throws IOException {
        for (var bad : BadModels.of(file(LIFECYCLE), file(LEVELS), file(ACCEPT)).entrySet()) {
            var id =
                    bad.getKey().startsWith("dmn")
                            ? LEVELS
                            : bad.getKey().startsWith("form") ? ACCEPT : LIFECYCLE;
            var before = latest(id);
            assertThatThrownBy(() -> deploy(id, bad.getValue().content()))
                    .as(bad.getKey())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("未部署，原版本继续使用")
                    .hasMessageContaining(bad.getValue().said());
            assertThat(latest(id)).isEqualTo(before);
            anIssueStillGetsThrough();
        }
    }

    @Test
    @DisplayName("看起来没错、但走不通的模型，在试运行中被发现")
    void aModelThatLosesIssuesIsFoundByTheTrial() throws IOException {
        var lost = file(LEVELS).replace("name=\"serviceLevelDays\"", "name=\"serviceLevelDayz\"");
        assertThat(lost).isNotEqualTo(file(LEVELS));
        assertThatThrownBy(() -> deploy(LEVELS, lost)).hasMessageContaining("未部署");
        var good = engine.tryOut(LIFECYCLE, file(LIFECYCLE), admin);
        assertThat(good.passed()).as(good.steps().toString()).isTrue();
        assertThat(good.steps()).last().asString().contains("全程走通");
        anIssueStillGetsThrough();
    }

    @Test
    @DisplayName("决策表试算：说出命中的规则和结果，什么都不留下")
    void aTableIsAskedBeforeItIsDeployed() throws IOException {
        var question =
                decisions.questions(LEVELS, file(LEVELS)).stream()
                        .filter(one -> one.decision().equals("decide_service_level"))
                        .findFirst()
                        .orElseThrow();
        assertThat(question.inputs())
                .extracting(DecisionTrial.Input::name)
                .contains("urgency", "text");
        var values = Map.<String, Object>of("urgency", "紧急", "text", "线上宕机", "majorTicked", false);
        var answers = decisions.ask(LEVELS, file(LEVELS), "decide_service_level", values);
        assertThat(answers.get(0).decision()).isEqualTo("decide_service_level");
        assertThat(answers.get(0).hits()).hasSize(1);
        assertThat(answers.get(0).outputs().get(0)).contains("= 1");
        assertThat(answers).anySatisfy(one -> assertThat(one.hits()).contains("Rule_Online"));
        assertThat(repository.createDeploymentQuery().deploymentSource("trial").count()).isZero();
    }

    @Test
    @DisplayName("决策表里没有结果的一行被提醒，不妨碍部署")
    void aRowWithoutResultIsTold() throws IOException {
        var row =
                """
                <rule id="Rule_Nothing"><description>空</description>
                <inputEntry id="i1"><text>"紧急"</text></inputEntry>
                """;
        var at = file(LEVELS).indexOf("<rule ");
        var end = file(LEVELS).indexOf("</rule>", at);
        var outputs = file(LEVELS).substring(at, end).split("<outputEntry ").length - 1;
        var empty = "<outputEntry id=\"o%d\"><text></text></outputEntry>";
        for (var index = 0; index < outputs; index++) {
            row += empty.formatted(index);
        }
        var content = file(LEVELS).substring(0, at) + row + "</rule>" + file(LEVELS).substring(at);
        assertThat(engine.inspect(LEVELS, content))
                .anySatisfy(
                        one -> {
                            assertThat(one.elementId()).isEqualTo("Rule_Nothing");
                            assertThat(one.isError()).isFalse();
                            assertThat(one.text()).isEqualTo("这一行没有结果：命中了也什么都得不到");
                        });
    }

    @Test
    @DisplayName("运行中的实例迁移到新版本；停在被删步骤的留下，并说明原因")
    void runningInstancesAreMigratedOrNamed() throws IOException {
        var accepting = reported(ZHAO, "构建错误");
        var paused = reported(ZHAO, "构建错误");
        actions.accept(paused, handlerOf(paused));
        actions.pause(paused, handlerOf(paused), "等备件", "供应商");
        var from = latest(HANDLING);
        var without =
                file(HANDLING)
                        .replace("Task_ResumeIssue", "Task_GoOn")
                        .replace("name=\"接单\"", "name=\"确认接单\"");
        repository.createDeployment().addString(HANDLING.file(), without).deploy();
        var plan = instances.plan(HANDLING.key(), from, from + 1);
        assertThat(plan.steps())
                .anySatisfy(
                        step -> {
                            assertThat(step.elementId()).isEqualTo("Task_ResumeIssue");
                            assertThat(step.target()).isEmpty();
                            assertThat(step.waiting()).isPositive();
                        });
        var order = new Order(HANDLING.key(), from, from + 1, List.of(), List.of(), 1000, Map.of());
        var result = migrations.migrate(order, "跟上新版", admin);
        assertThat(result.moved()).isPositive();
        assertThat(result.left()).isZero();
        assertThat(result.stayed())
                .anySatisfy(
                        one -> {
                            assertThat(one.businessKey()).isEqualTo(paused.value());
                            assertThat(one.reason()).contains("等待恢复");
                        });
        waitsFor(accepting, handlerOf(accepting), "确认接单", IssueStatus.ASSIGNED);
        actions.accept(accepting, handlerOf(accepting));
        assertThat(models.history(HANDLING).get(0).changes().get(0)).contains("已迁移");
    }
}
