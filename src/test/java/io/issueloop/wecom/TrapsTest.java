package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender.RecipientUnreachable;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.ApprovalApi.DateRange;
import io.issueloop.wecom.ApprovalApi.DateValue;
import io.issueloop.wecom.ApprovalApi.Value;
import io.issueloop.wecom.ApprovalTemplateApi.Option;
import io.issueloop.wecom.ApprovalTemplateApi.TemplateDetail;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import io.issueloop.wecom.RecordApi.Filter;
import io.issueloop.wecom.RecordApi.Query;
import io.issueloop.wecom.RecordApi.Sort;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The places where WeCom is not what one expects: which test would notice us stumbling over each.
 * What other tests do not cover anyway follows below.
 */
class TrapsTest {

    private static final String TABLE =
            """
             1 PKCS#7 with blocks of 32            | CallbackCryptoTest#officialVectorOpens
             2 ApproverAttr 1 any, ApvRel 1 all    | TrapsTest#anyAndAllAreCountedInversely
             3 SpTime, Sptime, StatuChangeEvent    | TrapsTest#approvalEventsAreSpelledInTwoWays
             4 add_filed, update_filed             | TrapsTest#fieldEventsAreMisspelled
             5 mod_doc_safty_setting, filed_id     | TrapsTest#pathsAndFieldsAreMisspelled
             6 applyevent: texts and numbers       | TrapsTest#approvalTimesAreTextOrNumber
             7 selector value: list or object      | TrapsTest#selectorTextsAreListOrObject
             8 three forms of time                 | TrapsTest#everyAreaWritesTimeItsOwnWay
             9 filter_spec excludes sort           | TrapsTest#queriesSortOrFilter
            10 invaliduser: text or list           | TrapsTest#unreachableReceiversAreATextInLowerCase
            10 invaliduser: text or list           | TrapsTest#unreachableReceiversOfUpdatesAreAList
            11 response_code: once, 72 hours       | MessagesTest#cardIsUpdatedOnceByItsCode
            12 task_id unique for ever             | MessagesTest#cardWhoseAnswerWasLostIsNotRepeated
            13 over-quota messages vanish          | MessagesTest#thirtyMessagesAMinuteToOneMember
            14 callbacks come again                | CallbackControllerTest#repeatedMessageIsAcknowledgedAndForgotten
            14 verification within 1 s             | TrapsTest#verificationIsAnsweredInTime
            15 events can be lost                  | CallbackFlowTest#lostCallbackIsFoundByReconciliation
            15 events can be lost                  | NativeTodoTest#doneInWeComIsResolvedHere
            16 app groups take no cards            | TrapsTest#groupsTakeNoCards
            17 robots' cards only tell             | TrapsTest#robotsSendNoCardsToPress
            18 docid only at creation              | SetupTest#sheetWhoseIdWasLostIsFoundAgainAndADeletedTableIsMadeAnew
            19 user/list does not recurse          | TrapsTest#everyDepartmentIsAskedForItself
            20 no to-do from a server              | TrapsTest#todosAreNotCreatedByUs
            """;

    private static final ObjectMapper WIRE = WeComConfiguration.wire();

    @TestFactory
    @DisplayName("每个陷阱都有测试")
    Stream<DynamicTest> everyTrapHasATest() {
        var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
        var numbers =
                lines.stream()
                        .map(line -> line[0].strip().split(" ")[0])
                        .collect(Collectors.toSet());
        assertThat(numbers).hasSize(20);
        return lines.stream()
                .map(
                        line ->
                                DynamicTest.dynamicTest(
                                        line[0].strip(), () -> exists(line[1].strip())));
    }

    private static void exists(String test) throws Exception {
        var names = test.split("#");
        var type = Class.forName(TrapsTest.class.getPackageName() + "." + names[0]);
        assertThat(Arrays.stream(type.getDeclaredMethods()))
                .anySatisfy(
                        method -> {
                            assertThat(method.getName()).isEqualTo(names[1]);
                            assertThat(
                                            method.isAnnotationPresent(Test.class)
                                                    || method.isAnnotationPresent(
                                                            ParameterizedTest.class))
                                    .isTrue();
                        });
    }

    private static ApprovalChange approval(String inside) {
        var body =
                "<xml><FromUserName>sys</FromUserName><MsgType>event</MsgType>"
                        + "<Event>sys_approval_change</Event><ApprovalInfo>%s</ApprovalInfo></xml>"
                                .formatted(inside);
        var event = CallbackEvent.of(new Inbox.Message(1, body, 1, 1));
        assertThat(ApprovalChange.isOne(event)).isTrue();
        return ApprovalChange.of(event);
    }

    @Test
    void anyAndAllAreCountedInversely() {
        for (int code : new int[] {1, 2}) {
            var recorded = "<SpRecord><ApproverAttr>%d</ApproverAttr></SpRecord>".formatted(code);
            var node =
                    "<ProcessList><NodeList><NodeType>1</NodeType><ApvRel>%d</ApvRel></NodeList></ProcessList>"
                            .formatted(code);
            assertThat(approval(recorded).steps().get(0).anyoneDecides()).isEqualTo(code == 1);
            assertThat(approval(node).steps().get(0).anyoneDecides()).isEqualTo(code == 2);
        }
    }

