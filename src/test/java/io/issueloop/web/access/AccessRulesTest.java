package io.issueloop.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may open what. {@code in} lets in (whatever is answered inside), {@code login} asks to sign
 * on, {@code no} is 403, {@code none} says there is no such address.
 */
@WebTest
@DisplayName("每个地址谁能打开")
class AccessRulesTest {

    /** Every mapping of the application stands here; a new one without a line fails the test. */
    private static final String MAPPINGS =
            """
            #                                       anonymous member lead kpi  process script board
            GET  /                                  login     in     in   in   in      no     no
            GET  /dashboard                         login     in     in   in   in      no     no
            GET  /issues                            login     in     in   in   in      no     no
            GET  /issues/{no:ISS-[0-9]+-[0-9]+}     login     in     in   in   in      no     no
            GET  /m/issues/{no:ISS-[0-9]+-[0-9]+}   login     in     in   in   in      no     no
            GET  /m/approve/{no:ISS-[0-9]+-[0-9]+}  login     in     in   in   in      no     no
            GET  /board                             login     in     in   in   in      no     no
            GET  /m/issues                          login     in     in   in   in      no     no
            GET  /todos                             login     in     in   in   in      no     no
            GET  /m/todos                           login     in     in   in   in      no     no
            GET  /admin/audit                       login     no     no   no   in      no     no
            GET  /admin/deliveries                  login     no     no   no   in      no     no
            GET  /api/issues/board                  login     in     in   in   in      in     no
            GET  /api/issues/board/start            login     in     in   in   in      in     no
            GET  /api/issues/export                 login     in     in   in   in      in     no
            GET  /api/me/views                      login     in     in   in   in      no     no
            POST /api/me/views                      login     in     in   in   in      no     no
            POST /api/me/views/{id}                 login     in     in   in   in      no     no
            POST /api/me/views/{id}/default         login     in     in   in   in      no     no
            POST /api/me/views/{id}/removal         login     in     in   in   in      no     no
            GET  /api/me/todos                      login     in     in   in   in      no     no
            GET  /api/admin/audit                   login     no     no   no   in      no     no
            GET  /api/admin/audit/export            login     no     no   no   in      no     no
            GET  /api/admin/deliveries              login     no     no   no   in      no     no
            POST /api/admin/deliveries/{id}/retry   login     no     no   no   in      no     no
            POST /api/admin/deliveries/retry        login     no     no   no   in      no     no
            POST /api/admin/deliveries/{id}/done    login     no     no   no   in      no     no
            POST /api/admin/incidents/{id}/retry    login     no     no   no   in      no     no
            GET  /report                            login     in     in   in   in      no     no
            GET  /help                              login     in     in   in   in      no     no
            GET  /help/{name}                       login     in     in   in   in      no     no
            GET  /m/report                          login     in     in   in   in      no     no
            GET  /reviews/{key:[A-Z0-9-]+}          login     in     in   in   in      no     no
            GET  /m/reviews/{key:[A-Z0-9-]+}        login     in     in   in   in      no     no
            GET  /reports/weekly                    login     in     in   in   in      no     no
            GET  /reports/weekly/{period:[0-9]{4}W[0-9]{2}} login in     in   in   in      no     no
            GET  /api/reviews                       login     in     in   in   in      no     no
            GET  /api/reviews/{key}                 login     in     in   in   in      no     no
            POST /api/reviews/{key}/time            login     in     in   in   in      no     no
            POST /api/reviews/{key}/conclusions     login     in     in   in   in      no     no
            POST /api/reviews/{key}/measures/{number}/done login in  in   in   in      no     no
            GET  /reports/monthly                   login     in     in   in   in      no     no
            GET  /reports/monthly/{period:[0-9]{4}-[0-9]{2}} login in   in   in   in      no     no
            GET  /api/reports/monthly/{period}      login     in     in   in   in      no     no
            GET  /api/reports/weekly                login     in     in   in   in      no     no
            GET  /api/reports/weekly/{period}       login     in     in   in   in      no     no
            GET  /knowledge                         login     in     in   in   in      no     no
            GET  /m/knowledge                       login     in     in   in   in      no     no
            GET  /knowledge/{no:KB-[0-9]+-[0-9]+}   login     in     in   in   in      no     no
            GET  /m/knowledge/{no:KB-[0-9]+-[0-9]+} login     in     in   in   in      no     no
            GET  /login                             in        in     in   in   in      in     in
            GET  /login/start                       in        in     in   in   in      in     in
            GET  /login/wecom/callback              in        in     in   in   in      in     in
            GET  /admin/wecom                       login     no     no   no   in      no     no
            GET  /api/admin/wecom                   login     no     no   no   in      no     no
            POST /api/admin/wecom/{capability}      login     no     no   no   in      no     no
            GET  /admin/calendar                     login     no     no   no   in      no     no
            GET  /api/admin/calendar                 login     no     no   no   in      no     no
            POST /api/admin/calendar                 login     no     no   no   in      no     no
            POST /api/admin/calendar/read            login     no     no   no   in      no     no
            POST /api/admin/calendar/preview         login     no     no   no   in      no     no
            GET  /editor                            login     no     no   no   in      no     no
            GET  /editor/{type:bpmn|dmn|form}/{key:[A-Za-z0-9_]+} login no no  no   in      no     no
            GET  /api/models                        login     no     no   no   in      no     no
            GET  /api/models/words                  login     no     no   no   in      no     no
            GET  /api/models/{type}/{key}           login     no     no   no   in      no     no
            GET  /api/models/{type}/{key}/versions/{version} login no no no    in      no     no
            POST /api/models/{type}/{key}/template  login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/check     login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/trial     login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/questions login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/answers   login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/deployments login   no     no   no   in      no     no
            POST /api/models/{type}/{key}/rollback  login     no     no   no   in      no     no
            GET  /api/models/{type}/{key}/migration login     no     no   no   in      no     no
            POST /api/models/{type}/{key}/migration login     no     no   no   in      no     no
            GET  /admin/organisation                login     no     no   no   in      no     no
            GET  /admin/handover                    login     no     in   no   in      no     no
            GET  /m/absence                         login     in     in   in   in      no     no
            GET  /quality/classification            login     in     in   in   in      no     no
            GET  /api/quality/classification        login     in     in   in   in      no     no
            GET  /api/admin/organisation            login     no     no   no   in      no     no
            POST /api/admin/organisation            login     no     no   no   in      no     no
            GET  /api/handovers                     login     no     in   no   in      no     no
            POST /api/handovers                     login     no     in   no   in      no     no
            POST /api/handovers/{id}/confirm        login     no     in   no   in      no     no
            GET  /api/absences                      login     in     in   in   in      no     no
            POST /api/absences                      login     in     in   in   in      no     no
            POST /api/absences/{id}/end             login     in     in   in   in      no     no
            GET  /api/issues/{no}/care              login     in     in   in   in      no     no
            POST /api/issues/{no}/reassign          login     in     in   in   in      no     no
            POST /api/issues/{no}/triage            login     in     in   in   in      no     no
            POST /api/issues/{no}/category          login     in     in   in   in      no     no
            POST /api/issues/{no}/category-dispute  login     in     in   in   in      no     no
            GET  /admin/quarter                     login     no     in   in   no      no     no
            GET  /api/quarters                      login     no     in   in   no      no     no
            GET  /api/quarters/{quarter}            login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/begin      login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/trial-run  login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/check      login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/sign       login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/lock       login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/reopening  login     no     in   in   no      no     no
            POST /api/quarters/{quarter}/reopening/decision login no in   in   no      no     no
            GET  /api/quarters/{quarter}/revisions/{revision}/{file} login no no in no no     no
            POST /api/quarters/{quarter}/revisions/{revision}/proof login no no in no no     no
            GET  /admin/feedback                    login     no     no   in   in      no     no
            GET  /m/feedback                        login     in     in   in   in      no     no
            GET  /api/me/pilot                      login     in     in   in   in      no     no
            POST /api/me/feedback                   login     in     in   in   in      no     no
            GET  /api/admin/pilot                   login     no     no   in   in      no     no
            POST /api/admin/pilot/scope             login     no     no   in   in      no     no
            POST /api/admin/pilot/steps/{step}      login     no     no   in   in      no     no
            POST /api/admin/pilot/goals/{criterion} login     no     no   in   in      no     no
            GET  /api/pilot                         login     in     in   in   in      no     no
            GET  /pilot                             login     in     in   in   in      no     no
            GET  /admin/import                      login     no     no   in   in      no     no
            GET  /api/admin/imports                 login     no     no   in   in      no     no
            POST /api/admin/imports/files           login     no     no   in   in      no     no
            POST /api/admin/imports                 login     no     no   in   in      no     no
            POST /api/admin/imports/{id}/resume     login     no     no   in   in      no     no
            GET  /api/admin/imports/template        login     no     no   in   in      no     no
            GET  /api/admin/imports/{id}            login     no     no   in   in      no     no
            GET  /api/admin/imports/{id}/errors     login     no     no   in   in      no     no
            GET  /logged-out                        in        in     in   in   in      in     in
            GET  /favicon.ico                       in        in     in   in   in      in     in
            ANY  /error                             login     none   none none none    none   none
            GET  /api/me                            login     in     in   in   in      no     no
            GET  /api/me/tasks                      login     in     in   in   in      no     no
            GET  /api/me/colleagues                 login     in     in   in   in      no     no
            GET  /api/me/js-sdk                     login     in     in   in   in      no     no
            GET  /api/me/js-sdk/signature           login     in     in   in   in      no     no
            POST /api/issues                        login     in     in   in   in      in     no
            GET  /api/issues                        login     in     in   in   in      in     no
            GET  /api/issues/{no}                   login     in     in   in   in      in     no
            GET  /api/issues/{no}/history           login     in     in   in   in      in     no
            GET  /api/issues/{no}/solution-document login     in     in   in   in      in     no
            GET  /api/issues/{no}/path              login     in     in   in   in      in     no
            GET  /api/issues/{no}/messages          login     in     in   in   in      in     no
            GET  /api/issues/{no}/native-todo       login     in     in   in   in      in     no
            POST /api/issues/{no}/native-todo       login     in     in   in   in      in     no
            POST /api/issues/{no}/withdraw          login     in     in   in   in      in     no
            POST /api/issues/{no}/reopen            login     in     in   in   in      in     no
            GET  /api/issues/{no}/proposals         login     in     in   in   in      in     no
            POST /api/issues/{no}/proposals         login     in     in   in   in      in     no
            POST /api/issues/{no}/proposals/{number}/decision login     in     in   in   in      no     no
            GET  /api/issues/{no}/links             login     in     in   in   in      in     no
            POST /api/issues/{no}/unlink            login     in     in   in   in      no     no
            POST /api/issues/{no}/join              login     in     in   in   in      in     no
            GET  /api/issues/{no}/followers         login     in     in   in   in      in     no
            GET  /api/issues/{no}/options           login     in     in   in   in      in     no
            GET  /api/issues/similar                login     in     in   in   in      in     no
            GET  /api/issues/{no}/similar           login     in     in   in   in      in     no
            GET  /api/issues/{no}/attachments       login     in     in   in   in      in     no
            POST /api/attachments                   login     in     in   in   in      in     no
            GET  /api/attachments/{id}              login     in     in   in   in      in     no
            POST /api/issues/{no}/accept            login     in     in   in   in      in     no
            POST /api/issues/{no}/refuse            login     in     in   in   in      in     no
            POST /api/issues/{no}/question          login     in     in   in   in      in     no
            POST /api/issues/{no}/answer            login     in     in   in   in      in     no
            GET  /api/issues/{no}/clock              login     in     in   in   in      in     no
            POST /api/issues/{no}/pause              login     in     in   in   in      in     no
            POST /api/issues/{no}/resume             login     in     in   in   in      in     no
            POST /api/issues/{no}/pause-approval     login     in     in   in   in      no     no
            POST /api/issues/{no}/hand-over         login     in     in   in   in      in     no
            POST /api/issues/{no}/resolve           login     in     in   in   in      in     no
            POST /api/issues/{no}/evaluate          login     in     in   in   in      no     no
            GET  /api/issues/{no}/approval          login     in     in   in   in      no     no
            POST /api/issues/{no}/approval          login     in     in   in   in      no     no
            POST /api/issues/{no}/approval/act-first login    in     in   in   in      no     no
            GET  /api/issues/{no}/follow-ups        login     in     in   in   in      in     no
            POST /api/issues/{no}/solution          login     in     in   in   in      in     no
            POST /api/issues/{no}/article           login     in     in   in   in      in     no
            POST /api/issues/{no}/own-solution      login     in     in   in   in      no     no
            POST /api/issues/{no}/rating            login     in     in   in   in      no     no
            POST /api/issues/{no}/rating-follow-up  login     in     in   in   in      no     no
            GET  /api/articles                      login     in     in   in   in      in     no
            GET  /api/articles/mine                 login     in     in   in   in      in     no
            GET  /api/articles/suggestions          login     in     in   in   in      in     no
            GET  /api/articles/{no}                 login     in     in   in   in      in     no
            POST /api/articles/{no}                 login     in     in   in   in      in     no
            POST /api/articles/{no}/revision        login     in     in   in   in      in     no
            POST /api/articles/{no}/withdrawal      login     in     in   in   in      no     no
            GET  /api/articles/{no}/editions        login     in     in   in   in      in     no
            POST /api/articles/{no}/submit          login     in     in   in   in      in     no
            POST /api/articles/{no}/useful          login     in     in   in   in      in     no
            POST /api/articles/{no}/review          login     in     in   in   in      no     no
            GET  /api/kpis                          login     in     in   in   in      in     in
            GET  /api/kpis/sheet                    login     in     in   in   in      in     in
            GET  /api/kpis/{id}/lines               login     in     in   in   in      in     in
            GET  /api/kpis/{id}/lines.csv           login     in     in   in   in      in     in
            GET  /api/kpis/{id}/lines.xlsx          login     in     in   in   in      in     in
            GET  /api/kpis/{id}/lines.json          login     in     in   in   in      in     in
            GET  /api/kpis/grade                    login     in     in   in   in      in     in
            GET  /targets                           login     in     in   in   in      no     no
            GET  /m/targets                         login     in     in   in   in      no     no
            GET  /api/targets                       login     in     in   in   in      no     no
            POST /api/targets                       login     no     no   in   no      no     no
            POST /api/targets/{period}/comments     login     in     in   in   in      no     no
            POST /api/targets/{period}/acknowledgement login  in     in   in   in      no     no
            POST /api/targets/{period}/decision     login     in     in   in   in      no     no
            GET  /effects                           login     in     in   in   in      no     no
            GET  /api/effects                       login     in     in   in   in      no     no
            POST /api/effects/{id}/baseline         login     no     no   in   no      no     no
            POST /api/effects/evidence              login     in     in   in   in      no     no
            POST /api/effects/milestones            login     in     in   in   in      no     no
            GET  /m/pulse                           login     in     in   in   in      no     no
            GET  /api/me/pulse                      login     in     in   in   in      no     no
            POST /api/me/pulse                      login     in     in   in   in      no     no
            GET  /admin/targets                     login     no     no   in   no      no     no
            GET  /admin/kpi                         login     no     no   in   no      no     no
            GET  /api/admin/kpis                    login     no     no   in   no      no     no
            POST /api/admin/kpis/{period}/recompute login     no     no   in   no      no     no
            GET  /api/kpis/export                   login     in     in   in   in      in     in
            GET  /api/kpis/prospects                login     in     in   in   in      in     in
            POST /api/kpis/{id}/adjustments         login     no     no   in   no      no     no
            GET  /api/kpis/definitions              login     in     in   in   in      in     in
            GET  /api/kpis/definitions/versions     login     in     in   in   in      in     in
            GET  /api/kpis/definitions/steps        login     in     in   in   in      in     in
            POST /api/kpis/definitions              login     no     no   in   no      no     no
            POST /api/kpis/definitions/{id}/activate login    no     no   in   no      no     no
            POST /api/kpis/definitions/{id}/discard login     no     no   in   no      no     no
            GET  /api/kpis/definitions/{id}/what-if login     no     no   in   no      no     no
            GET  /kpi                               login     in     in   in   in      no     no
            GET  /m/kpi                             login     in     in   in   in      no     no
            GET  /kpi/definitions                   login     in     in   in   in      no     no
            GET  /m/peer-rating                     login     in     in   in   in      no     no
            GET  /m/learning                        login     in     in   in   in      no     no
            GET  /m/appeal                          login     in     in   in   in      no     no
            GET  /m/appeal/{no:APL-[0-9]{4}Q[1-4]-[0-9]+} login     in     in   in   in      no     no
            GET  /api/me/peer-rating                login     in     in   in   in      no     no
            POST /api/me/peer-rating/{person}       login     in     in   in   in      no     no
            GET  /api/me/peer-rounds                login     in     in   in   in      no     no
            POST /api/me/peer-rounds                login     in     in   in   in      no     no
            POST /api/me/peer-rounds/raters         login     in     in   in   in      no     no
            POST /api/me/peer-rounds/raters/removal login     in     in   in   in      no     no
            GET  /api/me/learning                   login     in     in   in   in      no     no
            POST /api/me/learning                   login     in     in   in   in      no     no
            POST /api/me/learning/{no}/submit       login     in     in   in   in      no     no
            POST /api/me/learning/{no}/items/{number}/proof login     in     in   in   in      no     no
            POST /api/me/learning/decisions         login     in     in   in   in      no     no
            GET  /api/me/appeals                    login     in     in   in   in      no     no
            POST /api/me/appeals                    login     in     in   in   in      no     no
            GET  /api/me/appeals/{no}               login     in     in   in   in      no     no
            POST /api/me/appeals/{no}/withdraw      login     in     in   in   in      no     no
            POST /api/me/appeals/{no}/decider       login     in     in   in   in      no     no
            POST /api/me/appeals/{no}/decision      login     in     in   in   in      no     no
            POST /api/me/evidence                   login     in     in   in   in      no     no
            GET  /api/me/evidence/{id}              login     in     in   in   in      no     no
            ANY  /wecom/callback                    in        in     in   in   in      in     in
            GET  /v3/api-docs                       login     in     in   in   in      in     in
            GET  /v3/api-docs.yaml                  login     none   none none none    none   none
            GET  /actuator                          login     none   none none none    none   none
            GET  /actuator/health                   in        in     in   in   in      in     in
            GET  /actuator/health/**                in        in     in   in   in      in     in
            GET  /actuator/prometheus               login     no     no   no   in      no     in
            """;

