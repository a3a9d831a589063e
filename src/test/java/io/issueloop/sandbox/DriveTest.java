package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveTest {

    private static final int BLOCK = 2 << 20;

    /** SHA-1's five words after a block that is 1 and then zeros, little-endian, made elsewhere. */
    private static final String STATE = "eff489899ae95dad512e1f280bd5880b8b181d7e";

    private static RunningSandbox wecom;
    private String space;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @BeforeEach
    void newSpace() {
        space =
                wecom.api(
                                "wedrive/space_create",
                                """
                                {"space_name":"问题附件","auth_info":[
                                 {"type":1,"userid":"lixue","auth":7},
                                 {"type":2,"departmentid":2,"auth":1}],"space_sub_type":0}
                                """)
                        .path("spaceid")
                        .asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "space_create | {} | 640025",
                "space_create | {'space_name':'x','userid':'lixue'} | 40203",
                "space_create |"
                        + " {'space_name':'x','auth_info':[{'type':1,'userid':'linwai','auth':1}]} |"
                        + " 640012",
                "space_create |"
                        + " {'space_name':'x','auth_info':[{'type':2,'departmentid':77,'auth':1}]} |"
                        + " 640013",
                "space_create |"
                        + " {'space_name':'x','auth_info':[{'type':1,'userid':'lixue','auth':5}]} |"
                        + " 640020",
                "space_create |"
                        + " {'space_name':'x','auth_info':[{'type':1,'userid':'lixue','auth':4}]} |"
                        + " 640015",
                "space_create | {'space_name':'x','auth_info':'lixue'} | 40058",
                "new_space_info | {} | 640026",
                "new_space_info | {'spaceid':'s.none'} | 640001",
                "file_list | {'spaceid':'SPACE','fatherid':'elsewhere','limit':10} | 640021",
                "file_list | {'spaceid':'SPACE','fatherid':'SPACE','limit':1001} | 640027",
                "file_list | {'spaceid':'SPACE','fatherid':'SPACE','limit':10,'sort_type':7} |"
                        + " 640027",
                "file_create | {'spaceid':'SPACE','fatherid':'SPACE','file_type':9,'file_name':'x'}"
                        + " | 640054",
                "file_create | {'spaceid':'SPACE','fatherid':'SPACE','file_type':1} | 640009",
                "file_upload | {'spaceid':'SPACE','fatherid':'SPACE','file_name':'x'} | 640022",
                "file_upload |"
                        + " {'spaceid':'SPACE','fatherid':'SPACE','file_name':'x','file_base64_content':'%%'}"
                        + " | 640022",
                "file_upload | {'selected_ticket':'T','file_name':'x','file_base64_content':'eA=='}"
                        + " | 60222",
                "file_info | {} | 640024",
                "file_info | {'fileid':'none'} | 640002",
                "file_delete | {'fileid':['none']} | 640002",
                "file_setting | {'fileid':'none','auth_scope':1} | 640002",
                "file_upload_init |"
                        + " {'spaceid':'SPACE','fatherid':'SPACE','file_name':'x','size':3,'block_sha':[]}"
                        + " | 640051",
                "file_upload_init |"
                        + " {'spaceid':'SPACE','fatherid':'SPACE','file_name':'x','size':0,'block_sha':['x']}"
                        + " | 640047",
                "file_upload_part | {'upload_key':'none','index':1,'file_base64_content':'eA=='} |"
                        + " 640048",
                "file_upload_finish | {'upload_key':'none'} | 640048",
            })
    void aWrongRequestIsRefused(String path, String json, int errcode) {
        var body = json.replace('\'', '"').replace("SPACE", space);
        assertThat(wecom.api("wedrive/" + path, body).path("errcode").asInt()).isEqualTo(errcode);
    }

    @Test
    void membersAndAdminsOfASpaceAreKept() {
        drive(
                "space_acl_add",
                "{'spaceid':'S','auth_info':[{'type':1,'userid':'wanglei','auth':7}]}");
        drive("space_acl_del", "{'spaceid':'S','auth_info':[{'type':2,'departmentid':2}]}");
        drive("space_setting", "{'spaceid':'S','enable_watermark':true}");
        drive("space_rename", "{'spaceid':'S','space_name':'复盘'}");
        var info = drive("new_space_info", "{'spaceid':'S'}").path("space_info");
        assertThat(info.path("space_name").asText()).isEqualTo("复盘");
        assertThat(info.at("/auth_list/auth_info").findValuesAsText("userid"))
                .containsExactly("lixue", "wanglei");
        assertThat(info.at("/secure_setting/enable_watermark").asBoolean()).isTrue();
        var tooMany =
                "{'spaceid':'S','auth_info':[{'type':1,'userid':'zhaomin','auth':7},{'type':1,'userid':'sunli','auth':7}]}";
        assertThat(drive("space_acl_add", tooMany).path("errcode").asInt()).isEqualTo(640053);
        assertThat(drive("space_share", "{'spaceid':'S'}").path("space_share_url").asText())
                .startsWith("http");
        drive("space_dismiss", "{'spaceid':'S'}");
        assertThat(drive("new_space_info", "{'spaceid':'S'}").path("errcode").asInt())
                .isEqualTo(640001);
    }

    @Test
    void filesAreSortedPagedRenamedMovedAndDeleted() {
        var folder =
                drive(
                                "file_create",
                                "{'spaceid':'S','fatherid':'S','file_type':1,'file_name':'2026'}")
                        .path("fileid")
                        .asText();
        var first = upload("a.txt", "12345");
        upload("b.txt", "1");
        assertThat(names("{'spaceid':'S','fatherid':'S','sort_type':4,'limit':2}"))
                .containsExactly("a.txt", "b.txt");
        var page = drive("file_list", "{'spaceid':'S','fatherid':'S','limit':2,'start':1}");
        assertThat(page.path("has_more").asBoolean()).isFalse();
        assertThat(page.path("next_start").asInt()).isEqualTo(3);

        var renamed = drive("file_rename", "{'fileid':'" + first + "','new_name':'b.txt'}");
        assertThat(renamed.at("/file/file_name").asText()).isEqualTo("b(1).txt");
        drive(
                "file_move",
                "{'fatherid':'" + folder + "','replace':true,'fileid':['" + first + "']}");
        assertThat(names("{'spaceid':'S','fatherid':'" + folder + "','limit':9}"))
                .containsExactly("b(1).txt");
        drive("file_delete", "{'fileid':['" + folder + "']}");
        assertThat(drive("file_info", "{'fileid':'" + first + "'}").path("errcode").asInt())
                .isEqualTo(640003);
    }

    @Test
    void aDownloadNeedsTheCookieAndEndsAfterTwoHours() {
        var file = upload("方案.txt", "hello");
        var info = drive("file_info", "{'fileid':'" + file + "'}").path("file_info");
        assertThat(info.path("sha").asText()).isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
        assertThat(info.path("md5").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        var link = drive("file_download", "{'fileid':'" + file + "'}");
        assertThat(download(link, "nothing").statusCode()).isEqualTo(403);
        assertThat(download(link, link.path("cookie_value").asText()).body()).isEqualTo("hello");
        wecom.moveClock("PT2H1S");
        assertThat(download(link, link.path("cookie_value").asText()).statusCode()).isEqualTo(403);
        wecom.moveClock("PT0S");
        var folder =
                drive(
                        "file_create",
                        "{'spaceid':'S','fatherid':'S','file_type':1,'file_name':'f'}");
        assertThat(
                        drive(
                                        "file_download",
                                        "{'fileid':'" + folder.path("fileid").asText() + "'}")
                                .path("errcode")
                                .asInt())
                .isEqualTo(640029);
    }

    @Test
    void moreThanTenMegabytesMustBeSentInParts() {
        var content = Base64.getEncoder().encodeToString(new byte[(10 << 20) + 1]);
        var body =
                "{'spaceid':'S','fatherid':'S','file_name':'big','file_base64_content':'"
                        + content
                        + "'}";
        assertThat(drive("file_upload", body).path("errcode").asInt()).isEqualTo(640047);
    }

    @Test
    void partsAreCheckedAgainstTheRunningStateInAnyOrder() throws Exception {
        var file = new byte[BLOCK + 5];
        file[0] = 1;
        file[BLOCK] = 2;
        var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        var begin =
                "{'spaceid':'S','fatherid':'S','file_name':'big.bin','size':%d,'block_sha':['%s','%s']}"
                        .formatted(file.length, STATE, digest);
        var key = drive("file_upload_init", begin).path("upload_key").asText();
        assertThat(part(key, 2, Arrays.copyOfRange(file, BLOCK, file.length))).isZero();
        assertThat(finish(key).path("errcode").asInt()).isEqualTo(640048);
        assertThat(part(key, 1, new byte[BLOCK])).isEqualTo(640051);
        assertThat(part(key, 1, new byte[BLOCK - 1])).isEqualTo(640051);
        assertThat(part(key, 3, new byte[5])).isEqualTo(640051);
        assertThat(part(key, 1, Arrays.copyOf(file, BLOCK))).isZero();
        var fileid = finish(key).path("fileid").asText();
        assertThat(
                        drive("file_info", "{'fileid':'" + fileid + "'}")
                                .at("/file_info/file_size")
                                .asLong())
                .isEqualTo(file.length);
        assertThat(finish(key).path("errcode").asInt()).isEqualTo(640048);
        var again = drive("file_upload_init", begin);
        assertThat(again.path("hit_exist").asBoolean()).isTrue();
        assertThat(again.path("fileid").asText()).isNotEqualTo(fileid);
    }

    @Test
    void membersSeeWhatTheyMayAndTheirChangesAreCalledBack() {
        var root = "drive/" + space + "/files";
        var made =
                wecom.people(
                        "POST",
                        root,
                        "{\"userid\":\"lixue\",\"name\":\"根因.txt\",\"content\":\"eA==\"}");
        var fileid = made.path("fileid").asText();
        wecom.people(
                "PATCH", "drive/files/" + fileid, "{\"userid\":\"lixue\",\"name\":\"原因.txt\"}");
        wecom.people(
                "PATCH", "drive/files/" + fileid, "{\"userid\":\"lixue\",\"content\":\"eHk=\"}");
        assertThat(
                        status(
                                "PATCH",
                                "drive/files/" + fileid,
                                "{\"userid\":\"zhangwei\",\"name\":\"x\"}"))
                .isEqualTo(403);
        assertThat(
                        wecom.people("GET", root + "?userid=zhangwei", "")
                                .at("/files/0/file_name")
                                .asText())
                .isEqualTo("原因.txt");
        assertThat(status("GET", root + "?userid=zhaomin", "")).isEqualTo(403);
        drive(
                "file_acl_add",
                "{'fileid':'" + fileid + "','auth_info':[{'type':1,'userid':'zhaomin','auth':1}]}");
        assertThat(wecom.people("GET", "drive?userid=zhaomin", "").at("/shared/0/fileid").asText())
                .isEqualTo(fileid);
        var content =
                wecom.send(
                        "GET", "/__sandbox/drive/files/" + fileid + "/content?userid=zhaomin", "");
        assertThat(content.body()).isEqualTo("xy");
        wecom.people("DELETE", "drive/files/" + fileid + "?userid=lixue", "");
        var log = wecom.people("GET", "callbacks", "").path("callbacks").toString();
        assertThat(log)
                .contains("create_file", "rename_file", "update_file", "delete_file", fileid)
                .contains("<FromUserName><![CDATA[sys]]>");
    }

    @Test
    void aDocumentMayBeMadeInAFolder() {
        assertThat(
                        wecom.api(
                                        "wedoc/create_doc",
                                        "{\"doc_type\":3,\"doc_name\":\"方案\",\"spaceid\":\"s.none\",\"fatherid\":\"x\"}")
                                .path("errcode")
                                .asInt())
                .isEqualTo(640001);
        wecom.api(
                "wedoc/create_doc",
                "{\"doc_type\":3,\"doc_name\":\"方案\",\"spaceid\":\"%s\",\"fatherid\":\"%s\"}"
                        .formatted(space, space));
        var seen = wecom.people("GET", "docs?userid=zhangwei", "").path("docs");
        assertThat(seen.findValuesAsText("doc_name")).contains("方案");
        assertThat(names("{'spaceid':'S','fatherid':'S','limit':9}")).containsExactly("方案");
    }

    @Test
    void theMonthsCallsAreCounted() {
        try (var free = RunningSandbox.start(Map.of("sandbox.drive-calls-per-month", 1))) {
            free.api("wedrive/space_create", "{\"space_name\":\"x\"}");
            assertThat(
                            free.api("wedrive/space_create", "{\"space_name\":\"y\"}")
                                    .path("errcode")
                                    .asInt())
                    .isEqualTo(640035);
        }
    }

    private JsonNode drive(String path, String json) {
        var body = json.replace('\'', '"').replace("\"S\"", "\"" + space + "\"");
        return wecom.api("wedrive/" + path, body);
    }

    private String upload(String name, String text) {
        var content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        var body =
                "{'spaceid':'S','fatherid':'S','file_name':'%s','file_base64_content':'%s'}"
                        .formatted(name, content);
        return drive("file_upload", body).path("fileid").asText();
    }

    private List<String> names(String json) {
        return drive("file_list", json).at("/file_list/item").findValuesAsText("file_name");
    }

    private int part(String key, int index, byte[] bytes) {
        var body =
                "{'upload_key':'%s','index':%d,'file_base64_content':'%s'}"
                        .formatted(key, index, Base64.getEncoder().encodeToString(bytes));
        return drive("file_upload_part", body).path("errcode").asInt();
    }

    private JsonNode finish(String key) {
        return drive("file_upload_finish", "{'upload_key':'" + key + "'}");
    }

    private static int status(String method, String path, String body) {
        return wecom.send(method, "/__sandbox/" + path, body).statusCode();
    }

    private static HttpResponse<String> download(JsonNode link, String cookie) {
        var request =
                HttpRequest.newBuilder(URI.create(link.path("download_url").asText()))
                        .header("Cookie", link.path("cookie_name").asText() + "=" + cookie)
                        .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
