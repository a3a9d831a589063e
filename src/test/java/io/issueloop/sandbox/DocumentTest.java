package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void editsAreAllOrNothing() {
        var docid = newDocument();
        update(docid, "{\"insert_text\":{\"text\":\"背景\\n方案\",\"location\":{\"index\":0}}}");
        update(
                docid,
                "{\"replace_text\":{\"text\":\"原因\",\"ranges\":[{\"start_index\":0,\"length\":2}]}}");
        assertThat(text(docid)).isEqualTo("原因\n方案\n");
        var refused =
                update(
                        docid,
                        "{\"delete_content\":{\"range\":{\"start_index\":0,\"length\":2}}},"
                                + "{\"insert_text\":{\"text\":\"x\",\"location\":{\"index\":99}}}");
        assertThat(refused.path("errcode").asInt()).isEqualTo(40058);
        assertThat(text(docid)).isEqualTo("原因\n方案\n");
    }

    @Test
    void nobodyReadsADocumentUntilItIsShared() {
        var docid = newDocument();
        assertThat(
                        wecom.send("GET", "/__sandbox/documents/" + docid + "?userid=lixue", "")
                                .statusCode())
                .isEqualTo(403);
        wecom.api(
                "wedoc/mod_doc_member",
                "{\"docid\":\"%s\",\"update_file_member_list\":[{\"type\":1,\"auth\":1,\"userid\":\"lixue\"}]}"
                        .formatted(docid));
        assertThat(
                        wecom.send("GET", "/__sandbox/documents/" + docid + "?userid=lixue", "")
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        wecom.api("wedoc/doc_get_auth", "{\"docid\":\"" + docid + "\"}")
                                .at("/doc_member_list/0/userid")
                                .asText())
                .isEqualTo("lixue");
    }

    @Test
    void aScheduleMovesAndIsSeenByItsAttendees() {
        var calendar =
                wecom.api(
                                "oa/calendar/add",
                                "{\"calendar\":{\"summary\":\"平台研发部\",\"color\":\"#2F7DFF\"}}")
                        .path("cal_id")
                        .asText();
        var schedule =
                "\"start_time\":1795400000,\"end_time\":%d,\"summary\":\"ISS-1\",\"cal_id\":\"%s\","
                        + "\"attendees\":[{\"userid\":\"lixue\"}],\"reminders\":{\"is_remind\":1,\"remind_before_event_secs\":3600}";
        var added =
                wecom.api(
                        "oa/schedule/add",
                        "{\"schedule\":{" + schedule.formatted(1795403600, calendar) + "}}");
        var id = added.path("schedule_id").asText();
        wecom.api(
                "oa/schedule/update",
                "{\"schedule\":{\"schedule_id\":\""
                        + id
                        + "\","
                        + schedule.formatted(1795407200, calendar)
                        + "}}");
        var seen = wecom.people("GET", "schedules?userid=lixue", "").path("schedules").path(0);
        assertThat(seen.path("end_time").asLong()).isEqualTo(1795407200);
        wecom.api("oa/schedule/del", "{\"schedule_id\":\"" + id + "\"}");
        assertThat(wecom.people("GET", "schedules?userid=lixue", "").path("schedules")).isEmpty();
    }

    private static String newDocument() {
        return wecom.api("wedoc/create_doc", "{\"doc_type\":3,\"doc_name\":\"方案\"}")
                .path("docid")
                .asText();
    }

    private static JsonNode update(String docid, String requests) {
        return wecom.api(
                "wedoc/document/batch_update",
                "{\"docid\":\"%s\",\"requests\":[%s]}".formatted(docid, requests));
    }

    private static String text(String docid) {
        return wecom.api("wedoc/document/get", "{\"docid\":\"" + docid + "\"}")
                .at("/document/text")
                .asText();
    }
}
