package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.Browser;
import io.issueloop.process.EngineUnderTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attacks on the shipped web applications over real HTTP. */
@EngineUnderTest
class WebAppAttackTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";
    private static final String EXPRESSION = "${''.getClass().forName('java.lang.Runtime')}";

    @LocalServerPort int port;
    @Autowired IdentityService identities;
    @Autowired TaskService tasks;

    private Browser member() {
        var browser = Browser.at(port).as("zhang", "ROLE_MEMBER");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        return browser;
    }

    @Test
    void cve2026_109432_memberCanQueryTasksAtAll() {
        assertThat(member().post(TASKS, "{\"orQueries\":[{\"assignee\":\"zhang\"}]}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"%s\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"%s\"}]}]}",
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"%s\"}]}",
                "{\"x\":1,\"x\":[{\"candidateUserExpression\":\"%s\"}]}"
            })
    void cve2026_109432_expressionInTaskQueryIsRefusedAtTheEdge(String body) {
        var answer = member().post(TASKS, body.formatted(EXPRESSION));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("IssueLoopRefusal", "查询中不允许使用表达式");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assigneeExpression=x", "assignee%45xpression=x", "a=b&OwnerExpression"})
    void cve2026_109432_expressionInParametersIsRefusedAtTheEdge(String query) {
        assertThat(member().get(TASKS + "?" + query).body()).contains("IssueLoopRefusal");
        assertThat(member().get(TASKS + "/count?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void cve2026_109432_expressionInStoredFilterIsRefusedAtTheEdge() {
        var admin = Browser.at(port).as("wang.admin", "ROLE_MEMBER");
        admin.get("/camunda/app/tasklist/default/");
        var filter =
                """
                {"resourceType":"Task","name":"x","properties":{},
                 "query":{"orQueries":[{"assigneeExpression":"${1}"}]}}""";
        assertThat(admin.post(FILTERS + "/create", filter).body()).contains("IssueLoopRefusal");
        var own = admin.get(FILTERS).body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(admin.put(FILTERS + "/" + own, filter).body()).contains("IssueLoopRefusal");
        assertThat(
                        admin.post(
                                        FILTERS + "/" + own + "/list",
                                        "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}")
                                .body())
                .contains("IssueLoopRefusal");
    }

    @Test
    void cve2026_109432_bodyThatHidesItsTypeIsRefusedAtTheEdge() {
        var body = "{\"assigneeExpression\":\"${1}\"}";
        assertThat(member().post(TASKS, "text/plain", body).statusCode()).isEqualTo(415);
        assertThat(member().post(TASKS, "application/hal+json", body).statusCode()).isEqualTo(415);
        assertThat(member().post(TASKS, "application/json;charset=UTF-16", body).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin;a=b/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/./admin/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup;x/"
            })
    void cve2026_77226_setupStaysShutHoweverItIsWritten(String path) {
        var body =
                """
                {"profile":{"id":"evil","firstName":"e","lastName":"e","email":""},
                 "credentials":{"password":"evil"}}""";
        assertThat(Browser.at(port).post(path, body).statusCode()).isIn(400, 404);
        assertThat(Browser.at(port).get(path).statusCode()).isIn(400, 404);
        assertThat(member().post(path, body).statusCode()).isIn(400, 404);
        assertThat(identities.createUserQuery().userId("evil").count()).isZero();
    }

    @Test
    void cve2026_77226_camundaAdminHasADirectMemberFromTheFirstStart() {
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id")
                .contains(Identities.GUARD, "wang.admin");
    }

    @Test
    void thereIsNoLoginByPassword() {
        for (var path :
                new String[] {
                    "/camunda/api/admin/auth/user/default/login/cockpit",
                    "/camunda/api/admin/auth/user/default/login;x/cockpit",
                    "/camunda/api/admin/auth/user/default/%6cogin/admin"
                }) {
            var answer =
                    Browser.at(port)
                            .post(
                                    path,
                                    "application/x-www-form-urlencoded",
                                    "username=demo&password=demo");
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
        assertThat(identities.createUserQuery().userId("demo").count()).isZero();
        assertThat(identities.checkPassword(Identities.GUARD, "demo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/engine", "/engine-rest/task", "/engine-rest", "/rest/engine"})
    void engineRestIsAbsent(String path) {
        assertThat(Browser.at(port).get(path).statusCode()).isEqualTo(404);
        assertThat(Browser.at(port).as("wang.admin", "ROLE_MEMBER").get(path).statusCode())
                .isEqualTo(404);
    }
}
