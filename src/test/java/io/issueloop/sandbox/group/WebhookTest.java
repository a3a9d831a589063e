package io.issueloop.sandbox.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.sandbox.Upload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static RunningSandbox wecom;
    private static String chatid;
    private String key;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
        chatid = wecom.people("GET", "groups?userid=zhangwei", "").at("/groups/0/chatid").asText();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @BeforeEach
    void robot() {
        key =
                wecom.people(
                                "POST",
                                "groups/" + chatid + "/robots",
                                "{\"userid\":\"lixue\",\"name\":\"播报\"}")
                        .path("key")
                        .asText();
    }

    @Test
    void theSampleGroupsRobotSpeaksWithoutAToken() {
        key = SandboxDefaults.ROBOT_KEY;
        assertThat(
                        send(
                                "\"msgtype\":\"text\",\"text\":{\"content\":\"早 <@zhangwei>\",\"mentioned_mobile_list\":[\"13800001111\"]}"))
                .isZero();
        var last = last();
        assertThat(last.path("from").asText()).isEqualTo("robot");
        assertThat(last.path("fromName").asText()).isEqualTo("播报机器人");
        assertThat(last.path("mentioned").toString()).isEqualTo("[\"zhangwei\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"# 好\"}'|0",
                "'\"msgtype\":\"markdown_v2\",\"markdown_v2\":{\"content\":\"| a | b |\"}'|0",
                "'\"msgtype\":\"news\",\"news\":{\"articles\":[{\"title\":\"一\",\"url\":\"http://127.0.0.1/\"}]}'|0",
                "'\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"text_notice\",\"main_title\":{\"title\":\"好\"},\"card_action\":{\"type\":1,\"url\":\"http://127.0.0.1/\"}}'|0",
                "'\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"text_notice\",\"main_title\":{\"title\":\"无跳转\"}}'|42045",
                "'\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"button_interaction\"}'|42031",
                "'\"msgtype\":\"text\",\"text\":{\"content\":\"\"}'|44004",
                "'\"msgtype\":\"text\",\"text\":{\"content\":7}'|40058",
                "'\"msgtype\":\"text\"'|40058",
                "'\"msgtype\":\"textcard\",\"textcard\":{\"title\":\"x\"}'|40008",
                "'\"msgtype\":\"file\",\"file\":{\"media_id\":\"none\"}'|40007",
                "'\"msgtype\":\"image\",\"image\":{\"base64\":\"?\",\"md5\":\"x\"}'|40058"
            })
    void whatARobotMaySay(String message, int errcode) {
        assertThat(send(message)).isEqualTo(errcode);
    }

    @Test
    void tooLongIsRefusedNotCut() {
        assertThat(send("\"msgtype\":\"text\",\"text\":{\"content\":\"" + "字".repeat(683) + "\"}"))
                .isEqualTo(40058);
        assertThat(send("\"msgtype\":\"text\",\"text\":{\"content\":\"" + "字".repeat(682) + "\"}"))
                .isZero();
        assertThat(
                        send(
                                "\"msgtype\":\"markdown\",\"markdown\":{\"content\":\""
                                        + "字".repeat(1366)
                                        + "\"}"))
                .isEqualTo(40058);
    }

    @Test
    void anImageCarriesItsMd5() throws Exception {
        var md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(PNG));
        var image = "\"msgtype\":\"image\",\"image\":{\"base64\":\"%s\",\"md5\":\"%s\"}";
        var base64 = Base64.getEncoder().encodeToString(PNG);
        assertThat(send(image.formatted(base64, md5))).isZero();
        assertThat(send(image.formatted(base64, "0".repeat(32)))).isEqualTo(301019);
        var text = Base64.getEncoder().encodeToString("no image".getBytes(StandardCharsets.UTF_8));
        assertThat(send(image.formatted(text, md5))).isEqualTo(40005);
    }

    @Test
    void aFileBelongsToOneRobot() {
        var upload = new Upload("报告.xlsx", "application/octet-stream", new byte[64]);
        assertThat(
                        upload.to(wecom, "webhook/upload_media?key=" + key + "&type=image")
                                .path("errcode")
                                .asInt())
                .isEqualTo(40005);
        assertThat(
                        upload.to(wecom, "webhook/upload_media?key=none&type=file")
                                .path("errcode")
                                .asInt())
                .isEqualTo(93000);
        var answer = upload.to(wecom, "webhook/upload_media?key=" + key + "&type=file");
        assertThat(answer.path("created_at").isTextual()).isTrue();
        var message =
                "\"msgtype\":\"file\",\"file\":{\"media_id\":\""
                        + answer.path("media_id").asText()
                        + "\"}";
        assertThat(send(message)).isZero();
        assertThat(last().at("/content/fileName").asText()).isEqualTo("报告.xlsx");
        var ofApp = upload.asApp(wecom, "file").path("media_id").asText();
        assertThat(send("\"msgtype\":\"file\",\"file\":{\"media_id\":\"" + ofApp + "\"}"))
                .isEqualTo(40007);
        robot();
        assertThat(send(message)).isEqualTo(40007);
        var few = new Upload("小.txt", "text/plain", new byte[5]);
        assertThat(
                        few.to(wecom, "webhook/upload_media?key=" + key + "&type=file")
                                .path("errcode")
                                .asInt())
                .isEqualTo(40006);
    }

    @Test
    void removedDisabledAndUnknownRobotsAreTold() {
        var robot = "/__sandbox/groups/" + chatid + "/robots/" + key;
        wecom.send("PATCH", robot, "{\"userid\":\"lixue\",\"disabled\":true}");
        assertThat(hello()).isEqualTo(93004);
        wecom.send("PATCH", robot, "{\"userid\":\"lixue\",\"disabled\":false}");
        assertThat(hello()).isZero();
        assertThat(wecom.send("DELETE", robot + "?userid=linwai", "").statusCode()).isEqualTo(403);
        assertThat(wecom.send("DELETE", robot + "?userid=lixue", "").statusCode()).isEqualTo(200);
        assertThat(hello()).isEqualTo(93000);
        assertThat(wecom.send("DELETE", robot + "?userid=lixue", "").statusCode()).isEqualTo(404);
        key = "";
        assertThat(hello()).isEqualTo(93000);
    }

    @Test
    void aRobotOfADissolvedGroupIsInNoGroup() {
        var group =
                wecom.people(
                                "POST",
                                "groups",
                                "{\"userid\":\"lixue\",\"name\":\"临时\",\"userlist\":[\"wuhao\"]}")
                        .path("chatid")
                        .asText();
        key =
                wecom.people(
                                "POST",
                                "groups/" + group + "/robots",
                                "{\"userid\":\"wuhao\",\"name\":\"临\"}")
                        .path("key")
                        .asText();
        wecom.people("POST", "groups/" + group + "/dissolve", "{\"userid\":\"lixue\"}");
        assertThat(hello()).isEqualTo(93008);
    }

    @Test
    void fromTheTwentyFirstMessageAMinuteOnItIsBlockedForAMinute() {
        for (int i = 0; i < 20; i++) {
            assertThat(hello()).isZero();
        }
        assertThat(hello()).isEqualTo(45009);
        try {
            wecom.people("POST", "clock", "{\"offset\":\"PT59S\"}");
            assertThat(hello()).isEqualTo(45009);
            wecom.people("POST", "clock", "{\"offset\":\"PT61S\"}");
            assertThat(hello()).isZero();
        } finally {
            wecom.people("POST", "clock", "{\"offset\":\"PT0S\"}");
        }
    }

    private int hello() {
        return send("\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}");
    }

    private int send(String message) {
        var answer = wecom.send("POST", "/cgi-bin/webhook/send?key=" + key, "{" + message + "}");
        return RunningSandbox.json(answer).path("errcode").asInt();
    }

    private static JsonNode last() {
        var said = wecom.people("GET", "groups/" + chatid + "?userid=lixue", "").path("messages");
        return said.path(said.size() - 1);
    }
}
