package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.WxCpAgentWorkBench;
import me.chanjar.weixin.cp.bean.article.NewArticle;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.messagebuilder.TemplateCardBuilder;
import me.chanjar.weixin.cp.bean.oa.SummaryInfo;
import me.chanjar.weixin.cp.bean.oa.WxCpOaApplyEventRequest;
import me.chanjar.weixin.cp.bean.oa.WxCpOaApprovalTemplate;
import me.chanjar.weixin.cp.bean.oa.WxCpOaSchedule;
import me.chanjar.weixin.cp.bean.oa.applydata.ApplyDataContent;
import me.chanjar.weixin.cp.bean.oa.applydata.ContentValue;
import me.chanjar.weixin.cp.bean.oa.calendar.WxCpOaCalendar;
import me.chanjar.weixin.cp.bean.oa.meeting.WxCpMeeting;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateContent;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateControls;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateProperty;
import me.chanjar.weixin.cp.bean.oa.templatedata.TemplateTitle;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpFileListRequest;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpFileUploadRequest;
import me.chanjar.weixin.cp.bean.oa.wedrive.WxCpSpaceCreateRequest;
import me.chanjar.weixin.cp.bean.templatecard.CheckboxOption;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import me.chanjar.weixin.cp.bean.workbench.WorkBenchKeyData;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
class PublicClientTest {

    private static final int AGENT = SandboxDefaults.AGENT_ID;
    private static RunningSandbox wecom;
    private static WxCpServiceImpl client;

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
    void itKeepsCalendarsAndSchedules() throws Exception {
        var calendar = new WxCpOaCalendar();
        calendar.setSummary("平台研发部").setColor("#2F7DFF").setDescription("值班");
        calendar.setShares(List.of(new WxCpOaCalendar.ShareInfo("lixue", 0)));
        var id = json(client.getOaCalendarService().add(calendar)).path("cal_id").asText();
        assertThat(client.getOaCalendarService().get(List.of(id)).get(0).getSummary())
                .isEqualTo("平台研发部");
        long start = Instant.now().getEpochSecond() + 3600;
        var attendee = new WxCpOaSchedule.Attendee();
        attendee.setUserid("lixue");
        var schedule = new WxCpOaSchedule();
        schedule.setCalId(id).setSummary("处理 ISS-1").setStartTime(start).setEndTime(start + 60);
        schedule.setAttendees(List.of(attendee));
        schedule.setReminders(
                new WxCpOaSchedule.Reminder().setIsRemind(1).setRemindBeforeEventSecs(3600));
        var added = json(client.getOaScheduleService().add(schedule, null));
        var scheduleId = added.path("schedule_id").asText();
        client.getOaScheduleService()
                .update(schedule.setScheduleId(scheduleId).setEndTime(start + 90));
        assertThat(
                        client.getOaScheduleService()
                                .getDetails(List.of(scheduleId))
                                .get(0)
                                .getEndTime())
                .isEqualTo(start + 90);
        assertThat(client.getOaScheduleService().listByCalendar(id, 0, 100)).hasSize(1);
        client.getOaScheduleService().delete(scheduleId);
        client.getOaCalendarService().delete(id);
    }

    @Test
    void itBooksMeetings() throws Exception {
        long start = Instant.now().getEpochSecond() + 3600;
        var meeting =
                new WxCpMeeting()
                        .setAdminUserId("chenjing")
                        .setTitle("复盘")
                        .setMeetingStart(start)
                        .setMeetingDuration(1800);
        var id = json(client.getMeetingService().create(meeting)).path("meetingid").asText();
        var detail = client.getMeetingService().getDetail(id);
        assertThat(detail.getTitle()).isEqualTo("复盘");
        assertThat(detail.getAttendees().getMember().get(0).getUserid()).isEqualTo("chenjing");
        var ids =
                client.getMeetingService()
                        .getUserMeetingIds("chenjing", null, 10, start - 10, start + 10);
        assertThat(ids.getMeetingIdList()).contains(id);
        client.getMeetingService().cancel(id);
        assertThat(client.getMeetingService().getDetail(id).getStatus()).isEqualTo(4);
    }

    @Test
    void itUsesWeDrive() throws Exception {
        var drive = client.getOaWeDriveService();
        var admin = new WxCpSpaceCreateRequest.AuthInfo().setType(1).setUserId("lixue").setAuth(7);
        var space =
                drive.spaceCreate(
                                WxCpSpaceCreateRequest.builder()
                                        .spaceName("附件")
                                        .authInfo(List.of(admin))
                                        .build())
                        .getSpaceId();
        assertThat(drive.spaceInfo(space).getSpaceInfo().getSpaceName()).isEqualTo("附件");
        var folder = drive.fileCreate(space, space, 1, "2026").getFileId();
        var content = Base64.getEncoder().encodeToString("内容".getBytes(StandardCharsets.UTF_8));
        var file =
                drive.fileUpload(
                                WxCpFileUploadRequest.builder()
                                        .spaceId(space)
                                        .fatherId(folder)
                                        .fileName("a.txt")
                                        .fileBase64Content(content)
                                        .build())
                        .getFileId();
        var list =
                drive.fileList(
                        WxCpFileListRequest.builder()
                                .spaceId(space)
                                .fatherId(folder)
                                .sortType(1)
                                .start(0)
                                .limit(10)
                                .build());
        assertThat(list.getFileList().getItem().get(0).getFileName()).isEqualTo("a.txt");
        drive.fileRename(file, "b.txt");
        assertThat(drive.fileInfo(file).getFileInfo().getFileName()).isEqualTo("b.txt");
        assertThat(drive.fileShare(file).getShareUrl()).startsWith("http");
        assertThatThrownBy(() -> drive.fileDownload("lixue", file))
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(40203));
        var link = json(post("wedrive/file_download", "{'fileid':'" + file + "'}"));
        var cookie = link.path("cookie_name").asText() + "=" + link.path("cookie_value").asText();
        var request =
                HttpRequest.newBuilder(URI.create(link.path("download_url").asText()))
                        .header("Cookie", cookie)
                        .build();
        assertThat(
                        HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                .isEqualTo("内容");
        drive.fileDelete(List.of(file));
        drive.spaceDismiss(space);
    }

