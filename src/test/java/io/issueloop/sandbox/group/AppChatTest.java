package io.issueloop.sandbox.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.sandbox.Upload;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppChatTest {

    private static final String THREE = "\"userlist\":[\"zhangwei\",\"lixue\",\"liuyang\"]";
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
    void aGroupIsCreatedReadAndChanged() {
        var id = create("\"name\":\"攻关\",\"owner\":\"lixue\",\"chatid\":\"Case1\"," + THREE);
        assertThat(id.path("chatid").asText()).isEqualTo("Case1");
        assertThat(get("Case1").toString())
                .isEqualTo(
                        "{\"chatid\":\"Case1\",\"name\":\"攻关\",\"owner\":\"lixue\",\"userlist\":"
                                + "[\"zhangwei\",\"lixue\",\"liuyang\"],\"chat_type\":0}");
        var change =
                "{\"chatid\":\"Case1\",\"name\":\"攻关二组\",\"owner\":\"zhangwei\",\"add_user_list\":[\"wuhao\"],\"del_user_list\":[\"lixue\"]}";
        assertThat(errcode("appchat/update", change)).isZero();
        assertThat(get("Case1").path("userlist").toString())
                .isEqualTo("[\"zhangwei\",\"liuyang\",\"wuhao\"]");
        assertThat(get("Case1").path("owner").asText()).isEqualTo("zhangwei");
    }

    @Test
    void aGroupShowsUpWithItsFirstMessageAndCallsPeople() {
        create("\"name\":\"静默\",\"chatid\":\"Quiet1\"," + THREE);
        assertThat(groups("liuyang").toString()).doesNotContain("Quiet1");
        send(
                "Quiet1",
                "\"msgtype\":\"text\",\"text\":{\"content\":\"<@LiuYang> 看一下\",\"mentioned_list\":[\"wuhao\",\"@all\"]}");
        var group = find(groups("liuyang"), "Quiet1");
        assertThat(group.at("/last/mentioned").toString()).isEqualTo("[\"@all\",\"liuyang\"]");
        assertThat(group.at("/last/from").asText()).isEqualTo("app");
        assertThat(groups("wuhao").toString()).doesNotContain("Quiet1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"name\":\"无成员\"'|86204",
                "'\"userlist\":[\"zhangwei\"]'|86006",
                "'\"userlist\":[\"zhangwei\",\"nobody\"]'|86216",
                "'\"userlist\":[\"zhangwei\",\"linwai\"]'|86216",
                "'\"owner\":\"wuhao\",\"userlist\":[\"zhangwei\",\"lixue\"]'|86207",
                "'\"chatid\":\"no-dash\",\"userlist\":[\"zhangwei\",\"lixue\"]'|86001",
                "'\"chatid\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"userlist\":[\"zhangwei\",\"lixue\"]'|86001",
                "'\"userlist\":\"zhangwei|lixue\"'|40058"
            })
    void wrongGroupsAreRefused(String body, int errcode) {
        assertThat(create(body).path("errcode").asInt()).isEqualTo(errcode);
    }

    @Test
    void namesAndIdsHaveTheirLimits() {
        assertThat(create("\"name\":\"" + "名".repeat(51) + "\"," + THREE).path("errcode").asInt())
                .isEqualTo(86004);
        create("\"chatid\":\"Twice\"," + THREE);
        assertThat(create("\"chatid\":\"Twice\"," + THREE).path("errcode").asInt())
                .isEqualTo(86215);
        assertThat(
                        errcode(
                                "appchat/update",
                                "{\"chatid\":\"Twice\",\"del_user_list\":[\"zhangwei\"]}"))
                .isEqualTo(86203);
        assertThat(
                        errcode(
                                "appchat/update",
                                "{\"chatid\":\"Twice\",\"del_user_list\":[\"lixue\",\"liuyang\"]}"))
                .isEqualTo(86006);
    }

    @Test
    void whatAGroupTakes() {
        create("\"chatid\":\"Types\"," + THREE);
        var file =
                new Upload(
                                "周报.pdf",
                                "application/pdf",
                                "一二三四五六".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .asApp(wecom, "file")
                        .path("media_id")
                        .asText();
        assertThat(sent("\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"**好** <@lixue>\"}"))
                .isZero();
        assertThat(
                        sent(
                                "\"msgtype\":\"textcard\",\"textcard\":{\"title\":\"看板\",\"description\":\"x\",\"url\":\"http://127.0.0.1/\"}"))
                .isZero();
        assertThat(
                        sent(
                                "\"msgtype\":\"news\",\"news\":{\"articles\":[{\"title\":\"一\",\"url\":\"http://127.0.0.1/\"}]}"))
                .isZero();
        assertThat(sent("\"msgtype\":\"file\",\"file\":{\"media_id\":\"" + file + "\"}")).isZero();
        assertThat(sent("\"msgtype\":\"image\",\"image\":{\"media_id\":\"" + file + "\"}"))
                .isEqualTo(40007);
        assertThat(sent("\"msgtype\":\"file\",\"file\":{\"media_id\":\"none\"}")).isEqualTo(40007);
        assertThat(sent("\"msgtype\":\"news\",\"news\":{\"articles\":[]}")).isEqualTo(40058);
        assertThat(
                        sent(
                                "\"msgtype\":\"textcard\",\"textcard\":{\"title\":\"无链接\",\"description\":\"x\"}"))
                .isEqualTo(41010);
        assertThat(
                        sent(
                                "\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":\"text_notice\"}"))
                .isEqualTo(40008);
        assertThat(sent("\"msgtype\":\"text\",\"text\":{\"content\":\"\"}")).isEqualTo(44004);
        assertThat(
                        sent(
                                "\"msgtype\":\"text\",\"text\":{\"content\":\"x\",\"mentioned_list\":\"lixue\"}"))
                .isEqualTo(40058);
        assertThat(sent("\"msgtype\":\"text\",\"text\":{\"content\":\"x\"},\"safe\":2"))
                .isEqualTo(40058);
    }

    @Test
    void strangersAndDissolvedGroupsAreRefused() {
        assertThat(errcode("appchat/send", "{\"msgtype\":\"text\"}")).isEqualTo(86201);
        assertThat(errcode("appchat/send", "{\"chatid\":\"none\"}")).isEqualTo(86003);
        assertThat(wecom.get("appchat/get?chatid=none").path("errcode").asInt()).isEqualTo(86003);
        var ofMembers =
                find(groups("zhangwei"), "wrSandboxSampleGroup0001").path("chatid").asText();
        assertThat(errcode("appchat/send", "{\"chatid\":\"" + ofMembers + "\"}")).isEqualTo(86008);
        create("\"chatid\":\"Gone\",\"owner\":\"lixue\"," + THREE);
        assertThat(door("POST", "Gone/dissolve", "zhangwei")).isEqualTo(403);
        assertThat(door("POST", "Gone/dissolve", "lixue")).isEqualTo(200);
        assertThat(errcode("appchat/send", "{\"chatid\":\"Gone\"}")).isEqualTo(49008);
    }

    @Test
    void onlyAnAppTheWholeCorpSeesHasGroups() {
        try {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[2],\"members\":[],\"excludedDepartments\":[]}}");
            assertThat(create(THREE).path("errcode").asInt()).isEqualTo(48002);
            assertThat(errcode("appchat/send", "{\"chatid\":\"x\"}")).isEqualTo(48002);
        } finally {
            wecom.people(
                    "PUT",
                    "settings",
                    "{\"visibleRange\":{\"departments\":[1],\"members\":[],\"excludedDepartments\":[6]}}");
        }
    }

    @Test
    void from201MessagesAMinuteOnTheyVanish() {
        create("\"chatid\":\"Noisy\",\"userlist\":[\"gaoxiang\",\"hefang\"]");
        for (int i = 0; i < 201; i++) {
            send("Noisy", "\"msgtype\":\"text\",\"text\":{\"content\":\"" + i + "\"}");
        }
        var said = wecom.people("GET", "groups/Noisy?userid=gaoxiang", "").path("messages");
        assertThat(said).hasSize(200);
        assertThat(said.path(199).at("/content/content").asText()).isEqualTo("199");
    }

    @Test
    void membersSpeakPinAndStaySeparate() {
        create("\"chatid\":\"Pins\"," + THREE);
        send(
                "Pins",
                "\"msgtype\":\"textcard\",\"textcard\":{\"title\":\"一键上报\",\"description\":\"x\",\"url\":\"http://127.0.0.1/report\"}");
        var said =
                wecom.people(
                        "POST",
                        "groups/Pins/messages",
                        "{\"userid\":\"lixue\",\"content\":\"收到\"}");
        assertThat(said.path("msgid").asText()).isNotEmpty();
        var first = read("Pins", "lixue").at("/messages/0/msgid").asText();
        wecom.people(
                "POST",
                "groups/Pins/pin",
                "{\"userid\":\"lixue\",\"msgid\":\"%s\"}".formatted(first));
        assertThat(read("Pins", "liuyang").at("/pinnedMessage/content/title").asText())
                .isEqualTo("一键上报");
        assertThat(door("POST", "Pins/pin", "wuhao")).isEqualTo(403);
        assertThat(wecom.send("GET", "/__sandbox/groups/Pins?userid=wuhao", "").statusCode())
                .isEqualTo(403);
        assertThat(wecom.people("GET", "callbacks", "").path("callbacks")).isEmpty();
    }

    @Test
    void aRestartKeepsGroupsAndRobots(@TempDir Path folder) {
        Map<String, Object> kept =
                Map.of("sandbox.data-file", folder.resolve("sandbox.db").toString());
        try (var before = RunningSandbox.start(kept)) {
            before.api("appchat/create", "{\"chatid\":\"Kept\"," + THREE + "}");
        }
        try (var after = RunningSandbox.start(kept)) {
            assertThat(after.get("appchat/get?chatid=Kept").path("errcode").asInt()).isZero();
            var body = "{\"msgtype\":\"text\",\"text\":{\"content\":\"在\"}}";
            var sent =
                    after.send(
                            "POST", "/cgi-bin/webhook/send?key=" + SandboxDefaults.ROBOT_KEY, body);
            assertThat(RunningSandbox.json(sent).path("errcode").asInt()).isZero();
        }
    }

    private static JsonNode create(String body) {
        return wecom.api("appchat/create", "{" + body + "}");
    }

    private static JsonNode get(String chatid) {
        return wecom.get("appchat/get?chatid=" + chatid).path("chat_info");
    }

    private static int sent(String message) {
        return errcode("appchat/send", "{\"chatid\":\"Types\"," + message + "}");
    }

    private static void send(String chatid, String message) {
        assertThat(errcode("appchat/send", "{\"chatid\":\"" + chatid + "\"," + message + "}"))
                .isZero();
    }

    private static int errcode(String path, String body) {
        return wecom.api(path, body).path("errcode").asInt();
    }

    private static JsonNode groups(String userid) {
        return wecom.people("GET", "groups?userid=" + userid, "").path("groups");
    }

    private static JsonNode read(String chatid, String userid) {
        return wecom.people("GET", "groups/" + chatid + "?userid=" + userid, "");
    }

    private static int door(String method, String path, String userid) {
        var body = "{\"userid\":\"%s\"}".formatted(userid);
        return wecom.send(method, "/__sandbox/groups/" + path, body).statusCode();
    }

    private static JsonNode find(JsonNode groups, String chatid) {
        for (var group : groups) {
            if (group.path("chatid").asText().equals(chatid)) {
                return group;
            }
        }
        throw new AssertionError("no group " + chatid);
    }
}
