package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindsTest {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static RunningSandbox wecom;
    private String docid;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @BeforeEach
    void newDocument() {
        docid =
                wecom.api(
                                "wedoc/create_doc",
                                "{\"doc_type\":3,\"doc_name\":\"方案\",\"admin_users\":[\"lixue\"]}")
                        .path("docid")
                        .asText();
    }

    @Test
    void aTableIsFilledCellByCell() {
        update("{'insert_text':{'text':'标题','location':{'index':0}}}");
        update("{'insert_table':{'rows':2,'cols':2,'location':{'index':2}}}");
        var table = get().at("/document/children/1");
        assertThat(table.path("type").asText()).isEqualTo("Table");
        assertThat(table.path("children")).hasSize(2);
        int last = table.at("/children/1/children/1/children/0/begin").asInt();
        assertThat(update("{'insert_text':{'text':'值','location':{'index':" + last + "}}}"))
                .isZero();
        assertThat(get().at("/document/children/1/children/1/children/1/children/0/text").asText())
                .isEqualTo("值\n");
        int begin = table.path("begin").asInt();
        assertThat(update("{'delete_content':{'range':{'start_index':" + begin + ",'length':2}}}"))
                .isEqualTo(40058);
        assertThat(update("{'insert_text':{'text':'x','location':{'index':" + (begin + 1) + "}}}"))
                .isEqualTo(40058);
        int length = get().at("/document/children/1/end").asInt() - begin;
        update(
                "{'delete_content':{'range':{'start_index':%d,'length':%d}}}"
                        .formatted(begin, length));
        assertThat(get().at("/document/text").asText()).isEqualTo("标题\n\n");
    }

    @Test
    void picturesPageBreaksAndStylesStayWhereTheyWerePut() {
        var image =
                wecom.api(
                        "wedoc/image_upload",
                        "{\"docid\":\"%s\",\"base64_content\":\"%s\"}".formatted(docid, PIXEL));
        assertThat(image.path("width").asInt()).isEqualTo(1);
        assertThat(
                        wecom.send(
                                        "GET",
                                        image.path("url").asText().replaceFirst("http://[^/]*", ""),
                                        "")
                                .statusCode())
                .isEqualTo(200);
        update("{'insert_text':{'text':'红黑','location':{'index':0}}}");
        update(
                "{'update_text_property':{'text_property':{'bold':true,'color':'FF0000'},'ranges':[{'start_index':0,'length':1}]}}");
        update(
                "{'insert_image':{'image_id':'"
                        + image.path("url").asText()
                        + "','width':10,'height':10,'location':{'index':1}}}");
        update("{'insert_page_break':{'location':{'index':0}}}");
        update("{'insert_text':{'text':'前','location':{'index':0}}}");
        var runs = get().at("/document/children/0/children");
        assertThat(runs.findValuesAsText("type"))
                .containsExactly("Run", "PageBreak", "Run", "Image", "Run");
        assertThat(runs.at("/2/property/color").asText()).isEqualTo("FF0000");
        assertThat(runs.at("/4/property/color").isMissingNode()).isTrue();
        assertThat(runs.at("/3/property/image_id").asText()).isEqualTo(image.path("url").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'insert_table':{'rows':101,'cols':2,'location':{'index':0}}}",
                "{'insert_table':{'rows':2,'cols':61,'location':{'index':0}}}",
                "{'insert_table':{'rows':50,'cols':50,'location':{'index':0}}}",
                "{'insert_image':{'location':{'index':0}}}",
                "{'insert_page_break':{'location':{'index':5}}}",
                "{'update_text_property':{'text_property':{'color':'red'},'ranges':[{'start_index':0,'length':1}]}}",
                "{'make_it_nice':{}}",
            })
    void aWrongEditChangesNothing(String request) {
        assertThat(update(request)).isEqualTo(40058);
        assertThat(get().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void safetySettingsAreKept() {
        wecom.api(
                "wedoc/mod_doc_safty_setting",
                "{\"docid\":\"%s\",\"enable_readonly_copy\":true,\"watermark\":{\"margin_type\":2,\"show_text\":true,\"text\":\"内部\"}}"
                        .formatted(docid));
        var auth = wecom.api("wedoc/doc_get_auth", "{\"docid\":\"" + docid + "\"}");
        assertThat(auth.at("/secure_setting/watermark/text").asText()).isEqualTo("内部");
        assertThat(auth.at("/secure_setting/enable_readonly_copy").asBoolean()).isTrue();
        var wrong = "{\"docid\":\"%s\",\"watermark\":{\"margin_type\":3}}".formatted(docid);
        assertThat(wecom.api("wedoc/mod_doc_safty_setting", wrong).path("errcode").asInt())
                .isEqualTo(40058);
        assertThat(
                        wecom.api(
                                        "wedoc/image_upload",
                                        "{\"docid\":\"%s\",\"base64_content\":\"eA==\"}"
                                                .formatted(docid))
                                .path("errcode")
                                .asInt())
                .isEqualTo(40058);
    }

    @Test
    void itsAdminSharesAndDeletesItAndItIsTold() {
        var path = "docs/" + docid;
        wecom.people(
                "POST",
                path + "/members",
                "{\"userid\":\"lixue\",\"member\":\"sunli\",\"auth\":1}");
        assertThat(wecom.send("DELETE", "/__sandbox/" + path + "?userid=sunli", "").statusCode())
                .isEqualTo(403);
        wecom.people("DELETE", path + "?userid=lixue", "");
        assertThat(wecom.people("GET", "callbacks", "").toString())
                .contains("doc_member_change", "delete_doc", docid);
        assertThat(get().path("errcode").asInt()).isEqualTo(301085);
    }

    private int update(String request) {
        var body =
                "{\"docid\":\"%s\",\"requests\":[%s]}".formatted(docid, request.replace('\'', '"'));
        return wecom.api("wedoc/document/batch_update", body).path("errcode").asInt();
    }

    private JsonNode get() {
        return wecom.api("wedoc/document/get", "{\"docid\":\"" + docid + "\"}");
    }
}
