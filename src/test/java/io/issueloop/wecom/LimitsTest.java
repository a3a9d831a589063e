package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** WeCom's limits (page 90312), kept by two nodes together. */
class LimitsTest {

    private static final String OK =
            "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200,\"ticket\":\"ticket\"}";

    private TinyServer server;
    private Wire one;
    private Wire other;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile String answer = OK;

    @BeforeEach
    void start() throws Exception {
        server =
                new TinyServer(
                        call -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            wait(hold);
                            running.decrementAndGet();
                            TinyServer.reply(call, 200, answer);
                        });
        one = Wire.to(TestSettings.of(server.url()));
        other = one.node();
        one.tokens.current();
    }

    @AfterEach
    void stop() {
        hold.countDown();
        server.close();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long calls(String path) {
        return server.calls.stream().filter(call -> call.startsWith(path)).count();
    }

    @Test
    @DisplayName("群机器人每分钟 20 条：两个节点合计，按机器人分别计数")
    void twentyRobotMessagesAMinuteOverAllNodes() {
        var nodes =
                List.of(
                        one.clients.withKey(WebhookApi.class),
                        other.clients.withKey(WebhookApi.class));
        var text = WebhookApi.Outgoing.text("紧急", List.of("zhangwei"));
        IntStream.range(0, 20).forEach(i -> nodes.get(i % 2).send("planted-key", text));
        assertThatThrownBy(() -> nodes.get(0).send("planted-key", text))
                .isInstanceOfSatisfying(
                        WeComBusy.class,
                        busy ->
                                assertThat(busy.retryAfter())
                                        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(65)))
                .hasMessageNotContaining("planted-key");
        nodes.get(1).send("another-key", text);
        assertThat(calls("/cgi-bin/webhook/send")).isEqualTo(21);
        assertThat(one.jdbc.sql("select who from wecom_call").query(String.class).list())
                .noneMatch(who -> who.contains("planted"));
    }

    @Test
    @DisplayName("工作台每人每分钟 10 次")
    void tenWorkbenchWritesAMinuteToOneMember() {
        var api = one.clients.of(WorkbenchApi.class);
        var figures = List.of(new WorkbenchApi.Figure("待办", "3", null, null));
        IntStream.range(0, 10)
                .forEach(i -> api.setData(WorkbenchApi.MemberData.figures(1, "lina", figures)));
        assertThatThrownBy(() -> api.setData(WorkbenchApi.MemberData.figures(1, "lina", figures)))
                .isInstanceOf(WeComBusy.class);
        api.setData(WorkbenchApi.MemberData.figures(1, "zhoujie", figures));
        assertThat(calls("/cgi-bin/agent/set_workbench_data")).isEqualTo(11);
    }

    @Test
    @DisplayName("审批接口每分钟 600 次；窗口过去后继续")
    void sixHundredApprovalCallsAMinute() {
        one.jdbc
                .sql(
                        """
                insert into wecom_call
                select '/cgi-bin/oa/getapprovaldetail', '', now() - interval '50 seconds'
                  from generate_series(1, 600)
                """)
                .update();
        var api = other.clients.of(ApprovalApi.class);
        assertThatThrownBy(() -> api.detail(new ApprovalApi.WhichForm("1")))
                .isInstanceOfSatisfying(
                        WeComBusy.class,
                        busy ->
                                assertThat(busy.retryAfter())
                                        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(16)));
        one.jdbc.sql("update wecom_call set made_at = made_at - interval '20 seconds'").update();
        assertThat(catchThrowable(() -> api.detail(new ApprovalApi.WhichForm("1")))).isNull();
    }

    @Test
    @DisplayName("票据两小时内只取一次，节点之间共享")
    void ticketsAreFetchedOnceForAllNodes() {
        for (var node : List.of(one, other, one)) {
            var tickets =
                    new JsTickets(
                            node.clients.of(TicketApi.class),
                            node.store,
                            node.leases,
                            java.time.Clock.systemUTC());
            assertThat(tickets.ofCorp()).isEqualTo("ticket");
            assertThat(tickets.ofApplication()).isEqualTo("ticket");
        }
        assertThat(calls("/cgi-bin/get_jsapi_ticket")).isEqualTo(1);
        assertThat(calls("/cgi-bin/ticket/get")).isEqualTo(1);
    }

    @Test
    @DisplayName("45033 后同时进行的调用减半，各节点都遵守，再来再减")
    void tooManyAtOnceIsFewerAtOnce() throws Exception {
        answer = "{\"errcode\":45033,\"errmsg\":\"api concurrent out of limit\"}";
        var contacts = one.clients.of(ContactsApi.class);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(contacts::tags).isInstanceOf(WeComBusy.class);
        }
        answer = OK;
        other.pauses.look();
        most.set(0);
        hold = new CountDownLatch(1);
        var there = other.clients.of(ContactsApi.class);
        var pool = Executors.newFixedThreadPool(6);
        var all = IntStream.range(0, 6).<Future<?>>mapToObj(i -> pool.submit(there::tags)).toList();
        while (running.get() < 2) {
            Thread.onSpinWait();
        }
        hold.countDown();
        for (var call : all) {
            call.get();
        }
        pool.shutdown();
        assertThat(most).as("16, 8, 4, 2").hasValue(2);
    }
}
