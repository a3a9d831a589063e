package io.issueloop.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackDeliveryTest {

    private static final long SOON = 10_000;
    private static final String FIELDS =
            "{\"field_title\":\"描述\",\"field_type\":\"FIELD_TYPE_TEXT\"}";

    private CallbackReceiver app;
    private RunningSandbox wecom;

    @BeforeEach
    void start() {
        app = new CallbackReceiver(0);
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", app.url()));
    }

    @AfterEach
    void stop() {
        wecom.close();
        app.close();
    }

    @Test
    void aMembersRowsAreToldOnceWithAllIdsAndApiWritesAreNot() throws InterruptedException {
        var sheet = sheet();
        var added = addRows(sheet, 2).path("records");
        var xml = app.next(SOON);
        assertThat(xml)
                .contains(
                        "<Event><![CDATA[smart_sheet_change]]></Event>",
                        "<ChangeType><![CDATA[add_record]]></ChangeType>",
                        "<FromUserName><![CDATA[zhangwei]]></FromUserName>",
                        "<RecordId><![CDATA[" + added.path(0).path("record_id").asText(),
                        "<RecordId><![CDATA[" + added.path(1).path("record_id").asText())
                .doesNotContain("AgentID");
        wecom.api(
                "wedoc/smartsheet/delete_records",
                "{%s,\"record_ids\":[\"%s\"]}"
                        .formatted(sheet, added.path(0).path("record_id").asText()));
        patch(sheet, added.path(1).path("record_id").asText());
        assertThat(app.next(SOON)).contains("update_record");
    }

    @Test
    void aRefusedCallbackIsTriedFourTimesAndThenGivenUp() throws InterruptedException {
        app.answers.addAll(List.of(500, 503, 500, 404));
        addRows(sheet(), 1);
        for (int i = 0; i < 4; i++) {
            assertThat(app.next(SOON)).contains("add_record");
        }
        assertThat(settled().path(0).path("status").asText()).isEqualTo("failed");
        assertThat(settled().path(0).path("attempts")).hasSize(4);
    }

    @Test
    void aCallbackCanBeDoubledOrLost() throws InterruptedException {
        var sheet = sheet();
        wecom.people("POST", "callback-faults", "{\"kind\":\"duplicate\"}");
        addRows(sheet, 1);
        assertThat(app.next(SOON)).isNotEmpty().isEqualTo(app.next(SOON));
        wecom.people("POST", "callback-faults", "{\"kind\":\"lose\"}");
        addRows(sheet, 1);
        addRows(sheet, 1);
        assertThat(app.next(SOON)).isNotEmpty();
        assertThat(settled().findValuesAsText("status"))
                .containsExactly("delivered", "delivered", "lost", "delivered");
    }

    @Test
    void reorderedMeansTheNextOneComesFirst() throws InterruptedException {
        var sheet = sheet();
        wecom.people("POST", "callback-faults", "{\"kind\":\"reorder\"}");
        var id = addRows(sheet, 1).at("/records/0/record_id").asText();
        patch(sheet, id);
        assertThat(app.next(SOON)).contains("update_record");
        assertThat(app.next(SOON)).contains("add_record");
    }

    @Test
    void aClickIsToldWithItsSelectionAndAFreshResponseCode() throws InterruptedException {
        var sent =
                wecom.api(
                        "message/send",
                        """
                        {"touser":"lixue","msgtype":"template_card","agentid":1000002,"template_card":{
                         "card_type":"button_interaction","main_title":{"title":"请评价"},"task_id":"t-1",
                         "button_selection":{"question_key":"stars","option_list":[{"id":"5","text":"5 星"},{"id":"1","text":"1 星"}]},
                         "button_list":[{"text":"确认解决","key":"confirm"}]}}
                        """);
        var click = "messages/" + sent.path("msgid").asText() + "/click";
        wecom.people(
                "POST",
                click,
                "{\"userid\":\"lixue\",\"key\":\"confirm\",\"selections\":{\"stars\":\"5\"}}");
        var xml = app.next(SOON);
        assertThat(xml)
                .contains(
                        "<EventKey><![CDATA[confirm]]></EventKey>",
                        "<TaskId><![CDATA[t-1]]></TaskId>",
                        "<QuestionKey><![CDATA[stars]]></QuestionKey>",
                        "<OptionId><![CDATA[5]]></OptionId>",
                        "<AgentID>1000002</AgentID>");
        var code = xml.replaceAll("(?s).*<ResponseCode><!\\[CDATA\\[(.*?)]].*", "$1");
        var update =
                "{\"userids\":[\"lixue\"],\"agentid\":1000002,\"response_code\":\"%s\",\"button\":{\"replace_name\":\"已评价\"}}";
        assertThat(
                        wecom.api("message/update_template_card", update.formatted(code))
                                .path("errcode")
                                .asInt())
                .isZero();
        assertThat(
                        wecom.people("POST", click, "{\"userid\":\"lixue\",\"key\":\"confirm\"}")
                                .has("error"))
                .isTrue();
        assertThat(
                        wecom.people("POST", click, "{\"userid\":\"sunli\",\"key\":\"confirm\"}")
                                .has("error"))
                .isTrue();
    }

    @Test
    void aMemberWithoutTheRightCannotEdit() {
        var doc = wecom.api("wedoc/create_doc", "{\"doc_type\":10,\"doc_name\":\"KPI 统计\"}");
        var sheet = wecom.newSheet(doc.path("docid").asText(), FIELDS);
        assertThat(
                        wecom.send("POST", "/__sandbox/sheets/" + path(sheet) + "/records", rows(1))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void undeliveredCallbacksTokensAndRowsSurviveARestart(@TempDir Path folder)
            throws InterruptedException {
        int port = app.port();
        app.close();
        Map<String, Object> properties =
                Map.of(
                        "sandbox.data-file",
                        folder.resolve("wecom.mv"),
                        "sandbox.callback-url",
                        app.url());
        String token;
        String sheet;
        try (var before = RunningSandbox.start(properties)) {
            token = before.gettoken().path("access_token").asText();
            sheet = before.newSheet(before.newTable(), FIELDS);
            before.people("POST", "sheets/" + path(sheet) + "/records", rows(1));
        }
        try (var again = new CallbackReceiver(port);
                var after = RunningSandbox.start(properties)) {
            assertThat(again.next(SOON)).contains("add_record");
            assertThat(after.gettoken().path("access_token").asText()).isEqualTo(token);
            assertThat(
                            after.api("wedoc/smartsheet/get_records", "{" + sheet + "}")
                                    .path("total")
                                    .asInt())
                    .isEqualTo(1);
        }
        app = new CallbackReceiver(0);
    }

    @Test
    void aCallbackUrlIsSavedOnlyWhenItProvesItself() {
        var good =
                wecom.send("PUT", "/__sandbox/settings", "{\"callbackUrl\":\"" + app.url() + "\"}");
        assertThat(good.statusCode()).isEqualTo(200);
        var bad =
                wecom.send(
                        "PUT",
                        "/__sandbox/settings",
                        "{\"callbackUrl\":\"" + app.url() + "/x/y\",\"token\":\"other\"}");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(wecom.people("GET", "settings", "").path("callbackUrl").asText())
                .isEqualTo(app.url());
    }

    private String sheet() {
        return wecom.newSheet(wecom.newTable(), FIELDS);
    }

    private com.fasterxml.jackson.databind.JsonNode addRows(String sheet, int count) {
        return wecom.people("POST", "sheets/" + path(sheet) + "/records", rows(count));
    }

    private void patch(String sheet, String id) {
        wecom.people(
                "PATCH",
                "sheets/" + path(sheet) + "/records/" + id,
                "{\"userid\":\"zhangwei\",\"values\":{\"描述\":\"改了\"}}");
    }

    private static String rows(int count) {
        var row = "{\"values\":{\"描述\":\"登录失败\"}}";
        return "{\"userid\":\"zhangwei\",\"records\":["
                + String.join(",", java.util.Collections.nCopies(count, row))
                + "]}";
    }

    private static String path(String sheet) {
        return sheet.replaceAll("\"docid\":\"(.*)\",\"sheet_id\":\"(.*)\"", "$1/$2");
    }

    private com.fasterxml.jackson.databind.JsonNode settled() {
        var log = wecom.people("GET", "callbacks", "");
        for (int i = 0; i < 1000 && !log.path("idle").asBoolean(); i++) {
            log = wecom.people("GET", "callbacks", "");
        }
        return log.path("callbacks");
    }
}
