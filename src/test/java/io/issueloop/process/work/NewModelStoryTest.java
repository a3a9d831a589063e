package io.issueloop.process.work;

import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.directory.Role;
import io.issueloop.model.Finding;
import io.issueloop.model.ModelDraft;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.Models;
import io.issueloop.model.NewModel;
import io.issueloop.model.NewModels;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process administrator makes what did not exist. */
class NewModelStoryTest extends IssueStory {

    private static final String KEY = "equipment_repair";
    private static final ModelId REPAIR = new ModelId(ModelType.BPMN, KEY);

    @Autowired NewModels newModels;
    @Autowired Models models;
    @Autowired ModelEngine engine;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired AuthorizationService authorizations;

    private UserId admin;

    @BeforeEach
    void who() {
        admin = directory.having(Role.PROCESS_ADMIN).get(0);
    }

    @AfterEach
    void nothingStays() {
        repository
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
    }

    private String begun(ModelType type, String key) {
        var wanted = new NewModel(new ModelId(type, key), "设备\"报修\" <A&B>", "谁报修\n谁维修");
        return newModels.begin(wanted, admin);
    }

    @ParameterizedTest
    @EnumSource(ModelType.class)
    @DisplayName("初稿能通过检查和试运行，部署为第 1 版")
    void aFirstDraftCouldBeDeployedAsItIs(ModelType type) {
        var id = new ModelId(type, KEY);
        var content = begun(type, KEY);
        assertThat(engine.inspect(id, content).stream().filter(Finding::isError)).isEmpty();
        var trial = engine.tryOut(id, content, admin);
        assertThat(trial.passed()).as(trial.steps().toString()).isTrue();
        assertThat(engine.versions(id)).isEmpty();
        assertThat(models.deploy(new ModelDraft(id, content, 0, "新业务"), admin)).isEqualTo(1);
        assertThat(models.history(id)).singleElement().matches(one -> one.from() == 0);
        var listed = engine.all().stream().filter(one -> one.id().equals(id)).findFirst();
        assertThat(listed).isPresent();
    }

    @Test
    @DisplayName("新流程部署后，流程管理员可以发起它，别人不能")
    void processAdminsMayStartIt() {
        var content = begun(ModelType.BPMN, KEY);
        assertThat(engine.tryOut(REPAIR, content, admin).steps()).contains("到达「办理」，等待候选人办理");
        models.deploy(new ModelDraft(REPAIR, content, 0, "新业务"), admin);
        var granted =
                authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(KEY)
                        .hasPermission(ProcessDefinitionPermissions.CREATE_INSTANCE)
                        .list();
        assertThat(granted)
                .singleElement()
                .matches(one -> one.getGroupId().equals("process-admins"));
        var instance = runtime.startProcessInstanceByKey(KEY);
        assertThat(runtime.getActiveActivityIds(instance.getId())).containsExactly("Task_DoWork");
    }

    @ParameterizedTest
    @CsvSource({
        "BPMN, issue_handling, 编号 issue_handling 已经用于流程「处理流程」",
        "DMN, keyword_hits, 已经用于决策表「",
        "FORM, accept_issue, 已经用于表单「",
        "BPMN, Repair, 编号请用小写英文字母",
        "BPMN, a, 编号请用小写英文字母"
    })
    @DisplayName("编号已被使用或写法不对时，说明怎么办")
    void aTakenIdIsRefused(ModelType type, String key, String said) {
        assertThatThrownBy(() -> begun(type, key))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(said);
    }

    @Test
    @DisplayName("没有名称、没有说明、不是流程管理员，都不能新建")
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new NewModel(REPAIR, " ", "说明")).hasMessageContaining("名称");
        assertThatThrownBy(() -> new NewModel(REPAIR, "名称", "")).hasMessageContaining("做什么");
        var wanted = new NewModel(REPAIR, "设备报修", "说明");
        assertThatThrownBy(() -> newModels.begin(wanted, SUN)).hasMessageContaining("只有流程管理员");
    }

    @Test
    @DisplayName("决策表里不能用别的文件里决策的编号：那会悄悄改掉它")
    void aDecisionOfAnotherFileIsNotReplaced() {
        var id = new ModelId(ModelType.DMN, KEY);
        var stolen =
                begun(ModelType.DMN, KEY)
                        .replace(
                                "  <dmndi:DMNDI>",
                                "<decision id=\"keyword_hits\" name=\"我的\""
                                        + " camunda:historyTimeToLive=\"P1D\"/><dmndi:DMNDI>");
        assertThat(engine.inspect(id, stolen))
                .anySatisfy(
                        one -> {
                            assertThat(one.isError()).isTrue();
                            assertThat(one.text())
                                    .isEqualTo("编号 keyword_hits 是 classify_issue.dmn 里的决策，请换一个编号");
                        });
    }

    @Test
    @DisplayName("带程序、调用流程的新流程：试运行停在程序之前，什么都不留下")
    void theTrialRunsNoProgram() {
        var content =
                begun(ModelType.BPMN, KEY)
                        .replace("bpmn:userTask", "bpmn:callActivity")
                        .replace(
                                "camunda:candidateGroups=\"process-admins\"",
                                "calledElement=\"issue_lifecycle\"");
        assertThat(engine.tryOut(REPAIR, content, ZHAO).steps())
                .last()
                .isEqualTo("到达「办理」，由系统继续，试运行到此为止");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count()).isZero();
    }

    @Test
    @DisplayName("两个人同时部署：一个成功，另一个被告知，草稿留着")
    void ofTwoAtOnceTheSecondIsTold() throws Exception {
        var content = begun(ModelType.BPMN, KEY);
        models.deploy(new ModelDraft(REPAIR, content, 0, "新业务"), admin);
        assertThatThrownBy(() -> models.deploy(new ModelDraft(REPAIR, content, 0, "我也"), admin))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("您新建期间，已有人用同一编号部署了第 1 版");
        try (var both = new Closing()) {
            var one = both.pool.submit(deploying(content.replace("办理", "登记")));
            var other = both.pool.submit(deploying(content.replace("办理", "维修")));
            assertThat(one.get() + other.get())
                    .contains("2")
                    .contains("在您打开之后，已有人部署了第 2 版（您改的是第 1 版）");
        }
        assertThat(engine.versions(REPAIR)).hasSize(2);
    }

    private Callable<String> deploying(String content) {
        return () -> {
            try {
                return "" + models.deploy(new ModelDraft(REPAIR, content, 1, "改"), admin);
            } catch (Refused e) {
                return e.getMessage();
            }
        };
    }

    private record Closing(java.util.concurrent.ExecutorService pool) implements AutoCloseable {

        Closing() {
            this(Executors.newFixedThreadPool(2));
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