    @Test
    void itWritesAndReadsSmartTablesFormsAndJournals() throws Exception {
        var docid =
                json(post("wedoc/create_doc", "{'doc_type':10,'doc_name':'台账'}"))
                        .path("docid")
                        .asText();
        var sheet =
                json(post("wedoc/smartsheet/add_sheet", "{'docid':'" + docid + "'}"))
                        .at("/properties/sheet_id")
                        .asText();
        var ref = "'docid':'%s','sheet_id':'%s'".formatted(docid, sheet);
        post(
                "wedoc/smartsheet/add_fields",
                "{" + ref + ",'fields':[{'field_title':'描述','field_type':'FIELD_TYPE_TEXT'}]}");
        post(
                "wedoc/smartsheet/add_records",
                "{" + ref + ",'records':[{'values':{'描述':[{'type':'text','text':'慢'}]}}]}");
        assertThat(post("wedoc/smartsheet/get_records", "{" + ref + "}")).contains("慢");
        var form =
                json(
                        post(
                                "wedoc/create_form",
                                "{'form_info':{'form_title':'满意度','form_question':{'items':[{'question_id':1,'title':'如何','pos':1,'status':1,'reply_type':1}]}}}"));
        assertThat(post("wedoc/get_form_info", "{'formid':'" + form.path("formid").asText() + "'}"))
                .contains("repeated_id");
        long now = Instant.now().getEpochSecond();
        assertThat(
                        post(
                                "oa/journal/get_record_list",
                                "{'starttime':%d,'endtime':%d,'cursor':0,'limit':10}"
                                        .formatted(now - 60, now)))
                .contains("\"endflag\":1");
    }

    @Test
    void itMakesATemplateAppliesAndReadsTheForm() throws Exception {
        var property = new TemplateProperty();
        property.setControl("Text");
        property.setId("Text-01");
        property.setTitle(List.of(title("事由")));
        property.setRequire(1);
        var control = new TemplateControls();
        control.setProperty(property);
        var content = new TemplateContent();
        content.setControls(List.of(control));
        var template =
                client.getOaService()
                        .createOaApprovalTemplate(
                                new WxCpOaApprovalTemplate()
                                        .setTemplateName(List.of(title("重大问题审批")))
                                        .setTemplateContent(content));
        assertThat(
                        client.getOaService()
                                .getTemplateDetail(template)
                                .getTemplateNames()
                                .get(0)
                                .getText())
                .isEqualTo("重大问题审批");
        var answer = new ApplyDataContent().setControl("Text").setId("Text-01");
        var summary = new SummaryInfo.SummaryInfoData().setText("停机").setLang("zh_CN");
        var number =
                client.getOaService()
                        .apply(
                                new WxCpOaApplyEventRequest()
                                        .setCreatorUserId("zhangwei")
                                        .setTemplateId(template)
                                        .setUseTemplateApprover(1)
                                        .setApplyData(
                                                new WxCpOaApplyEventRequest.ApplyData()
                                                        .setContents(
                                                                List.of(
                                                                        answer.setValue(
                                                                                new ContentValue()
                                                                                        .setText(
                                                                                                "停机")))))
                                        .setSummaryList(
                                                List.of(
                                                        new SummaryInfo()
                                                                .setSummaryInfoData(
                                                                        List.of(summary)))));
        var detail = client.getOaService().getApprovalDetail(number).getInfo();
        assertThat(detail.getSpNo()).isEqualTo(number);
        assertThat(detail.getApplyData().getContents().get(0).getValue().getText()).isEqualTo("停机");
        var now = Instant.now();
        var list =
                client.getOaService()
                        .getApprovalInfo(
                                Date.from(now.minusSeconds(600)),
                                Date.from(now.plusSeconds(60)),
                                "",
                                100,
                                null);
        assertThat(list.getSpNoList()).contains(number);
    }

    private static TemplateTitle title(String text) {
        var title = new TemplateTitle();
        title.setText(text);
        title.setLang("zh_CN");
        return title;
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

    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static TemplateCardBuilder card(String type) {
        return WxCpMessage.TEMPLATECARD().toUser("lixue").agentId(AGENT).cardType(type);
    }

    private static WxCpMessage copy(WxCpMessage card, String taskId) {
        card.setTaskId(taskId);
        return card;
    }

    private static String[] types(List<WxCpMessage> messages) {
        return messages.stream().map(WxCpMessage::getMsgType).toArray(String[]::new);
    }

    private static List<String> shown(String userid) {
        return wecom.people("GET", "messages?userid=" + userid, "")
                .path("messages")
                .findValuesAsText("msgtype");
    }

    private static String upload(String type, String name, byte[] bytes) throws Exception {
        return client.getMediaService()
                .upload(type, name, new ByteArrayInputStream(bytes))
                .getMediaId();
    }

    private static String post(String path, String json) throws Exception {
        return client.post(wecom.base() + "/cgi-bin/" + path, json.replace('\'', '"'));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static Map<String, String> query(URI uri) {
        var values = new HashMap<String, String>();
        for (var pair : uri.getQuery().split("&")) {
            values.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=", ""));
        }
        return values;
    }
}