    /** What no controller serves: files, and Camunda's applications. */
    private static final String OTHERS =
            """
            #                                       anonymous member lead kpi  process script board
            GET  /assets/style.css                  in        in     in   in   in      in     in
            GET  /pages/home.html                   login     none   none none none    none   none
            GET  /vendor/echarts/echarts.min.js     login     in     in   in   in      no     no
            GET  /webjars/echarts/5.5.0/bower.json  login     none   none none none    none   none
            GET  /nothing-here                      login     none   none none none    none   none
            GET  /engine-rest/engine                login     none   none none none    none   none
            GET  /camunda/app/tasklist/default/     login     in     in   in   in      no     no
            GET  /camunda/api/engine/engine/        login     in     in   in   in      no     no
            GET  /camunda/api/admin/auth/user/default login   in     in   in   in      no     no
            GET  /camunda/app/cockpit/default/      login     no     no   no   in      no     no
            GET  /camunda/api/cockpit/plugin/x      login     no     no   no   in      no     no
            GET  /camunda/app/admin/default/        login     no     no   no   in      no     no
            GET  /camunda/api/admin/plugin/x        login     no     no   no   in      no     no
            POST /camunda/api/admin/setup/default/user/create login no no no no     no     no
            POST /camunda/api/admin/auth/user/default/login/admin login no no no no no no
            GET  /camunda/api/whatever              login     none   none none none    none   none
            """;

