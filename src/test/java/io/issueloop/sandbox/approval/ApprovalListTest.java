package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.ApprovalSandbox.REASON;
import static io.issueloop.sandbox.approval.ApprovalSandbox.application;
import static io.issueloop.sandbox.approval.ApprovalSandbox.content;
import static io.issueloop.sandbox.approval.ApprovalSandbox.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalListTest {

    private static final String ONE = node(1, 2, "lixue");
    private static final Map<String, Object> NOBODY_LISTENS =
            Map.of("sandbox.callback-url", "http://127.0.0.1:9/");

    private static RunningSandbox wecom;
    private static ApprovalSandbox approvals;
    private static String template;
    private static String first;
    private static String second;
    private static String ofWanglei;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start(NOBODY_LISTENS);
        approvals = new ApprovalSandbox(wecom);
        template = approvals.newTemplate("重大问题审批", REASON);
        first = approvals.newForm(template, ONE);
        second = approvals.newForm(approvals.newTemplate("另一种", REASON), ONE);
        approvals.act(second, "agree", "lixue");
        var other =
                application(template, content("Text-01", "{\"text\":\"x\"}"), ONE)
                        .replace("zhangwei", "wanglei");
        ofWanglei = wecom.api("oa/applyevent", other).path("sp_no").asText();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void filtersNarrowAndOnlyTheDepartmentRepeats() {
        assertThat(numbers("")).containsExactly(first, second, ofWanglei);
        assertThat(numbers(filter("template_id", template))).containsExactly(first, ofWanglei);
        assertThat(numbers(filter("creator", "wanglei"))).containsExactly(ofWanglei);
        assertThat(numbers(filter("sp_status", "2"))).containsExactly(second);
        assertThat(numbers(filter("department", "2"))).containsExactly(first, second);
        assertThat(numbers(filter("department", "2") + "," + filter("department", "3"))).hasSize(3);
        assertThat(numbers(filter("creator", "wanglei") + "," + filter("sp_status", "2")))
                .isEmpty();
        assertThat(numbers(filter("record_type", "1"))).isEmpty();
        var twice = list(filter("creator", "wanglei") + "," + filter("creator", "zhangwei"), "");
        assertThat(twice.path("errcode").asInt()).isEqualTo(301025);
    }

    @Test
    void aCursorLeadsThroughThePages() {
        var page = list("", ",\"size\":2");
        assertThat(page.path("sp_no_list")).hasSize(2);
        var cursor = page.path("new_next_cursor").asText();
        var rest = list("", ",\"size\":2", cursor);
        assertThat(rest.path("sp_no_list").path(0).asText()).isEqualTo(ofWanglei);
        assertThat(rest.has("new_next_cursor")).isFalse();
    }

    @Test
    void oldClientsSendNumbers() {
        long now = Instant.now().getEpochSecond();
        var body =
                "{\"starttime\":%d,\"endtime\":%d,\"cursor\":0,\"size\":2}"
                        .formatted(now - 60, now + 60);
        var page = wecom.api("oa/getapprovalinfo", body);
        assertThat(page.path("next_cursor").asInt()).isEqualTo(2);
        assertThat(
                        wecom.api(
                                        "oa/getapprovalinfo",
                                        body.replace("\"cursor\":0", "\"cursor\":2"))
                                .path("sp_no_list"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569546000\"}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1572224401\"}",
                "{\"starttime\":\"2026-11-01\",\"endtime\":\"2026-11-02\"}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569646000\",\"size\":101}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569646000\",\"size\":\"100\"}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569646000\",\"new_cursor\":\"??\"}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569646000\",\"filters\":[{\"key\":\"name\",\"value\":\"x\"}]}",
                "{\"starttime\":\"1569546000\",\"endtime\":\"1569646000\",\"filters\":[{\"key\":\"sp_status\",\"value\":1}]}"
            })
    void mistakesAre301025(String body) {
        assertThat(wecom.api("oa/getapprovalinfo", body).path("errcode").asInt()).isEqualTo(301025);
    }

    @Test
    void whatTheAppDoesNotSeeIsNotListed() {
        try {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[1],\"members\":[],\"excludedDepartments\":[3]}}");
            var page = list("", ",\"size\":3");
            assertThat(page.path("sp_no_list")).hasSize(2);
            var body = "{\"sp_no\":\"%s\"}".formatted(ofWanglei);
            assertThat(wecom.api("oa/getapprovaldetail", body).path("errcode").asInt())
                    .isEqualTo(301055);
        } finally {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[1],\"members\":[],\"excludedDepartments\":[6]}}");
        }
    }

    @Test
    void anUnknownNumberIs301025() {
        var answer = wecom.api("oa/getapprovaldetail", "{\"sp_no\":\"209901010001\"}");
        assertThat(answer.path("errcode").asInt()).isEqualTo(301025);
    }

    @Test
    void aRestartKeepsFormsAndTheirState(@TempDir Path folder) {
        var kept = new java.util.HashMap<>(NOBODY_LISTENS);
        kept.put("sandbox.data-file", folder.resolve("sandbox.db").toString());
        String number;
        try (var before = RunningSandbox.start(kept)) {
            var there = new ApprovalSandbox(before);
            number = there.newForm(there.newTemplate("保留", REASON), node(1, 1, "lixue", "wanglei"));
            there.act(number, "agree", "lixue");
        }
        try (var after = RunningSandbox.start(kept)) {
            var there = new ApprovalSandbox(after);
            assertThat(there.opinions(number, 0)).containsExactly(2, 1);
            assertThat(there.act(number, "agree", "wanglei")).isEqualTo(200);
            assertThat(there.status(number)).isEqualTo(2);
        }
    }

    private static java.util.List<String> numbers(String filters) {
        return io.issueloop.sandbox.approval.ApprovalSandbox.stream(
                        list(filters, "").path("sp_no_list"))
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode list(String filters, String more, String... cursor) {
        long now = Instant.now().getEpochSecond();
        return wecom.api(
                "oa/getapprovalinfo",
                "{\"starttime\":\"%d\",\"endtime\":\"%d\",\"new_cursor\":\"%s\",\"filters\":[%s]%s}"
                        .formatted(now - 60, now + 60, String.join("", cursor), filters, more));
    }

    private static String filter(String key, String value) {
        return "{\"key\":\"%s\",\"value\":\"%s\"}".formatted(key, value);
    }
}
