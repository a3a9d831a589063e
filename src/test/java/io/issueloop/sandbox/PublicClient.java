package io.issueloop.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.messagebuilder.TemplateCardBuilder;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A public client library, its base URL changed and nothing else, and a sandbox of its own. */
abstract class PublicClient {

    static final int AGENT = SandboxDefaults.AGENT_ID;
    static RunningSandbox wecom;
    static WxCpServiceImpl client;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
        client = client(wecom);
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    private static WxCpServiceImpl client(RunningSandbox sandbox) {
        var config = new WxCpDefaultConfigImpl();
        config.setCorpId(SandboxDefaults.CORP_ID);
        config.setCorpSecret(SandboxDefaults.SECRET);
        config.setAgentId(AGENT);
        config.setToken(SandboxDefaults.TOKEN);
        config.setAesKey(SandboxDefaults.AES_KEY);
        config.setBaseApiUrl(sandbox.base());
        var service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return service;
    }

    static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static TemplateCardBuilder card(String type) {
        return WxCpMessage.TEMPLATECARD().toUser("lixue").agentId(AGENT).cardType(type);
    }

    static WxCpMessage copy(WxCpMessage card, String taskId) {
        card.setTaskId(taskId);
        return card;
    }

    static String[] types(List<WxCpMessage> messages) {
        return messages.stream().map(WxCpMessage::getMsgType).toArray(String[]::new);
    }

    static List<String> shown(String userid) {
        return wecom.people("GET", "messages?userid=" + userid, "")
                .path("messages")
                .findValuesAsText("msgtype");
    }

    static String upload(String type, String name, byte[] bytes) throws Exception {
        return client.getMediaService()
                .upload(type, name, new ByteArrayInputStream(bytes))
                .getMediaId();
    }

    static String post(String path, String json) throws Exception {
        return client.post(wecom.base() + "/cgi-bin/" + path, json.replace('\'', '"'));
    }

    static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    static Map<String, String> query(URI uri) {
        var values = new HashMap<String, String>();
        for (var pair : uri.getQuery().split("&")) {
            values.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=", ""));
        }
        return values;
    }
}