    @Test
    void approvalEventsAreSpelledInTwoWays() {
        var change =
                approval(
                        """
                        <SpNo>202506110001</SpNo><StatuChangeEvent>8</StatuChangeEvent>
                        <SpRecord><SpStatus>2</SpStatus><Details><Approver><UserId>li</UserId></Approver>
                        <SpTime>1571732272</SpTime><SpStatus>2</SpStatus></Details></SpRecord>
                        """);
        assertThat(change.number()).as("without SpNoStr").isEqualTo("202506110001");
        assertThat(change.cause()).isEqualTo(8);
        assertThat(change.steps().get(0).opinions())
                .containsExactly(new ApprovalChange.Opinion("li", 2, 1571732272, ""));
        var processed =
                approval(
                        """
                        <ProcessList><NodeList><NodeType>1</NodeType><SubNodeList>
                        <UserInfo><UserId>li</UserId></UserInfo><SpYj>2</SpYj><Sptime>1571732273</Sptime>
                        </SubNodeList></NodeList></ProcessList>
                        """);
        assertThat(processed.steps().get(0).opinions())
                .containsExactly(new ApprovalChange.Opinion("li", 2, 1571732273, ""));
    }

    @Test
    @DisplayName("字段的增删改（filed）不是行的变化，也不会卡住收件箱")
    void fieldEventsAreMisspelled() {
        var world = World.shared();
        for (var kind : List.of("add_filed", "update_filed", "delete_filed")) {
            var body =
                    "<xml><FromUserName>zhangwei</FromUserName><MsgType>event</MsgType><Event>smart_sheet_change</Event><ChangeType>%s</ChangeType><FieldId>f1</FieldId></xml>"
                            .formatted(kind);
            var event = CallbackEvent.of(new Inbox.Message(1, body, 1, 1));
            assertThat(event.changeType()).isEqualTo(kind);
            assertThat(event.texts("FieldId")).containsExactly("f1");
            assertThat(world.the(TableEvents.class).handles(event)).isFalse();
        }
    }

    @Test
    void pathsAndFieldsAreMisspelled() throws Exception {
        assertThat(
                        DocumentApi.class
                                .getDeclaredMethod("safety", DocumentApi.Safety.class)
                                .getAnnotation(feign.RequestLine.class)
                                .value())
                .isEqualTo("POST /cgi-bin/wedoc/mod_doc_safty_setting");
        var reference = WIRE.valueToTree(new SmartSheetApi.Reference("s", "f", true, "v"));
        assertThat(reference.has("filed_id")).isTrue();
        assertThat(reference.has("field_id")).isFalse();
    }

    @Test
    void approvalTimesAreTextOrNumber() {
        JsonNode date = WIRE.valueToTree(Value.date(new DateValue("day", "1569859200")));
        assertThat(date.at("/date/s_timestamp").isTextual()).isTrue();
        JsonNode range =
                WIRE.valueToTree(Value.range(new DateRange("hour", 1570550400, 1570593600, 43200)));
        for (var field : List.of("new_begin", "new_end", "new_duration")) {
            assertThat(range.path("date_range").path(field).isIntegralNumber()).isTrue();
        }
        assertThat(date.size()).as("no empty siblings").isEqualTo(1);
    }

    @Test
    void selectorTextsAreListOrObject() throws Exception {
        JsonNode sent = WIRE.valueToTree(new Option("option-1", Text.chinese("高")));
        assertThat(sent.at("/value/text").asText()).isEqualTo("高");
        assertThat(sent.at("/value/lang").asText()).isEqualTo("zh_CN");
        var read =
                WIRE.readValue(
                        """
                        {"template_content":{"controls":[{"config":{"selector":{"type":"single",
                         "options":[{"key":"option-1","value":[{"text":"高","lang":"zh_CN"}]}]}}}]}}
                        """,
                        TemplateDetail.class);
        var options = read.template_content().controls().get(0).config().selector().options();
        assertThat(options.get(0).value()).containsExactly(Text.chinese("高"));
    }

    @Test
    void everyAreaWritesTimeItsOwnWay() {
        var at = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(Cells.wire(new Cell.Time(at))).isEqualTo("1795600800000");
        assertThat(Cells.time("1795600800000")).isEqualTo(at);
        var schedule =
                new CalendarApi.Schedule(
                        null, null, at.getEpochSecond(), 0, "", "", List.of(), null, null);
        assertThat(WIRE.valueToTree(schedule).path("start_time").isIntegralNumber()).isTrue();
        JsonNode query =
                WIRE.valueToTree(new ApprovalApi.Query("1795600800", "1795600801", "", 100, null));
        assertThat(query.path("starttime").isTextual()).isTrue();
        JsonNode journals =
                WIRE.valueToTree(new JournalApi.Query(1795600800, 1795600801, 0, 100, null));
        assertThat(journals.path("starttime").isIntegralNumber()).isTrue();
    }

