package io.issueloop.process.work;

import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.directory.Role;
import io.issueloop.issue.Attachments;
import io.issueloop.model.ModelDraft;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.Models;
import io.issueloop.model.NewModel;
import io.issueloop.model.NewModels;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who opens a task sees which issue it is about. */
class TaskGlanceTest extends IssueStory {

    private static final ModelId DRAWN = new ModelId(ModelType.BPMN, "ask_customer");
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};

    @Autowired private Attachments attachments;
    @Autowired private NewModels newModels;
    @Autowired private Models models;
    @Autowired private RepositoryService repository;

    @AfterEach
    void nothingStays() {
        repository
                .createDeploymentQuery()
                .deploymentName(DRAWN.key())
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
    }

    @Test
    @DisplayName("提报时附了照片：处理人的任务先写标题，再写有几张照片、在哪里看")
    void picturesAreMentioned() {
        var report = rules.check(ZHAO, "构建错误，见截图", "中", "平台研发部", false, "PAGE");
        var pictures = List.of(kept(), kept());
        var issue = issues.report(report, no -> attachments.attach(no, ZHAO, pictures));
        assertThat(summary(task(issue.value(), "接单")))
                .startsWith("构建错误，见截图\n" + issue)
                .contains("\n附有 2 张照片，点问题编号查看");
    }

    @Test
    @DisplayName("编辑器里画的任务什么都没有设：属于哪个问题就显示哪个问题和它的截止时间")
    void aDrawnTaskShowsItsIssue() {
        drawn();
        var issue = reported(ZHAO, "构建错误");
        runtime.startProcessInstanceByKey(DRAWN.key(), issue.value());
        var task = task(issue.value(), "办理");
        assertThat(summary(task)).startsWith("构建错误\n" + issue).doesNotContain("照片");
        assertThat(task.getDueDate().toInstant()).isEqualTo(now(issue).dueAt().orElseThrow());
    }

    @Test
    @DisplayName("与问题无关的流程：没有可以显示的，照常办理")
    void aProcessOfItsOwnShowsNothing() {
        drawn();
        runtime.startProcessInstanceByKey(DRAWN.key(), "拜访-1");
        var task = task("拜访-1", "办理");
        assertThat(tasks.getVariablesLocal(task.getId())).isEmpty();
        assertThat(task.getDueDate()).isNull();
    }

    private void drawn() {
        var admin = directory.having(Role.PROCESS_ADMIN).get(0);
        var first = newModels.begin(new NewModel(DRAWN, "拜访客户", "问问客户"), admin);
        models.deploy(new ModelDraft(DRAWN, first, 0, "新业务"), admin);
    }

    private UUID kept() {
        return attachments.keep(ZHAO, PICTURE).id();
    }

    private Task task(String businessKey, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskName(name)
                .singleResult();
    }

    private String summary(Task task) {
        return tasks.getVariableLocal(task.getId(), "summary").toString();
    }
}
