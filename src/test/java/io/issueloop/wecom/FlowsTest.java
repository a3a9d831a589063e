package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.delivery.PerhapsSent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReportIssue;
import io.issueloop.issue.Urgency;
import io.issueloop.notification.GroupChat;
import io.issueloop.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the features really send, and the group they call people in. */
class FlowsTest {

    private static final String SEND = "/cgi-bin/appchat/send";

    private final World world = World.shared();
    private final RequestSheet sheet = RequestSheet.read();

    @BeforeEach
    void quiet() {
        world.the(JdbcClient.class).sql("delete from wecom_message_sent").update();
        world.the(ShortProcess.class).forget();
    }

    @AfterEach
    void heal() {
        world.people.noFaults();
        world.the(ShortProcess.class).forget();
    }

    private IssueNo report(Urgency urgency) {
        var report =
                new ReportIssue(UserId.of("xujing"), "支付接口宕机，请尽快处理", urgency, "其他", false, "PAGE");
        var issues = world.the(Issues.class);
        return world.the(TransactionTemplate.class).execute(status -> issues.report(report));
    }

    private List<String> said(IssueNo issueNo) {
        return world.people.requests(SEND).stream()
                .map(request -> request.path("body").asText())
                .filter(body -> body.contains(issueNo.value()))
                .toList();
    }

    @Test
    @DisplayName("setup 与一个问题从提报到投递，实际发出的每个请求都符合手册")
    void everythingThatIsSentIsAsDescribed() {
        world.people.forgetRequests();
        world.the(WeComSetup.class).run();
        report(Urgency.URGENT);
        world.the(ShortProcess.class).deliver();
        var sent = world.people.requests("/cgi-bin/");
        assertThat(sent).hasSizeGreaterThan(10);
        assertThat(sent)
                .allSatisfy(request -> assertThat(SandboxClient.wrong(sheet, request)).isEmpty());
    }

    @Test
    @DisplayName("紧急问题指派后在群里@处理人，只说一次；不紧急的不打扰")
    void urgentIssuesAreCalledOutOnce() {
        var urgent = report(Urgency.URGENT);
        var calm = report(Urgency.HIGH);
        var handler = world.the(Issues.class).get(urgent).handler().orElseThrow();
        assertThat(world.the(GroupChat.class).isThere(io.issueloop.shared.TeamId.of(2))).isTrue();
        world.the(ShortProcess.class).deliver();
        assertThat(said(urgent))
                .singleElement()
                .satisfies(
                        body ->
                                assertThat(body)
                                        .contains("【紧急】支付接口宕机")
                                        .contains("\"mentioned_list\":[\"" + handler + "\"]"));
        assertThat(said(calm)).isEmpty();
        mention(urgent);
        assertThat(said(urgent)).as("a repeated job").hasSize(1);
    }

    private void mention(IssueNo issueNo) {
        world.the(io.issueloop.delivery.Deliveries.class)
                .perform(issueNo.value(), "GROUP_MENTION", "1", "test");
    }

    @Test
    @DisplayName("限频：什么也没发，稍后再发；没有回音：不再自动重发，人确认后才发")
    void whatPerhapsArrivedIsLeftToAPerson() {
        var first = report(Urgency.URGENT);
        world.the(ShortProcess.class).forget();
        world.people.fault(SEND, "errcode", 45033, 1);
        assertThatThrownBy(() -> mention(first)).isInstanceOf(WeComBusy.class);
        mention(first);
        var second = report(Urgency.URGENT);
        world.the(ShortProcess.class).forget();
        world.people.fault(SEND, "status", 500, 1);
        assertThatThrownBy(() -> mention(second))
                .isInstanceOf(PerhapsSent.class)
                .hasMessageContaining("请人工确认");
        mention(second);
        assertThat(said(first)).hasSize(2);
        world.the(JdbcClient.class).sql("delete from wecom_pause").update();
        world.the(Pauses.class).look();
    }

    @Test
    @DisplayName("配置了群机器人：由机器人在它的群里@处理人")
    void robotCallsOutWhereThereIsOne() {
        var resources = world.the(WeComResources.class);
        var group = resources.find(WeComResources.Kind.GROUP, GroupPart.NAME).orElseThrow().id();
        var key = world.people.robot(group, "lixue");
        var chat =
                new WeComGroupChat(
                        world.the(AppChatApi.class),
                        world.the(WebhookApi.class),
                        resources,
                        TestSettings.withRobot(key));
        world.people.forgetRequests();
        chat.say(io.issueloop.shared.TeamId.of(2), "【紧急】<b>宕机", List.of(UserId.of("zhangwei")));
        assertThat(world.people.requests("/cgi-bin/webhook/send"))
                .singleElement()
                .satisfies(
                        request ->
                                assertThat(request.path("body").asText())
                                        .contains("【紧急】＜b＞宕机")
                                        .contains("\"mentioned_list\":[\"zhangwei\"]"));
        assertThat(world.people.requests(SEND)).isEmpty();
    }

    @Test
    @DisplayName("网关方式：每次指派创建一个待办，只创建一次；解决后随之完成")
    void gatewayCreatesTheTodoOncePerAssignment() {
        world.people.todoEndpoint(true);
        try {
            var issueNo = report(Urgency.HIGH);
            world.the(ShortProcess.class).forget();
            var effect = io.issueloop.collaboration.GatewayTodos.effect(world.context());
            effect.perform(issueNo.value(), "");
            effect.perform(issueNo.value(), "");
            var handler = world.the(Issues.class).get(issueNo).handler().orElseThrow();
            var created = world.people.requests("/cgi-bin/oa/todo/create");
            assertThat(created)
                    .filteredOn(request -> request.toString().contains(issueNo.value()))
                    .singleElement()
                    .satisfies(
                            request -> assertThat(SandboxClient.wrong(sheet, request)).isEmpty());
            assertThat(world.people.todos(handler.value()))
                    .anyMatch(todo -> todo.toString().contains(issueNo.value()));
            world.the(JdbcClient.class)
                    .sql("update issue set status = 'RESOLVED' where issue_no = :no")
                    .param("no", issueNo.value())
                    .update();
            effect.perform(issueNo.value(), "");
            assertThat(world.people.todos(handler.value()))
                    .filteredOn(todo -> todo.toString().contains(issueNo.value()))
                    .allMatch(todo -> todo.path("status").asInt() == TodoApi.DONE);
        } finally {
            world.people.todoEndpoint(false);
        }
    }

    @Test
    @DisplayName("发出后宕机：下一次尝试不会再说一遍")
    void crashAfterSendingIsNotRepeated() {
        var issueNo = report(Urgency.URGENT);
        world.the(ShortProcess.class).forget();
        world.the(JdbcClient.class)
                .sql(
                        "insert into sent (key, state, tries, claimed_at) values (:key, 'SENDING', 1, now())")
                .param("key", issueNo + "/GROUP_MENTION/1")
                .update();
        assertThatThrownBy(() -> mention(issueNo)).isInstanceOf(PerhapsSent.class);
        assertThat(said(issueNo)).isEmpty();
        mention(issueNo);
        assertThat(said(issueNo)).as("a person said so").hasSize(1);
    }
}