    @Test
    void queriesSortOrFilter() {
        var sort = List.of(new Sort("创建时间", true));
        var filter = new Filter("CONJUNCTION_AND", List.of());
        assertThatThrownBy(() -> new Query("d", "s", null, sort, filter, 0, 10))
                .hasMessageContaining("not both");
        assertThat(new Query("d", "s", null, null, filter, 0, 10).sort()).isNull();
    }

    /** WeCom answers what the text says. */
    private static Wire answering(TinyServer server) {
        return Wire.to(TestSettings.of(server.url()));
    }

    private static TinyServer server(String answer) throws Exception {
        return new TinyServer(
                call ->
                        TinyServer.reply(
                                call,
                                200,
                                "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200,"
                                        + answer
                                        + "}"));
    }

    @Test
    void unreachableReceiversAreATextInLowerCase() throws Exception {
        try (var server = server("\"msgid\":\"m\",\"invaliduser\":\"zhangwei|lina\"")) {
            var wire = answering(server);
            var sender =
                    new WeComMessageSender(
                            wire.clients.of(MessageApi.class), wire.memberLimits, wire.properties);
            var notice = new Notice("标题", "文字", URI.create("https://loop.example/x"));
            var missed = List.of(UserId.of("ZhangWei"), UserId.of("LiNa"));
            assertThatThrownBy(() -> sender.send(missed, notice))
                    .isInstanceOf(RecipientUnreachable.class);
            var one = List.of(UserId.of("ZhangWei"), UserId.of("zhoujie"));
            assertThat(sender.send(one, notice).messageId()).isEqualTo("m");
        }
    }

    @Test
    void unreachableReceiversOfUpdatesAreAList() throws Exception {
        try (var server = server("\"invaliduser\":[\"userid1\"]")) {
            var api = answering(server).clients.of(MessageApi.class);
            var grey = new MessageApi.Replaced("已接单");
            var update = new MessageApi.Update(List.of("userid1"), 1, "code", grey, null);
            assertThat(api.update(update).invaliduser()).containsExactly("userid1");
        }
    }

    @Test
    @DisplayName("回调地址验证远快于 1 秒")
    void verificationIsAnsweredInTime() {
        var vector = OfficialVector.GET;
        var crypto = vector.crypto();
        var begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            crypto.open(vector.signature, vector.timestamp, vector.nonce, vector.encrypted);
        }
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
    }

    @Test
    void groupsTakeNoCards() {
        var bodies =
                Arrays.stream(AppChatApi.Outgoing.class.getRecordComponents())
                        .map(component -> component.getName())
                        .collect(Collectors.toSet());
        assertThat(bodies).doesNotContain("template_card").contains("text", "markdown", "textcard");
    }

    @Test
    void robotsSendNoCardsToPress() {
        var title = new TemplateCard.Title("标题", "");
        var submit = new TemplateCard.Submit("提交", "submit");
        var vote =
                new TemplateCard.Vote(
                        "vote_interaction",
                        title,
                        new TemplateCard.Checkbox("q", 0, List.of()),
                        submit,
                        null,
                        "t1",
                        null);
        assertThatThrownBy(() -> WebhookApi.Outgoing.card(vote))
                .hasMessageContaining("vote_interaction");
        var notice =
                new TemplateCard.Card(
                        "text_notice",
                        title,
                        null,
                        List.of(),
                        new TemplateCard.Action(1, "https://loop.example"),
                        null,
                        null,
                        null,
                        null);
        assertThat(WebhookApi.Outgoing.card(notice).template_card()).isEqualTo(notice);
    }

    @Test
    void everyDepartmentIsAskedForItself() {
        var world = World.shared();
        world.people.forgetRequests();
        var read = world.the(io.issueloop.directory.DirectorySource.class).read();
        var asked = world.people.requests("/cgi-bin/user/list");
        assertThat(asked).hasSameSizeAs(read.departments());
        assertThat(asked).noneMatch(request -> request.toString().contains("fetch_child"));
    }

    @Test
    @DisplayName("默认方式下，从不向企业微信调用 oa/todo/create")
    void todosAreNotCreatedByUs() {
        var world = World.shared();
        world.the(JdbcClient.class).sql("delete from wecom_message_sent").update();
        world.the(ShortProcess.class).forget();
        world.people.forgetRequests();
        var sheet = world.the(Sheets.class).tracking();
        var row = world.people.addRows(sheet, "sunli", List.of(Map.of("问题描述", "系统很慢"))).get(0);
        var id = row.path("record_id").asText();
        org.awaitility.Awaitility.await()
                .until(
                        () ->
                                world.the(JdbcClient.class)
                                        .sql(
                                                "select count(*) from tracking_row where record_id = :id and issue_no is not null")
                                        .param("id", id)
                                        .query(Integer.class)
                                        .single()
                                        .equals(1));
        world.the(ShortProcess.class).deliver();
        assertThat(world.people.requests("/cgi-bin/message/send")).isNotEmpty();
        assertThat(world.people.requests("/cgi-bin/oa/todo/create")).isEmpty();
    }
}
