package io.issueloop.process.work;

import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reporting in Tasklist: {@code report_issue}. */
class ReportIssueProcessTest extends IssueStory {

    @Autowired private FormService forms;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;
    @Autowired private Acting acting;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("report_issue");
    }

    @Test
    @DisplayName("在任务列表发起：成为问题，答复是编号，表单内容不留在流程里")
    void aFormBecomesAnIssue() {
        var started = sent(SUN, form("接口性能太差 " + System.nanoTime()));
        assertThat(started.isEnded()).isTrue();
        var issue = now(IssueNo.of(started.getBusinessKey()));
        assertThat(issue.reporter()).isEqualTo(SUN);
        assertThat(issue.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(issue.project()).isEqualTo(PLATFORM_PROJECT);
        assertThat(issue.handler()).isPresent();
        assertThat(issues.history(issue.no()).get(0).event().type())
                .isEqualTo(IssueEventType.REPORTED);
        assertThat(issues.history(issue.no()).get(0).event().payload())
                .containsEntry("source", "TASKLIST");
        assertThat(
                        history.createHistoricVariableInstanceQuery()
                                .processInstanceId(started.getId())
                                .count())
                .isZero();
    }

    @Test
    @DisplayName("关联项目从现有项目里选，最后是“其他”")
    void projectsAreChosen() throws IOException {
        try (var form = forms.getDeployedStartForm(definition().getId())) {
            var fields = new ObjectMapper().readTree(form).path("components");
            var project =
                    StreamSupport.stream(fields.spliterator(), false)
                            .filter(field -> field.path("key").asText().equals("chosenProject"))
                            .findFirst()
                            .orElseThrow();
            assertThat(project.path("values").findValuesAsText("value"))
                    .contains(PLATFORM_PROJECT)
                    .endsWith("其他");
            assertThat(project.has("valuesKey")).isFalse();
        }
    }

    @Test
    @DisplayName("连按两次是一个问题；十分钟后、换个人、换个紧急程度是另一个")
    void sentTwiceIsOneIssue() {
        var form = form("登录报错 " + System.nanoTime());
        var first = sent(SUN, form).getBusinessKey();
        assertThat(sent(SUN, form).getBusinessKey()).isEqualTo(first);
        assertThat(sent(ZHAO, form).getBusinessKey()).isNotEqualTo(first);
        var urgent = new HashMap<>(form);
        urgent.put("chosenUrgency", "紧急");
        assertThat(sent(SUN, urgent).getBusinessKey()).isNotEqualTo(first);
        clock.moveTo(MONDAY_TEN.plus(Duration.ofMinutes(11)));
        assertThat(sent(SUN, form).getBusinessKey()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("与其他入口同样的规则：不合规则时什么都没有发生")
    void theRulesAreThoseOfEveryDoor() {
        var before = count();
        var unknown = new HashMap<>(form("工具报错"));
        unknown.put("chosenProject", "没有这个项目");
        assertThatThrownBy(() -> sent(SUN, unknown)).hasMessageContaining("关联项目“没有这个项目”不存在，可选：");
        assertThatThrownBy(() -> sent(SUN, form(" "))).hasMessageContaining("请填写问题描述");
        assertThatThrownBy(() -> sent(SUN, form("长".repeat(2001))))
                .hasMessageContaining("最多 2000 字");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @DisplayName("“发起流程”里只有提报问题")
    void nothingElseIsStartedByPeople() {
        assertThat(
                        repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .startableInTasklist()
                                .list())
                .extracting(ProcessDefinition::getKey)
                .containsExactly("report_issue");
    }

    private static Map<String, Object> form(String description) {
        return Map.of(
                "description",
                description,
                "chosenUrgency",
                "高",
                "chosenProject",
                PLATFORM_PROJECT,
                "majorReport",
                false);
    }

    private ProcessInstance sent(UserId reporter, Map<String, Object> form) {
        var id = definition().getId();
        var started = new ProcessInstance[1];
        acting.as(reporter, () -> started[0] = forms.submitStartForm(id, form));
        return started[0];
    }

    private ProcessDefinition definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("report_issue")
                .latestVersion()
                .singleResult();
    }

    private long count() {
        return jdbc.sql("select count(*) from issue").query(Long.class).single();
    }
}
