package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.WxCpAgentWorkBench;
import me.chanjar.weixin.cp.bean.article.NewArticle;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.templatecard.CheckboxOption;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import me.chanjar.weixin.cp.bean.workbench.WorkBenchKeyData;
import org.junit.jupiter.api.Test;

/**
 * A client somebody else wrote, pointed at the sandbox: its base address changed and nothing else.
 *
 * <p>Where the client itself does not agree with WeCom's pages: {@code fileDownload} still sends
 * the abolished userid, which WeCom answers with 40203; calendars, schedules and meetings are
 * created by methods that return the whole answer instead of the id; smart tables, forms and
 * journals have no methods of their own, so its generic {@code post} is used. It puts {@code safe}
 * and {@code tagid} in quotes and asks for {@code space_info} by its older name, both of which
 * WeCom takes.
 */
class PublicClientTest extends PublicClient {
    @Test
    void itGetsATokenAndReadsContacts() throws Exception {
        assertThat(client.getAccessToken()).isNotEmpty();
        assertThat(client.getJsapiTicket()).isNotEmpty();
        assertThat(client.getAgentJsapiTicket()).isNotEmpty();
        assertThat(client.getUserService().getById("lixue").getName()).isEqualTo("李雪");
        assertThat(client.getUserService().listByDepartment(2L, false, 0)).hasSize(5);
        assertThat(client.getUserService().listSimpleByDepartment(2L, false, 0)).hasSize(5);
        assertThat(client.getUserService().getUserId("13800100002")).isEqualTo("lixue");
        assertThat(client.getDepartmentService().list(null)).hasSize(5);
        assertThat(client.getDepartmentService().get(3L).getName()).isEqualTo("应用研发部");
        assertThat(client.getTagService().listAll()).hasSize(2);
        assertThat(client.getTagService().listUsersByTagId("1").get(0).getUserId())
                .isEqualTo("hefang");
        var tag = client.getTagService().create("评审组", null);
        client.getTagService().addUsers2Tag(tag, List.of("lixue"), null);
        assertThat(client.getTagService().get(tag).getUserlist()).hasSize(1);
        client.getTagService().delete(tag);
    }

