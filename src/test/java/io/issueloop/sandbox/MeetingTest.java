package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

    private static final long NOW = Instant.now().getEpochSecond();
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
    void aMeetingIsBookedMovedAttendedAndCancelled() {
        var created = create("'title':'ISS-1 复盘','invitees':{'userid':['lixue','zhangwei']}");
        var id = created.path("meetingid").asText();
        assertThat(created.path("meeting_link").asText())
                .contains(created.path("meeting_code").asText());
        call("update", "{'meetingid':'" + id + "','meeting_start':" + (NOW + 7200) + "}");
        assertThat(info(id).path("meeting_start").asLong()).isEqualTo(NOW + 7200);
        assertThat(info(id).path("status").asInt()).isEqualTo(1);
        wecom.people(
                "POST", "meetings/" + id + "/attend", "{\"userid\":\"lixue\",\"action\":\"join\"}");
        assertThat(info(id).at("/attendees/member").toString())
                .contains(
                        "{\"userid\":\"lixue\",\"status\":1",
                        "{\"userid\":\"zhangwei\",\"status\":2");
        assertThat(wecom.people("GET", "callbacks", "").toString())
                .contains("meeting_change", "join_meeting", id);
        var list =
                call(
                        "get_user_meetingid",
                        "{'userid':'zhangwei','begin_time':1,'end_time':9999999999}");
        assertThat(list.path("meetingid_list").toString()).contains(id);
        call("cancel", "{'meetingid':'" + id + "'}");
        assertThat(info(id).path("status").asInt()).isEqualTo(4);
        assertThat(call("cancel", "{'meetingid':'" + id + "'}").path("errcode").asInt())
                .isEqualTo(400041);
        assertThat(call("update", "{'meetingid':'" + id + "'}").path("errcode").asInt())
                .isEqualTo(400041);
    }

    @Test
    void itsAdminMovesOrCancelsItInTheClient() {
        var id = create("'title':'评审'").path("meetingid").asText();
        var other =
                wecom.send(
                        "PATCH",
                        "/__sandbox/meetings/" + id,
                        "{\"userid\":\"lixue\",\"cancelled\":true}");
        assertThat(other.statusCode()).isEqualTo(403);
        wecom.people(
                "PATCH", "meetings/" + id, "{\"userid\":\"chenjing\",\"meeting_duration\":600}");
        wecom.people("PATCH", "meetings/" + id, "{\"userid\":\"chenjing\",\"cancelled\":true}");
        assertThat(wecom.people("GET", "callbacks", "").toString())
                .contains("modify_meeting", "cancel_meeting");
        assertThat(info(id).path("status").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'admin_userid':'' | 400040",
                "'admin_userid':'nobody' | 400021",
                "'creator_userid':'lixue' | 400043",
                "'title':'' | 400042",
                "'title':'一二三四五六七八九十一二三四五六七八九十一' | 400042",
                "'meeting_start':1 | 400034",
                "'meeting_duration':299 | 400035",
                "'meeting_duration':86400 | 400035",
                "'meeting_duration':'3600' | 40058",
                "'agentid':7 | 40056",
                "'invitees':{'userid':['linwai']} | 400021",
                "'invitees':{'userid':[MANY]} | 400020",
                "'cal_id':'none' | 400036",
                "'settings':{'remind_scope':5} | 400025",
                "'settings':{'password':'12a4'} | 400030",
                "'settings':{'enable_enter_mute':3} | 400031",
                "'settings':{'hosts':{'userid':['sunli']}} | 400029",
                "'settings':{'ring_users':{'userid':['sunli']}} | 400037",
                "'reminders':{'is_repeat':1,'repeat_type':4} | 400026",
                "'reminders':{'is_repeat':1,'repeat_type':1,'repeat_interval':3} | 400033",
                "'reminders':{'is_repeat':1,'repeat_type':1,'repeat_until':5} | 400032",
            })
    void aWrongMeetingIsRefused(String change, int errcode) {
        var many = "'lixue'" + ",'lixue'".repeat(100);
        assertThat(create(change.replace("MANY", many)).path("errcode").asInt()).isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource({
        "get_info,meetingid,40058",
        "cancel,meetingid,40058",
        "get_user_meetingid,x,400038"
    })
    void anUnknownMeetingIsRefused(String path, String field, int errcode) {
        assertThat(call(path, "{'" + field + "':'none'}").path("errcode").asInt())
                .isEqualTo(errcode);
    }

    /** Later fields win, so a change overrides what is right. */
    private static JsonNode create(String change) {
        return call(
                "create",
                "{'admin_userid':'chenjing','title':'复盘','meeting_start':%d,'meeting_duration':3600,%s}"
                        .formatted(NOW + 3600, change));
    }

    private static JsonNode info(String id) {
        return call("get_info", "{'meetingid':'" + id + "'}");
    }

    private static JsonNode call(String path, String json) {
        return wecom.api("meeting/" + path, json.replace('\'', '"'));
    }
}
