package io.issueloop.process.deployment;

import static io.issueloop.process.deployment.ModelDeployment.Outcome.CONFLICT;
import static io.issueloop.process.deployment.ModelDeployment.Outcome.FIRST;
import static io.issueloop.process.deployment.ModelDeployment.Outcome.IN_SYNC;
import static io.issueloop.process.deployment.ModelDeployment.Outcome.REFUSED;
import static io.issueloop.process.deployment.ModelDeployment.Outcome.STALE;
import static io.issueloop.process.deployment.ModelDeployment.Outcome.UPGRADED;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.EngineUnderTest;
import io.issueloop.process.TestModels;
import io.issueloop.process.deployment.ModelDeployment.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The six cases of a start, and what a bad model does not do. */
@EngineUnderTest
class ModelDeploymentTest {

    @Autowired ModelDeployment deployment;
    @Autowired EditedModels edited;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;

    private static ModelFile process(String key, String name) {
        var step = "<userTask id=\"step\" name=\"%s\"/>".formatted(name);
        return new ModelFile("bpmn/" + key + ".bpmn", TestModels.process(key, step));
    }

    private List<Outcome> start(ModelFile... files) {
        return deployment.deploy(List.of(files));
    }

    private long versions(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).count();
    }

    private void editInBrowser(ModelFile model) {
        repository
                .createDeployment()
                .addInputStream("edited.bpmn", new ByteArrayInputStream(model.content()))
                .deploy();
    }

    @Test
    @DisplayName("首次部署、无变化、修改后升级：只部署变化的文件")
    void exactlyTheChangedFilesAreDeployed() {
        assertThat(start(process("a", "一"), process("b", "一"))).containsExactly(FIRST, FIRST);
        assertThat(start(process("a", "一"), process("b", "一"))).containsExactly(IN_SYNC, IN_SYNC);
        assertThat(start(process("a", "二"), process("b", "一"))).containsExactly(UPGRADED, IN_SYNC);
        assertThat(versions("a")).isEqualTo(2);
        assertThat(versions("b")).isEqualTo(1);
    }

    @Test
    @DisplayName("运行中的问题按原版本走完")
    void runningInstancesFinishOnTheirVersion() {
        start(process("running", "旧步骤"));
        var before = runtime.startProcessInstanceByKey("running").getId();
        start(process("running", "新步骤"));
        var after = runtime.startProcessInstanceByKey("running").getId();
        assertThat(taskName(before)).isEqualTo("旧步骤");
        assertThat(taskName(after)).isEqualTo("新步骤");
    }

    private String taskName(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult().getName();
    }

    @Test
    @DisplayName("旧文件不覆盖新版本")
    void olderFileDoesNotOverwriteNewerVersion() {
        start(process("stale", "一"));
        start(process("stale", "二"));
        assertThat(start(process("stale", "一"))).containsExactly(STALE);
        assertThat(versions("stale")).isEqualTo(2);
    }

    @Test
    @DisplayName("浏览器中修改的模型在重启后保留")
    void diagramEditedInTheBrowserSurvivesTheNextStart() {
        start(process("edited", "文件"));
        editInBrowser(process("edited", "浏览器"));
        assertThat(start(process("edited", "文件"))).containsExactly(STALE);
        assertThat(start(process("edited", "文件也改了"))).containsExactly(CONFLICT);
        assertThat(versions("edited")).isEqualTo(2);
    }

    @Test
    @DisplayName("有人退回到较早的版本：下一次升级也不覆盖")
    void goingBackIsADecisionToo() {
        var first = process("back", "一");
        start(first);
        start(process("back", "二"));
        edited.remember(first.name(), new String(first.content(), StandardCharsets.UTF_8));
        editInBrowser(first);
        assertThat(start(process("back", "二"))).containsExactly(STALE);
        assertThat(start(process("back", "三"))).containsExactly(CONFLICT);
        assertThat(versions("back")).isEqualTo(3);
    }

    @Test
    @DisplayName("浏览器中的版本保存为文件后，可以继续修改文件")
    void fileThatTookOverTheBrowsersVersionMayGoOn() {
        start(process("taken", "文件"));
        editInBrowser(process("taken", "浏览器"));
        assertThat(start(process("taken", "浏览器"))).containsExactly(IN_SYNC);
        assertThat(start(process("taken", "下一版"))).containsExactly(UPGRADED);
    }

    @Test
    @DisplayName("换行符不同不算修改")
    void windowsLineEndsAreNoEdit() {
        var unix = process("crlf", "一");
        var text = new String(unix.content(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        start(unix);
        var windows = new ModelFile(unix.name(), text.getBytes(StandardCharsets.UTF_8));
        assertThat(start(windows)).containsExactly(IN_SYNC);
    }

    @Test
    @DisplayName("坏模型不影响其他模型，原版本继续使用")
    void badModelStopsNeitherTheOthersNorItsFormerVersion() {
        start(process("bad", "好的"));
        var attack =
                new ModelFile(
                        "bpmn/bad.bpmn",
                        TestModels.process("bad", "<scriptTask id=\"step\" scriptFormat=\"js\"/>"));
        var broken = new ModelFile("bpmn/broken.bpmn", "<definitions".getBytes());
        assertThat(start(attack, broken, process("good", "一")))
                .containsExactly(REFUSED, REFUSED, FIRST);
        assertThat(versions("bad")).isEqualTo(1);
        assertThat(deployment.refused())
                .extracting(RefusedModel::resource)
                .containsExactly("bpmn/bad.bpmn", "bpmn/broken.bpmn");
        assertThat(deployment.refused().get(0).reason()).contains("step", "不允许使用 <scriptTask>");
        start(process("good", "一"));
        assertThat(deployment.refused()).isEmpty();
    }

    @Test
    @DisplayName("表单和决策表各自升级")
    void formsAndDecisionsHaveTheirOwnLineage() {
        var field = "{\"type\":\"textfield\",\"id\":\"f\",\"key\":\"%s\"}";
        var first = new ModelFile("forms/f.form", TestModels.form("f", field.formatted("a")));
        var second = new ModelFile("forms/f.form", TestModels.form("f", field.formatted("b")));
        var table = new ModelFile("dmn/t.dmn", TestModels.decision("t", "", "x", "\"一\""));
        var edited = new ModelFile("dmn/t.dmn", TestModels.decision("t", "", "x", "\"二\""));
        assertThat(start(table, first)).containsExactly(FIRST, FIRST);
        assertThat(start(table, first)).containsExactly(IN_SYNC, IN_SYNC);
        assertThat(start(edited, first)).containsExactly(IN_SYNC, UPGRADED);
        assertThat(start(edited, second)).containsExactly(UPGRADED, IN_SYNC);
    }

    @Test
    @DisplayName("两个节点同时启动只部署一次")
    void twoNodesStartingTogetherDeployOnce() {
        var starts =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> start(process("twin", "一"))))
                        .limit(4)
                        .toList();
        assertThat(starts).flatMap(CompletableFuture::join).containsOnlyOnce(FIRST);
        assertThat(versions("twin")).isEqualTo(1);
    }
}