    @Test
    void whatTheAppMayNotSeeIsAnErrorWithItsCode() {
        assertThatThrownBy(() -> client.getUserService().getById("linwai"))
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(60011));
    }

    @Test
    void itSendsEveryKindOfMessage() throws Exception {
        var image = upload("image", "a.png", PNG);
        var file = upload("file", "说明文档.txt", "hello, world".getBytes(StandardCharsets.UTF_8));
        var article = new NewArticle();
        article.setTitle("周报");
        article.setUrl("http://127.0.0.1/");
        var messages =
                List.of(
                        WxCpMessage.TEXT().toUser("lixue").content("你好").build(),
                        WxCpMessage.MARKDOWN().toUser("lixue").content("**你好**").build(),
                        WxCpMessage.TEXTCARD()
                                .toUser("lixue")
                                .title("问题")
                                .description("已指派")
                                .url("http://127.0.0.1/")
                                .build(),
                        WxCpMessage.IMAGE().toUser("lixue").mediaId(image).build(),
                        WxCpMessage.FILE().toUser("lixue").mediaId(file).build(),
                        WxCpMessage.NEWS().toUser("lixue").addArticle(article).build());
        for (var message : messages) {
            message.setAgentId(AGENT);
            var sent = client.getMessageService().send(message);
            assertThat(sent.getMsgId()).as(message.getMsgType()).isNotEmpty();
        }
        assertThat(shown("lixue")).containsSubsequence(types(messages));
    }

    @Test
    void itSendsCardsAndRecallsThem() throws Exception {
        var notice =
                card("text_notice")
                        .mainTitleTitle("截止提醒")
                        .cardActionType(1)
                        .cardActionUrl("http://127.0.0.1/")
                        .build();
        var buttons =
                card("button_interaction")
                        .taskId("client-1")
                        .mainTitleTitle("新问题")
                        .buttons(
                                List.of(
                                        TemplateCardButton.builder()
                                                .text("接单")
                                                .style(1)
                                                .key("accept")
                                                .build()))
                        .build();
        var vote =
                card("vote_interaction")
                        .taskId("client-2")
                        .mainTitleTitle("投票")
                        .checkboxQuestionKey("q")
                        .checkboxMode(0)
                        .options(List.of(new CheckboxOption("1", "好", true)))
                        .submitButtonText("提交")
                        .submitButtonKey("submit")
                        .build();
        for (var message : List.of(notice, buttons, vote)) {
            var sent = client.getMessageService().send(message);
            assertThat(sent.getMsgId()).isNotEmpty();
            client.getMessageService().recall(sent.getMsgId());
        }
        assertThat(client.getMessageService().send(copy(buttons, "client-3")).getResponseCode())
                .isNotEmpty();
    }

    @Test
    void itUploadsAndFetchesMedia() throws Exception {
        var id = upload("file", "说明文档.txt", "hello, world".getBytes(StandardCharsets.UTF_8));
        assertThat(client.getMediaService().download(id)).hasContent("hello, world");
    }

    @Test
    void itKeepsTheMenuAndTheWorkbench() throws Exception {
        var button = new WxMenuButton();
        button.setType("view");
        button.setName("提报");
        button.setUrl("http://127.0.0.1/report");
        var menu = new WxMenu();
        menu.setButtons(List.of(button));
        client.getMenuService().create(menu);
        assertThat(client.getMenuService().get().getButtons().get(0).getName()).isEqualTo("提报");
        client.getMenuService().delete();
        var key = new WorkBenchKeyData();
        key.setKey("待处理");
        key.setData("2");
        var bench =
                WxCpAgentWorkBench.builder()
                        .agentId((long) AGENT)
                        .userId("lixue")
                        .type("keydata")
                        .keyDataList(List.of(key))
                        .build();
        client.getWorkBenchService().setWorkBenchData(bench);
        assertThat(wecom.people("GET", "app?userid=lixue", "").toString()).contains("待处理");
    }

    @Test
    void aCodeOfTheLoginPageLeadsToTheMember() throws Exception {
        var address = client.getOauth2Service().buildAuthorizationUrl("http://localhost/back", "s");
        var page =
                wecom.send(
                        "GET",
                        address.replaceFirst("^https://[^/]+", "").replaceFirst("#.*", ""),
                        "");
        assertThat(page.body()).contains("李雪");
        var consent =
                HttpRequest.newBuilder(URI.create(wecom.base() + "/connect/oauth2/consent"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "userid=lixue&state=s&redirect_uri=http%3A%2F%2Flocalhost%2Fback"))
                        .build();
        var back = HttpClient.newHttpClient().send(consent, HttpResponse.BodyHandlers.ofString());
        var code =
                back.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceAll(".*code=([^&]*).*", "$1");
        assertThat(client.getOauth2Service().getAuthUserInfo(code).getUserId()).isEqualTo("lixue");
    }

    @Test
    void itDecryptsACallback() throws Exception {
        var received = new LinkedBlockingQueue<WxCpXmlMessage>();
        var app = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        app.createContext(
                "/",
                exchange -> {
                    var query = query(exchange.getRequestURI());
                    received.add(
                            WxCpXmlMessage.fromEncryptedXml(
                                    exchange.getRequestBody(),
                                    client.getWxCpConfigStorage(),
                                    query.get("timestamp"),
                                    query.get("nonce"),
                                    query.get("msg_signature")));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        app.start();
        var url = "http://127.0.0.1:" + app.getAddress().getPort() + "/";
        try (var own = RunningSandbox.start(Map.of("sandbox.callback-url", url))) {
            own.people("POST", "app/enter", "{\"userid\":\"lixue\"}");
            var message = received.poll(10, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            assertThat(message.getEvent()).isEqualTo("enter_agent");
            assertThat(message.getFromUserName()).isEqualTo("lixue");
        } finally {
            app.stop(0);
        }
    }
}
