package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.audit.AuditEntry;
import io.issueloop.audit.AuditLog;
import io.issueloop.audit.AuditQuery;
import io.issueloop.delivery.DeliveryDesk;
import io.issueloop.delivery.DeliveryDesk.OpenDelivery;
import io.issueloop.delivery.DeliveryHistory.State;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.OpenTodos;
import io.issueloop.issue.OpenTodos.OpenTodo;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What pages read from the engine in one statement, and what administrators do about failures. */
class DeliveryDeskTest extends IssueStory {

    private static final String CARD = "TODO_CARD";

    @Autowired private DeliveryDesk desk;
    @Autowired private OpenTodos todos;
    @Autowired private AuditLog audit;
    @Autowired private HistoryService history;
    @Autowired private Acting acting;
    private HandWork hand;

    @BeforeEach
    void words() {
        hand = new HandWork(tasks, runtime, management, history, acting);
    }

    private IssueNo failed() {
        wecom.down = true;
        var issue = reported(ZHAO, "订单页面性能很差，打开要十秒");
        hand.failsToTheEnd(issue, CARD);
        wecom.down = false;
        return issue;
    }

    private OpenDelivery card(IssueNo issue) {
        return cards(issue).stream().findFirst().orElseThrow();
    }

    private List<OpenDelivery> cards(IssueNo issue) {
        return desk.open(1000).stream()
                .filter(one -> one.key().equals(issue.value()) && one.effect().equals(CARD))
                .toList();
    }

    @Test
    @DisplayName("失败的投递写明原因，重试一次即送达；谁重试的有记录")
    void retriedUnderTheName() {
        var issue = failed();
        var shown = card(issue);
        assertThat(shown.state()).isEqualTo(State.FAILED);
        assertThat(shown.problem().orElseThrow()).contains(issue.value(), "未送达");
        assertThat(shown.byHand()).isTrue();
        assertThat(shown.nextTryAt()).isEmpty();

        desk.retry(shown.id(), LIU);
        delivered(issue);
        assertThat(cards(issue)).isEmpty();
        assertThat(messagesTo(handlerOf(issue))).hasSize(1);
        assertThat(operations(issue)).contains("SetJobRetries Job");
        assertThatThrownBy(() -> desk.retry(shown.id(), LIU))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经办完");
    }

    @Test
    @DisplayName("全部重试；标记为已人工办理只限流程管理员，办完故障消失")
    void allAgainAndByHand() {
        var one = failed();
        var other = failed();
        assertThat(desk.retryAll(LIU)).isGreaterThanOrEqualTo(2);
        delivered(one);
        assertThat(cards(one)).isEmpty();

        var left = card(other);
        assertThatThrownBy(() -> desk.done(left.id(), "", WANG_LEI))
                .hasMessageContaining("只有流程管理员");
        desk.done(left.id(), "", LIU);
        assertThat(cards(other)).isEmpty();
        assertThat(find("DELIVERY", other.value()))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.action()).isEqualTo("DONE_BY_HAND");
                            assertThat(entry.actor()).isEqualTo(LIU.value());
                        });
    }

    @Test
    @DisplayName("待办：处理人看到接单，接单后看到处理，别人看不到")
    void todosOfTheHandler() {
        var issue = reported(ZHAO, "待办：订单页面性能很差");
        var handler = handlerOf(issue);
        assertThat(todosOf(handler, issue)).containsExactly("接单");
        actions.accept(issue, handler);
        assertThat(todosOf(handler, issue)).containsExactly("处理问题");
        assertThat(todosOf(ZHAO, issue)).isEmpty();
        assertThat(desk.troubles(10)).isNotNull();
    }

    private List<String> todosOf(io.issueloop.shared.UserId user, IssueNo issue) {
        return todos.of(user).stream()
                .filter(todo -> todo.key().equals(issue.value()))
                .map(OpenTodo::name)
                .toList();
    }

    private List<String> operations(IssueNo issue) {
        return find("ENGINE", issue.value()).stream().map(AuditEntry::action).toList();
    }

    private List<AuditEntry> find(String kind, String text) {
        return audit.find(
                new AuditQuery(
                        Optional.of(kind),
                        Optional.of(LIU.value()),
                        Optional.of(text),
                        Instant.EPOCH,
                        Instant.parse("9999-01-01T00:00:00Z"),
                        50));
    }
}
