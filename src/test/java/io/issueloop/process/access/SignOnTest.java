package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.Browser;
import io.issueloop.process.EngineUnderTest;
import io.issueloop.process.TestModels;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing on into Tasklist, Cockpit and Admin over real HTTP, with the real web applications. */
@EngineUnderTest
class SignOnTest {

    private static final String WHO = "/camunda/api/admin/auth/user/default";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort int port;
    @Autowired Identities identities;
    @Autowired IdentityService engineIdentities;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;

    @BeforeEach
    void organisation() {
        identities.synchronise(
                List.of(
                        new EngineUser("zhang", "张伟", Set.of("members", "team-2")),
                        new EngineUser("li.na", "李娜", Set.of("members", "leads")),
                        new EngineUser("proc", "陈晨", Set.of("members", "process-admins"))));
    }

    private Browser zhang() {
        return Browser.at(port).as("zhang", "ROLE_MEMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("未登录时，Camunda 的页面转到登录页，接口答 401")
    void nobodyGetsInWithoutSigningOn(String app) {
        var page = Browser.at(port).get("/camunda/app/" + app + "/default/");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(Browser.at(port).get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(Browser.at(port).get(WHO).statusCode()).isEqualTo(401);
        assertThat(Browser.at(port).get("/camunda/api/engine/engine").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("成员只能进任务列表，流程管理员还能进 Cockpit 和 Admin")
    void roleDecidesWhichApplicationsOpen() {
        var zhang = zhang();
        assertThat(zhang.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(zhang.get(WHO).body()).contains("tasklist").doesNotContain("cockpit");
        assertThat(
                        zhang.get(
                                        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                                .statusCode())
                .isEqualTo(403);
        assertThat(zhang.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        var admin = Browser.at(port).as("proc", "ROLE_MEMBER,ROLE_PROCESS_ADMIN");
        assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(admin.get(WHO).body()).contains("tasklist", "cockpit", "admin");
        assertThat(admin.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("没有角色的人进不去")
    void somebodyWithoutARoleIsRefused() {
        assertThat(Browser.at(port).as("zhang", "").get(WHO).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("任务列表显示中文姓名")
    void tasklistShowsChineseNames() {
        assertThat(zhang().get(ENGINE + "/user/li.na/profile").body()).contains("李娜");
    }

    @Test
    @DisplayName("尚未同步的人登录不出错")
    void somebodyTheEngineDoesNotKnowYetGetsInWithoutAnError() {
        var fresh = Browser.at(port).as("new.one@corp", "ROLE_MEMBER");
        assertThat(fresh.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(fresh.get(WHO).body()).contains("new.one@corp", "tasklist");
    }

    @Test
    @DisplayName("换人登录后，Camunda 里也换人")
    void anotherPersonInTheSameSessionIsAnotherPersonInCamunda() {
        var browser = Browser.at(port);
        var admin = browser.as("proc", "ROLE_MEMBER,ROLE_PROCESS_ADMIN");
        assertThat(admin.get(WHO).body()).contains("\"userId\":\"proc\"", "cockpit");
        var zhang = browser.as("zhang", "ROLE_MEMBER");
        assertThat(zhang.get(WHO).body())
                .contains("\"userId\":\"zhang\"")
                .doesNotContain("cockpit");
        assertThat(browser.get(WHO).statusCode()).isEqualTo(401);
        assertThat(browser.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("在 Camunda 里退出即全部退出")
    void leavingCamundaEndsTheSession() {
        var zhang = zhang();
        zhang.get("/camunda/app/tasklist/default/");
        assertThat(zhang.post(WHO + "/logout", "").statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("离职的人保留姓名，但失去所有权限")
    void leaverKeepsTheNameAndLosesEverything() {
        identities.synchronise(List.of(new EngineUser("li.na", "李娜", Set.of("members"))));
        assertThat(identities.knows("zhang")).isTrue();
        assertThat(engineIdentities.createGroupQuery().groupMember("zhang").count()).isZero();
        assertThat(zhang().get(WHO).body()).doesNotContain("tasklist");
        assertThat(engineIdentities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id")
                .contains("wang.admin", Identities.GUARD);
    }

    @Test
    @DisplayName("同步两次结果相同")
    void synchronisingTwiceChangesNothing() {
        var before = engineIdentities.createUserQuery().count();
        organisation();
        assertThat(engineIdentities.createUserQuery().count()).isEqualTo(before);
        assertThat(engineIdentities.createGroupQuery().groupMember("zhang").list())
                .extracting("id")
                .containsExactlyInAnyOrder("members", "team-2");
    }

    @Test
    @DisplayName("没有 CSRF 令牌的修改被拒绝")
    void camundasOwnCsrfProtectionStaysOn() {
        var zhang = zhang();
        zhang.get("/camunda/app/tasklist/default/");
        assertThat(zhang.post(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
        assertThat(zhang.postWithoutToken(ENGINE + "/task", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("成员只看到指派或提供给自己的任务，转交之后不再看到")
    void memberSeesOnlyOwnTasksAndOnlyWhileTheyAre() {
        deploy("seen", "<userTask id='step' name='我的' camunda:assignee='#{who}'/>");
        var mine = runtime.startProcessInstanceByKey("seen", Map.of("who", "zhang")).getId();
        runtime.startProcessInstanceByKey("seen", Map.of("who", "li.na"));
        assertThat(visibleTo(zhang(), "我的")).isEqualTo(1);
        var task = tasks.createTaskQuery().processInstanceId(mine).singleResult().getId();
        tasks.setAssignee(task, "li.na");
        assertThat(visibleTo(zhang(), "我的")).isZero();
        assertThat(visibleTo(Browser.at(port).as("li.na", "ROLE_MEMBER"), "我的")).isEqualTo(2);
        assertThat(visibleTo(Browser.at(port).as("proc", "ROLE_PROCESS_ADMIN"), "我的")).isEqualTo(2);
    }

    @Test
    @DisplayName("提供给小组的任务，组员可以看到、认领、完成，但不能转给别人")
    void offeredTaskCanBeClaimedAndCompletedButNotGivenAway() {
        deploy("offered", "<userTask id='step' name='认领我' camunda:candidateGroups='team-2'/>");
        runtime.startProcessInstanceByKey("offered");
        var zhang = zhang();
        assertThat(visibleTo(zhang, "认领我")).isEqualTo(1);
        assertThat(visibleTo(Browser.at(port).as("li.na", "ROLE_MEMBER"), "认领我")).isZero();
        var id = tasks.createTaskQuery().taskName("认领我").singleResult().getId();
        var task = ENGINE + "/task/" + id;
        assertThat(zhang.post(task + "/assignee", "{\"userId\":\"li.na\"}").statusCode())
                .isEqualTo(403);
        claim(zhang, task);
        var admin = Browser.at(port).as("proc", "ROLE_PROCESS_ADMIN");
        admin.get("/camunda/app/tasklist/default/");
        assertThat(admin.post(task + "/unclaim", "{}").statusCode()).isEqualTo(403);
        assertThat(zhang.post(task + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(id).singleResult().getAssignee()).isNull();
        claim(zhang, task);
        assertThat(zhang.post(task + "/submit-form", "{\"variables\":{}}").statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("指派给本人、没有提供给别人的任务，放不回去")
    void anAssignedTaskCannotBePutBack() {
        deploy("given", "<userTask id='step' name='只给我' camunda:assignee='zhang'/>");
        runtime.startProcessInstanceByKey("given");
        var zhang = zhang();
        var task = tasks.createTaskQuery().taskName("只给我").singleResult();
        assertThat(visibleTo(zhang, "只给我")).isEqualTo(1);
        var answer = zhang.post(ENGINE + "/task/" + task.getId() + "/unclaim", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visibleTo(zhang, "只给我")).isEqualTo(1);
    }

    private static void claim(Browser zhang, String task) {
        assertThat(zhang.post(task + "/claim", "{\"userId\":\"zhang\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("只有流程管理员可以部署，坏模型答 400 和中文原因")
    void onlyProcessAdminsDeployAndTheGateAnswersThem() {
        var good = new String(TestModels.process("uploaded", "<userTask id='step'/>"));
        assertThat(upload(zhang(), good).statusCode()).isEqualTo(403);
        var admin = Browser.at(port).as("proc", "ROLE_PROCESS_ADMIN");
        assertThat(upload(admin, good).statusCode()).isEqualTo(200);
        var evil =
                new String(
                        TestModels.process(
                                "uploaded", "<serviceTask id='step' camunda:type='shell'/>"));
        var answer = upload(admin, evil);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("step", "不允许使用属性 camunda:type");
    }

    private java.net.http.HttpResponse<String> upload(Browser browser, String model) {
        browser.get("/camunda/app/tasklist/default/");
        return browser.post(
                ENGINE + "/deployment/create",
                "multipart/form-data; boundary=B",
                "--B\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n"
                        + "--B\r\nContent-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n"
                        + "Content-Type: text/xml\r\n\r\n"
                        + model
                        + "\r\n--B--\r\n");
    }

    private long visibleTo(Browser browser, String taskName) {
        browser.get("/camunda/app/tasklist/default/");
        var answer = browser.post(ENGINE + "/task", "{\"name\":\"%s\"}".formatted(taskName));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().split("\"taskDefinitionKey\"", -1).length - 1L;
    }

    private void deploy(String key, String inside) {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            repository
                    .createDeployment()
                    .addInputStream(
                            key + ".bpmn",
                            new ByteArrayInputStream(TestModels.process(key, inside)))
                    .deploy();
        }
    }
}
