package io.issueloop.process.work;

import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.delivery.DeliveryHistory.State;
import io.issueloop.delivery.SentMessages;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePath;
import io.issueloop.issue.IssuePath.Flow;
import io.issueloop.issue.IssuePath.Shape;
import io.issueloop.issue.IssuePath.Walk;
import io.issueloop.issue.Solution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the issue's page shows of the engine: the way on the diagrams, and what was sent. */
class IssuePathProcessTest extends IssueStory {

    @Autowired private IssuePath path;
    @Autowired private SentMessages messages;

    @Test
    @DisplayName("图上看得到走过的路、正在等谁，点开子流程接着看")
    void theWayAndWhoItWaitsForAreShown() {
        var issue = reported(ZHAO, "路径：订单页面性能很差");
        var walks = path.of(issue);
        assertThat(walks).extracting(Walk::name).containsExactly("问题处理流程", "处理流程");
        var called = walks.get(1).caller().orElseThrow();
        assertThat(called.walk()).isEqualTo(walks.get(0).id());
        assertThat(called.shape()).isEqualTo("CallActivity_IssueHandling");
        assertThat(taken(walks.get(0)))
                .contains("Flow_CategoryClear")
                .doesNotContain("Flow_Triaged");
        assertThat(active(walks.get(1)))
                .singleElement()
                .satisfies(
                        shape -> {
                            assertThat(shape.text()).isEqualTo("接单");
                            assertThat(shape.holders()).containsExactly(handlerOf(issue));
                        });
    }

    @Test
    @DisplayName("重开过的问题：回头的线走过，处理流程有两张")
    void aReopenedIssueWalkedBack() {
        var issue = reported(ZHAO, "路径：保存时报错误");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        actions.reject(issue, ZHAO, "还是报错");
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        actions.confirmSolved(issue, ZHAO, Optional.of(4), "");
        var walks = path.of(issue);
        assertThat(taken(walks.get(0))).contains("Flow_NotSolved", "Flow_Solved");
        assertThat(walks).filteredOn(walk -> walk.name().equals("处理流程")).hasSize(2);
        assertThat(walks).allMatch(walk -> walk.endedAt().isPresent());
    }

    @Test
    @DisplayName("消息：等待、失败、已发送如实显示，写明发给谁")
    void messagesSayHowTheyStand() {
        wecom.down = true;
        var issue = reported(ZHAO, "路径：页面有个bug");
        assertThat(messages.of(issue.value()))
                .filteredOn(sent -> sent.what().equals("处理人待办卡片"))
                .singleElement()
                .satisfies(
                        sent -> {
                            assertThat(sent.people()).containsExactly(handlerOf(issue));
                            assertThat(sent.last().state()).isEqualTo(State.WAITING);
                        });
        giveUp(issue);
        assertThat(messages.of(issue.value()))
                .extracting(sent -> sent.last().state())
                .contains(State.FAILED);
        wecom.down = false;
        delivered(issue);
        assertThat(messages.of(issue.value()))
                .extracting(sent -> sent.last().state())
                .containsOnly(State.DELIVERED);
    }

    private void giveUp(IssueNo issue) {
        for (int tries = 0; tries < 8; tries++) {
            for (var job : deliveries(issue)) {
                if (job.getRetries() > 0) {
                    assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
                }
            }
        }
    }

    private static List<String> taken(Walk walk) {
        return walk.flows().stream().filter(Flow::taken).map(Flow::id).toList();
    }

    private static List<Shape> active(Walk walk) {
        return walk.shapes().stream()
                .filter(Shape::active)
                .filter(shape -> shape.outline() == IssuePath.Outline.TASK)
                .toList();
    }
}
