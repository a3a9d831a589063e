package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TableHookTest {

    private static final String FIELDS =
            """
            [{"field_title":"描述","field_type":"FIELD_TYPE_TEXT"},
             {"field_title":"编号","field_type":"FIELD_TYPE_AUTONUMBER"},
             {"field_title":"附件","field_type":"FIELD_TYPE_ATTACHMENT"}]
            """;
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
    void aMembersTableTakesRowsFromOutsideAndTheAppCannotReadIt() {
        var docid =
                wecom.people(
                                "POST",
                                "docs",
                                "{\"userid\":\"lixue\",\"name\":\"我的台账\",\"fields\":"
                                        + FIELDS
                                        + "}")
                        .path("docid")
                        .asText();
        var body = "{\"docid\":\"" + docid + "\"}";
        assertThat(wecom.api("wedoc/smartsheet/get_sheet", body).path("errcode").asInt())
                .isEqualTo(301085);
        var sheet = wecom.people("GET", "docs?userid=lixue", "").path("docs");
        var path =
                "sheets/"
                        + docid
                        + "/"
                        + sheet.path(sheet.size() - 1).at("/sheets/0/sheet_id").asText();
        var key =
                wecom.people("POST", path + "/webhook", "{\"userid\":\"lixue\"}")
                        .path("key")
                        .asText();
        assertThat(
                        wecom.send(
                                        "POST",
                                        "/__sandbox/" + path + "/webhook",
                                        "{\"userid\":\"sunli\"}")
                                .statusCode())
                .isEqualTo(403);
        var added = hook(key, "{'add_records':[{'values':{'描述':'纯文本'}}]}").path("add_records");
        var id = added.at("/0/record_id").asText();
        var field = added.at("/0/values").fieldNames().next();
        hook(
                key,
                "{'update_records':[{'record_id':'%s','values':{'%s':[{'type':'text','text':'改过'}]}}]}"
                        .formatted(id, field));
        assertThat(wecom.people("GET", path, "").at("/records/0/values/描述/0/text").asText())
                .isEqualTo("改过");
        wecom.people(
                "POST", path + "/records", "{\"userid\":\"lixue\",\"records\":[{\"values\":{}}]}");
        assertThat(wecom.people("GET", "callbacks", "").path("callbacks").toString())
                .doesNotContain(docid);
        for (var wrong :
                List.of(
                        "{'add_records':[{'values':{'编号':1}}]}",
                        "{'add_records':[{'values':{'附件':[]}}]}",
                        "{'add_records':[{'values':{'没有':1}}]}",
                        "{'add_records':[]}",
                        "{'update_records':[{'record_id':'none','values':{}}]}",
                        "{}")) {
            assertThat(hook(key, wrong).path("errcode").asInt()).as(wrong).isEqualTo(40058);
        }
        assertThat(hook("none", "{}").path("errcode").asInt()).isEqualTo(93000);
    }

    @Test
    void aMemberChangesFieldsOfTheAppsTableAndItIsTold() {
        var docid = wecom.newTable();
        var sheet =
                wecom.newSheet(
                        docid, "{\"field_title\":\"描述\",\"field_type\":\"FIELD_TYPE_TEXT\"}");
        var path = "sheets/" + docid + "/" + sheet.replaceAll(".*sheet_id\":\"(\\w+)\".*", "$1");
        var added =
                wecom.people(
                                "POST",
                                path + "/fields",
                                "{\"userid\":\"lixue\",\"fields\":[{\"field_title\":\"来源\",\"field_type\":\"FIELD_TYPE_TEXT\"}]}")
                        .at("/fields/0/field_id")
                        .asText();
        wecom.people(
                "PATCH",
                path + "/fields",
                "{\"userid\":\"lixue\",\"fields\":[{\"field_id\":\"%s\",\"field_type\":\"FIELD_TYPE_TEXT\",\"field_title\":\"渠道\"}]}"
                        .formatted(added));
        wecom.people("DELETE", path + "/fields/" + added + "?userid=lixue", "");
        var log = wecom.people("GET", "callbacks", "").path("callbacks").toString();
        assertThat(log)
                .contains("add_filed", "update_filed", "delete_filed")
                .contains("<FieldId><![CDATA[" + added);
    }

    @Test
    void fieldsAreGrouped() {
        var sheet =
                wecom.newSheet(
                        wecom.newTable(),
                        "{\"field_title\":\"甲\",\"field_type\":\"FIELD_TYPE_TEXT\"}");
        var field =
                wecom.api("wedoc/smartsheet/get_fields", "{" + sheet + "}")
                        .at("/fields/0/field_id")
                        .asText();
        var children = ",\"children\":[{\"field_id\":\"" + field + "\"}]";
        var group = group("add_field_group", sheet, ",\"name\":\"基本信息\"" + children);
        var id = group.at("/field_group/field_group_id").asText();
        assertThat(
                        group("add_field_group", sheet, ",\"name\":\"又一组\"" + children)
                                .path("errcode")
                                .asInt())
                .isEqualTo(40058);
        group("update_field_group", sheet, ",\"field_group_id\":\"" + id + "\",\"name\":\"概况\"");
        var listed = group("get_field_groups", sheet, "");
        assertThat(listed.at("/field_groups/0/name").asText()).isEqualTo("概况");
        assertThat(listed.at("/field_groups/0/children/0/field_id").asText()).isEqualTo(field);
        group("delete_field_groups", sheet, ",\"field_group_ids\":[\"" + id + "\"]");
        assertThat(group("get_field_groups", sheet, "").path("total").asInt()).isZero();
        assertThat(
                        group("update_field_group", sheet, ",\"field_group_id\":\"x\"")
                                .path("errcode")
                                .asInt())
                .isEqualTo(40058);
    }

    private static JsonNode group(String path, String sheet, String more) {
        return wecom.api("wedoc/smartsheet/" + path, "{" + sheet + more + "}");
    }

    private static JsonNode hook(String key, String json) {
        return RunningSandbox.json(
                wecom.send(
                        "POST",
                        "/cgi-bin/wedoc/smartsheet/webhook?key=" + key,
                        json.replace('\'', '"')));
    }
}
