package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactEventsTest {

    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

    private final World world = World.shared();

    private static String event(String type, String change) {
        return "<xml><FromUserName>sys</FromUserName><CreateTime>%d</CreateTime><MsgType>event</MsgType><Event>%s</Event><ChangeType>%s</ChangeType></xml>"
                .formatted(SERIAL.incrementAndGet(), type, change);
    }

    @Test
    @DisplayName("成员、部门、标签的每种变更，以及可见范围的变化，都会刷新通讯录")
    void everyChangeRefreshesTheDirectory() {
        var handler = world.the(ContactEvents.class);
        for (var change :
                List.of(
                        "create_user",
                        "update_user",
                        "delete_user",
                        "create_party",
                        "update_party",
                        "delete_party",
                        "update_tag")) {
            assertThat(handler.handles(CallbackEvent.of(message(event("change_contact", change)))))
                    .isTrue();
        }
        for (var type : List.of("subscribe", "unsubscribe")) {
            assertThat(handler.handles(CallbackEvent.of(message(event(type, ""))))).isTrue();
        }
        assertThat(handler.handles(CallbackEvent.of(message(event("enter_agent", ""))))).isFalse();
    }

    private static Inbox.Message message(String body) {
        return new Inbox.Message(1, body, 1, 1);
    }

    @Test
    @DisplayName("一批变更只读一次通讯录；企业微信不可用时稍后再读")
    void batchIsReadOnce() {
        var inbox = world.the(Inbox.class);
        var settlement = new Settlement(inbox);
        world.people.forgetRequests();
        var events =
                List.of(
                        CallbackEvent.of(message(event("change_contact", "create_user"))),
                        CallbackEvent.of(message(event("change_contact", "update_party"))));
        world.the(ContactEvents.class).handle(events, settlement);
        assertThat(world.people.requests("/cgi-bin/department/list")).hasSize(1);
        var body = event("change_contact", "update_tag");
        world.people.fault("/cgi-bin/department/list", "status", 500, 1);
        assertThat(inbox.store(body)).isTrue();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> status(body).equals("DONE"));
    }

    private String status(String body) {
        return world.the(JdbcClient.class)
                .sql("select status from wecom_inbox where body = :body")
                .param("body", body)
                .query(String.class)
                .single();
    }
}
