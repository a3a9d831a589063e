package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {

    private static final String CARD =
            "{\"touser\":\"%s\",\"msgtype\":\"template_card\",\"agentid\":1000002,\"template_card\":{"
                    + "\"card_type\":\"button_interaction\",\"main_title\":{\"title\":\"新问题\"},"
                    + "\"task_id\":\"%s\",\"button_list\":[{\"text\":\"接单\",\"style\":1,\"key\":\"accept\"}]}}";
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
    void partlyInvalidReceiversAreListedInLowerCaseAndAllInvalidFails() {
        var partly = text("ZhangWei|NoBody|linwai", "你好");
        assertThat(partly.path("errcode").asInt()).isZero();
        assertThat(partly.path("invaliduser").asText()).isEqualTo("nobody|linwai");
        assertThat(text("nobody|linwai", "你好").path("errcode").asInt()).isEqualTo(81013);
        assertThat(text("", "你好").path("errcode").asInt()).isEqualTo(82001);
    }

    @Test
    void aTextIsCutAt2048BytesAndNeverInsideACharacter() {
        text("liuyang", "长".repeat(1000));
        var messages = wecom.people("GET", "messages?userid=liuyang", "").path("messages");
        var content = messages.path(messages.size() - 1).at("/content/content").asText();
        assertThat(content).isEqualTo("长".repeat(682));
    }

    @Test
    void filesAndArticlesAreSentByTheirId() {
        var file = new Upload("a.pdf", "application/pdf", new byte[64]).asApp(wecom, "file");
        var id = file.path("media_id").asText();
        assertThat(send("file", "{\"media_id\":\"" + id + "\"}")).isZero();
        assertThat(send("video", "{\"media_id\":\"" + id + "\"}")).isEqualTo(40007);
        assertThat(send("news", "{\"articles\":[{\"title\":\"一\",\"url\":\"http://127.0.0.1/\"}]}"))
                .isZero();
        assertThat(send("news", "{\"articles\":[{\"title\":\"一\"}]}")).isEqualTo(41010);
        var nine = "{\"title\":\"一\",\"url\":\"http://127.0.0.1/\"},".repeat(9);
        assertThat(send("news", "{\"articles\":[" + nine.substring(0, nine.length() - 1) + "]}"))
                .isEqualTo(45008);
        assertThat(
                        send(
                                "mpnews",
                                "{\"articles\":[{\"title\":\"一\",\"content\":\"x\",\"thumb_media_id\":\""
                                        + id
                                        + "\"}]}"))
                .isZero();
    }

    private static int send(String type, String content) {
        return wecom.api(
                        "message/send",
                        "{\"touser\":\"xujing\",\"agentid\":1000002,\"msgtype\":\"%s\",\"%s\":%s}"
                                .formatted(type, type, content))
                .path("errcode")
                .asInt();
    }

    @Test
    void aTaskIdIsUsedOnceAndOfLegalCharacters() {
        assertThat(card("zhangwei", "ISS-1_a@b").path("errcode").asInt()).isZero();
        assertThat(card("zhangwei", "ISS-1_a@b").path("errcode").asInt()).isEqualTo(42014);
        assertThat(card("zhangwei", "问题").path("errcode").asInt()).isEqualTo(42014);
        assertThat(card("zhangwei", "").path("errcode").asInt()).isEqualTo(42014);
    }

    @Test
    void aResponseCodeChangesTheCardOnce() {
        var sent = card("huanglei|wuhao", "once-1");
        var update =
                """
                {"userids":["huanglei","sunli"],"agentid":1000002,"response_code":"%s",
                 "button":{"replace_name":"已接单"}}
                """
                        .formatted(sent.path("response_code").asText());
        var first = wecom.api("message/update_template_card", update);
        assertThat(first.path("errcode").asInt()).isZero();
        assertThat(first.path("invaliduser").path(0).asText()).isEqualTo("sunli");
        assertThat(wecom.api("message/update_template_card", update).path("errcode").asInt())
                .isEqualTo(60140);
        assertThat(last("huanglei").path("replaceName").asText()).isEqualTo("已接单");
        assertThat(last("wuhao").has("replaceName")).isFalse();
    }

    @Test
    void aResponseCodeDiesAfter72Hours() {
        var code = card("wuhao", "late-1").path("response_code").asText();
        wecom.people("POST", "clock", "{\"offset\":\"PT72H1S\"}");
        var token = wecom.gettoken().path("access_token").asText();
        var late =
                wecom.send(
                        "POST",
                        "/cgi-bin/message/update_template_card?access_token=" + token,
                        "{\"userids\":[\"wuhao\"],\"agentid\":1000002,\"response_code\":\""
                                + code
                                + "\",\"button\":{\"replace_name\":\"x\"}}");
        wecom.people("POST", "clock", "{\"offset\":\"PT0S\"}");
        assertThat(RunningSandbox.json(late).path("errcode").asInt()).isEqualTo(60140);
    }

    @Test
    void theSameBodyWithDuplicateCheckIsDeliveredOnce() {
        var body =
                "{\"touser\":\"machao\",\"msgtype\":\"text\",\"agentid\":1000002,"
                        + "\"text\":{\"content\":\"一次\"},\"enable_duplicate_check\":1}";
        wecom.api("message/send", body);
        assertThat(wecom.api("message/send", body).path("errcode").asInt()).isZero();
        assertThat(count("machao")).isEqualTo(1);
    }

    @Test
    void moreThanThirtyAMinuteVanishSilently() {
        for (int i = 0; i < 32; i++) {
            assertThat(text("zhulin", "第 " + i).path("errcode").asInt()).isZero();
        }
        assertThat(count("zhulin")).isEqualTo(30);
    }

    @Test
    void aMessageIsRecalledWithin24HoursOnly() {
        var msgid = text("yangfan", "撤回我").path("msgid").asText();
        assertThat(recall(msgid).path("errcode").asInt()).isZero();
        assertThat(last("yangfan").path("recalled").asBoolean()).isTrue();
        assertThat(recall("unknown").path("errcode").asInt()).isEqualTo(40058);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"card_type\":\"unknown\" | 42031",
                "\"card_type\":\"button_interaction\" | 42033",
                "\"card_type\":\"button_interaction\",\"main_title\":{\"title\":\"a\"} | 42038",
                "\"card_type\":\"button_interaction\",\"main_title\":{\"title\":\"a\"},\"button_list\":[{\"text\":\"b\"}] | 42039",
                "\"card_type\":\"text_notice\",\"sub_title_text\":\"a\" | 42045",
                "\"card_type\":\"text_notice\",\"sub_title_text\":\"a\",\"card_action\":{\"type\":1} | 42028",
                "\"card_type\":\"vote_interaction\",\"main_title\":{\"title\":\"a\"} | 42043",
                "\"card_type\":\"text_notice\",\"horizontal_content_list\":[{\"value\":\"x\"}] | 42027",
            })
    void eachBadCardPartHasItsCode(String card, int errcode) {
        var body =
                "{\"touser\":\"zhangwei\",\"msgtype\":\"template_card\",\"agentid\":1000002,\"template_card\":{"
                        + card
                        + "}}";
        assertThat(wecom.api("message/send", body).path("errcode").asInt()).isEqualTo(errcode);
    }

    private static JsonNode text(String to, String content) {
        return wecom.api(
                "message/send",
                "{\"touser\":\"%s\",\"msgtype\":\"text\",\"agentid\":1000002,\"text\":{\"content\":\"%s\"}}"
                        .formatted(to, content));
    }

    private static JsonNode card(String to, String taskId) {
        return wecom.api("message/send", CARD.formatted(to, taskId));
    }

    private static JsonNode recall(String msgid) {
        return wecom.api("message/recall", "{\"msgid\":\"" + msgid + "\"}");
    }

    private static int count(String userid) {
        return wecom.people("GET", "messages?userid=" + userid, "").path("messages").size();
    }

    private static JsonNode last(String userid) {
        var messages = wecom.people("GET", "messages?userid=" + userid, "").path("messages");
        return messages.path(messages.size() - 1);
    }
}
