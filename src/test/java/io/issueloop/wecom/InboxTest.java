package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.Refused;
import io.issueloop.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());
    private final Inbox inbox = new Inbox(jdbc, event -> {});
    private final List<String> heard = new ArrayList<>();

    private EventHandler handler =
            new EventHandler() {
                @Override
                public boolean handles(CallbackEvent event) {
                    return event.type().equals("ping");
                }

                @Override
                public void handle(List<CallbackEvent> events, Settlement settlement) {
                    for (var event : events) {
                        heard.add(event.from());
                        switch (event.from()) {
                            case "poison" ->
                                    settlement.failed(
                                            event.message(), new IllegalStateException("bug"));
                            case "refused" ->
                                    settlement.failed(event.message(), new Refused("太晚了"));
                            case "down" ->
                                    settlement.failed(
                                            event.message(), new WeComUnavailable("停机", null));
                            default -> settlement.done(event);
                        }
                    }
                }
            };

    private void arrive(String type, String from) {
        inbox.store(
                "<xml><FromUserName>%s</FromUserName><Event>%s</Event></xml>"
                        .formatted(from, type));
    }

    /** One batch; what was put off is due at once. */
    private void work() {
        jdbc.sql("update wecom_inbox set parked_until = '-infinity'").update();
        new InboxBatch(List.of(handler), inbox).process(inbox.claim(Inbox.Lane.OTHER, 100));
    }

    private Map<String, Long> statuses() {
        return jdbc.sql("select status from wecom_inbox").query(String.class).list().stream()
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    @Test
    void knownMessageIsWorkedOnOnce() {
        arrive("ping", "zhangwei");
        arrive("ping", "zhangwei");
        work();
        work();
        assertThat(heard).containsExactly("zhangwei");
        assertThat(statuses()).containsOnly(Map.entry("DONE", 1L));
    }

    @Test
    @DisplayName("同一秒内改两次同一行：消息逐字相同，行仍会再读一次")
    void sameMessageAtOnceIsLookedAtAgain() {
        arrive("smart_sheet_change", "zhangwei");
        var taken = inbox.claim(Inbox.Lane.TABLE, 100);
        arrive("smart_sheet_change", "zhangwei");
        inbox.done(taken);
        assertThat(statuses()).as("came while it was worked on").containsOnlyKeys("PENDING");
        inbox.done(inbox.claim(Inbox.Lane.TABLE, 100));
        arrive("smart_sheet_change", "zhangwei");
        assertThat(statuses()).as("came right after").containsOnlyKeys("PENDING");
        inbox.done(inbox.claim(Inbox.Lane.TABLE, 100));
        jdbc.sql("update wecom_inbox set received_at = now() - interval '1 minute'").update();
        arrive("smart_sheet_change", "zhangwei");
        assertThat(statuses()).as("a replay").containsOnlyKeys("DONE");
    }

    @Test
    void unknownEventsAreMarkedIgnored() {
        arrive("enter_agent", "zhangwei");
        arrive("subscribe", "zhangwei");
        work();
        assertThat(statuses()).containsOnly(Map.entry("IGNORED", 2L));
    }

    @Test
    @DisplayName("有毒消息多次失败后停放并计数，其他消息不受影响")
    void poisonIsParkedAndCountedOthersGoOn() {
        arrive("ping", "poison");
        arrive("ping", "zhangwei");
        for (int i = 0; i < Settlement.TRIES + 2; i++) {
            work();
        }
        assertThat(statuses()).containsOnly(Map.entry("PARKED", 1L), Map.entry("DONE", 1L));
        assertThat(inbox.parked()).isEqualTo(1);
        assertThat(heard).filteredOn("poison"::equals).hasSize(Settlement.TRIES);
    }

    @Test
    @DisplayName("企业微信停机再久，消息也不会被放弃")
    void messagesOutliveWeComBeingDown() {
        arrive("ping", "down");
        for (int i = 0; i < 3 * Settlement.TRIES; i++) {
            work();
        }
        assertThat(statuses()).containsOnly(Map.entry("PENDING", 1L));
    }

    @Test
    void refusalIsFinalAfterAFewTries() {
        arrive("ping", "refused");
        for (int i = 0; i < Settlement.TRIES; i++) {
            work();
        }
        assertThat(statuses()).containsOnly(Map.entry("REFUSED", 1L));
        assertThat(heard).hasSize(Settlement.REFUSED_TRIES);
    }

    @Test
    void failedMessageWaitsBeforeItIsTriedAgain() {
        arrive("ping", "poison");
        work();
        assertThat(inbox.claim(Inbox.Lane.OTHER, 100)).isEmpty();
    }

    @Test
    void handlerThatBreaksCostsOneTryOfItsOwnEventsOnly() {
        var working = handler;
        handler =
                new EventHandler() {
                    @Override
                    public boolean handles(CallbackEvent event) {
                        return event.type().equals("ping");
                    }

                    @Override
                    public void handle(List<CallbackEvent> events, Settlement settlement) {
                        throw new IllegalStateException("bug");
                    }
                };
        arrive("ping", "zhangwei");
        arrive("enter_agent", "zhangwei");
        work();
        assertThat(statuses()).containsOnly(Map.entry("PENDING", 1L), Map.entry("IGNORED", 1L));
        handler = working;
        work();
        assertThat(statuses()).containsOnly(Map.entry("DONE", 1L), Map.entry("IGNORED", 1L));
    }

    @Test
    @DisplayName("两个节点各取各的；节点崩溃后由另一个接手")
    void leasedMessagesAreTakenOverAfterACrash() {
        arrive("ping", "zhangwei");
        assertThat(inbox.claim(Inbox.Lane.OTHER, 100)).hasSize(1);
        var other = new Inbox(jdbc, event -> {});
        assertThat(other.claim(Inbox.Lane.OTHER, 100)).isEmpty();
        jdbc.sql("update wecom_inbox set leased_until = now() - interval '1 s'").update();
        assertThat(other.claim(Inbox.Lane.OTHER, 100)).hasSize(1);
    }

    @Test
    void tablesDoNotHoldUpCards() {
        arrive("smart_sheet_change", "zhangwei");
        arrive("ping", "zhangwei");
        assertThat(inbox.claim(Inbox.Lane.OTHER, 100)).hasSize(1);
        assertThat(inbox.claim(Inbox.Lane.TABLE, 100)).hasSize(1);
    }

    @Test
    void workerWakesAtTheSignalAndStopsWithItsWorkDone() throws Exception {
        var done = new CountDownLatch(1);
        handler =
                new EventHandler() {
                    @Override
                    public boolean handles(CallbackEvent event) {
                        return true;
                    }

                    @Override
                    public void handle(List<CallbackEvent> events, Settlement settlement) {
                        events.forEach(settlement::done);
                        done.countDown();
                    }
                };
        var workers = new InboxWorkers(inbox, new InboxBatch(List.of(handler), inbox));
        workers.start();
        arrive("ping", "zhangwei");
        workers.on(new Inbox.Arrived(Inbox.Lane.OTHER));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        workers.stop();
        assertThat(statuses()).containsOnly(Map.entry("DONE", 1L));
    }
}