    @LocalServerPort private int port;
    @Autowired private List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    @DisplayName("新的地址必须先定规则")
    void everyMappingHasALine() {
        var known = new TreeSet<>(rows(MAPPINGS).keySet());
        assertThat(mappings().toList()).isNotEmpty().allSatisfy(m -> assertThat(known).contains(m));
    }

    @TestFactory
    Stream<DynamicTest> everyAddressAnswersAsAgreed() {
        var visitors =
                List.of(
                        Browser.at(port),
                        Browser.of("lina", port),
                        Browser.of("wangfang", port),
                        Browser.of("chenkpi", port),
                        Browser.of("sunops", port),
                        script(WebTest.TOKEN),
                        script(WebTest.BOARD_TOKEN));
        return rows(MAPPINGS + OTHERS).entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> check(row, visitors)));
    }

    @Test
    @DisplayName("Camunda 应用：自带 CSRF 防护与响应头，我们的不叠加")
    void camundaKeepsItsOwnProtection() {
        var lina = Browser.at(port);
        lina.signOn("lina");
        var answer = lina.post("/camunda/api/engine/engine/default/task", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).isEmpty();
        assertThat(lina.post("/camunda/api/cockpit/x", "{}").status()).isEqualTo(403);
        assertThat(Browser.at(port).post("/camunda/api/engine/x", "{}").status()).isEqualTo(401);
    }

    @Test
    void healthTellsDetailsToProcessAdminsOnly() {
        assertThat(Browser.of("sunops", port).get("/actuator/health").json().has("components"))
                .isTrue();
        assertThat(Browser.of("lina", port).get("/actuator/health").json().has("components"))
                .isFalse();
    }

    private void check(Map.Entry<String, List<String>> row, List<Browser> visitors) {
        var method = row.getKey().split(" ")[0].replace("ANY", "GET");
        var path =
                row.getKey()
                        .split(" ")[1]
                        .replaceAll("\\{type[^/]*\\}/\\{key[^/]*\\}", "bpmn/nothing")
                        .replace("{version}", "1")
                        .replaceAll("\\{no:KB[^/]*\\}", "KB-20260101-9999")
                        .replaceAll("\\{no:APL[^/]*\\}[^/]*", "APL-2026Q1-001")
                        .replaceAll("\\{(no|key)[^/]*\\}", "ISS-20260101-9999")
                        .replaceAll("\\{period[^/]*\\}", "2026W01")
                        .replace("{number}", "1")
                        .replace("{person}", "lina")
                        .replace("{quarter}", "2026Q3")
                        .replace("{file}", "xlsx")
                        .replace("{id}", "1")
                        .replace("{capability}", "message")
                        .replace("{quarter}", "2020Q2")
                        .replace("{revision}", "1")
                        .replace("{ending}", "json")
                        .replace("{person}", "zhoujie")
                        .replace("{name}", "reporter")
                        .replace("{step}", "TRIAL")
                        .replace("{criterion}", "STARS")
                        .replace("**", "liveness");
        var body = method.equals("POST") ? "{}" : "";
        var answers = visitors.stream().map(v -> verdict(v.send(method, path, body))).toList();
        assertThat(answers).isEqualTo(row.getValue());
    }

    private Browser script(String token) {
        return Browser.at(port).with("Authorization", "Bearer " + token);
    }

    private static String verdict(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        if (answer.status() == 401 || answer.location().equals("/login")) {
            return "login";
        }
        if (answer.status() == 404 && answer.body().contains("没有这个地址")) {
            return "none";
        }
        return answer.status() == 403 ? "no" : "in";
    }

    private Stream<String> mappings() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessRulesTest::names);
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names =
                methods.isEmpty()
                        ? List.of("ANY")
                        : methods.stream().map(RequestMethod::name).toList();
        return names.stream()
                .flatMap(name -> info.getPatternValues().stream().map(path -> name + " " + path));
    }

    private static Map<String, List<String>> rows(String table) {
        var rows = new LinkedHashMap<String, List<String>>();
        table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .forEach(row -> rows.put(row.get(0) + " " + row.get(1), row.subList(2, 9)));
        return rows;
    }
}
