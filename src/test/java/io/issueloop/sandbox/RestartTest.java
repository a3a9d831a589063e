package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @Test
    void theOfficeIsAsItWasBefore(@TempDir Path folder) {
        Map<String, Object> kept = Map.of("sandbox.data-file", folder.resolve("wecom").toString());
        String space;
        String file;
        String meeting;
        String form;
        String key;
        try (var wecom = RunningSandbox.start(kept)) {
            space =
                    wecom.api("wedrive/space_create", "{\"space_name\":\"资料\"}")
                            .path("spaceid")
                            .asText();
            file =
                    wecom.api(
                                    "wedrive/file_upload",
                                    "{\"spaceid\":\"%s\",\"fatherid\":\"%s\",\"file_name\":\"a\",\"file_base64_content\":\"eA==\"}"
                                            .formatted(space, space))
                            .path("fileid")
                            .asText();
            meeting =
                    wecom.api(
                                    "meeting/create",
                                    "{\"admin_userid\":\"lixue\",\"title\":\"复盘\",\"meeting_start\":9999999999,\"meeting_duration\":600}")
                            .path("meetingid")
                            .asText();
            form =
                    wecom.api(
                                    "wedoc/create_form",
                                    """
                                    {"form_info":{"form_title":"x","form_question":{"items":[
                                     {"question_id":1,"title":"a","pos":1,"status":1,"reply_type":1}]}}}
                                    """)
                            .path("formid")
                            .asText();
            wecom.people(
                    "POST",
                    "forms/" + form + "/answers",
                    "{\"userid\":\"lixue\",\"replies\":{\"1\":\"好\"}}");
            var docid =
                    wecom.people("POST", "docs", "{\"userid\":\"lixue\",\"name\":\"台账\"}")
                            .path("docid")
                            .asText();
            var sheet =
                    wecom.people("GET", "docs?userid=lixue", "")
                            .at("/docs/0/sheets/0/sheet_id")
                            .asText();
            key =
                    wecom.people(
                                    "POST",
                                    "sheets/" + docid + "/" + sheet + "/webhook",
                                    "{\"userid\":\"lixue\"}")
                            .path("key")
                            .asText();
        }
        try (var wecom = RunningSandbox.start(kept)) {
            assertThat(
                            wecom.api("wedrive/file_info", "{\"fileid\":\"" + file + "\"}")
                                    .at("/file_info/spaceid")
                                    .asText())
                    .isEqualTo(space);
            assertThat(
                            wecom.api("meeting/get_info", "{\"meetingid\":\"" + meeting + "\"}")
                                    .path("title")
                                    .asText())
                    .isEqualTo("复盘");
            var period =
                    wecom.api("wedoc/get_form_info", "{\"formid\":\"" + form + "\"}")
                            .at("/form_info/repeated_id/0")
                            .asText();
            assertThat(
                            wecom.api(
                                            "wedoc/get_form_statistic",
                                            "{\"repeated_id\":\"" + period + "\",\"req_type\":1}")
                                    .path("fill_cnt")
                                    .asInt())
                    .isEqualTo(1);
            var written =
                    RunningSandbox.json(
                            wecom.send(
                                    "POST",
                                    "/cgi-bin/wedoc/smartsheet/webhook?key=" + key,
                                    "{\"add_records\":[{\"values\":{}}]}"));
            assertThat(written.path("errcode").asInt()).isZero();
        }
    }
}
