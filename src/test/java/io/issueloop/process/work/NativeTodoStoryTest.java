package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.ACCEPTED;
import static io.issueloop.issue.IssueEventType.RESOLVED;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.collaboration.NativeTodos;
import io.issueloop.collaboration.TodoList;
import io.issueloop.collaboration.TodoTicks;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A native to-do is reported, and its tick seen, twice, early, late and in the same second. */
class NativeTodoStoryTest extends IssueStory {

    private static final Solution SOLUTION = new Solution("断电", "上电", "已看");

    @Autowired private NativeTodos natives;
    @Autowired private TodoTicks ticks;
    @Autowired private Reassignment reassignment;

    @Test
    @DisplayName("同一个待办上报两次、同一秒上报：只记一个；同一秒报给两个问题：一个被婉拒")
    void reportedTwice() throws Exception {
        var issue = reported(ZHAO, "构建错误");
        var handler = handlerOf(issue);
        var id = made(handler);
        assertThat(
                        AtOnce.both(
                                () -> natives.made(issue, handler, id),
                                () -> natives.made(issue, handler, id)))
                .containsOnly("done");
        natives.made(issue, handler, id);
        assertThat(known(issue)).containsExactly(id);

        var other = reported(ZHAO, "构建错误");
        give(other, handler);
        var shared = made(handler);
        var outcomes =
                AtOnce.both(
                        () -> natives.made(issue, handler, shared),
                        () -> natives.made(other, handler, shared));
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes).contains("kind: 该待办属于其他问题或其他成员");
    }

    @Test
    @DisplayName("接单之前就勾选：先接单再解决，各一次；看两次、同一秒看两次，都只算一次")
    void tickedEarlyAndSeenTwice() throws Exception {
        for (int round = 0; round < 3; round++) {
            var issue = reported(ZHAO, "构建错误");
            var id = kept(issue);
            tick(id);
            assertThat(AtOnce.both(ticks::lookAtAll, ticks::lookAtAll)).containsOnly("done");
            ticks.lookAtAll();
            ticks.lookAtAll();
            isResolvedOnce(issue);
            delivered(issue);
            assertThat(wecom.todos.get(id).done()).isTrue();
        }
    }

    @Test
    @DisplayName("勾选和页面上已解决在同一秒：解决一次，待办显示完成")
    void tickedWhileResolvedHere() throws Exception {
        for (int round = 0; round < 3; round++) {
            var issue = reported(ZHAO, "构建错误");
            var handler = handlerOf(issue);
            actions.accept(issue, handler);
            var id = kept(issue);
            tick(id);
            Runnable page = () -> actions.resolve(issue, handler, SOLUTION);
            var outcomes =
                    round % 2 == 0
                            ? AtOnce.both(ticks::lookAtAll, page)
                            : AtOnce.both(page, ticks::lookAtAll);
            assertThat(outcomes).allMatch(said -> said.equals("done") || AtOnce.isExplained(said));
            ticks.lookAtAll();
            isResolvedOnce(issue);
            delivered(issue);
            assertThat(wecom.todos.get(id).done()).isTrue();
        }
    }

    @Test
    @DisplayName("勾选和暂停在同一秒：勾选不会丢，要么解决，要么待办恢复，恢复处理后还能再勾")
    void tickedWhilePaused() throws Exception {
        for (int round = 0; round < 4; round++) {
            var issue = reported(ZHAO, "构建错误");
            var handler = handlerOf(issue);
            actions.accept(issue, handler);
            var id = kept(issue);
            tick(id);
            Runnable pause = () -> actions.pause(issue, handler, "等备件", "供应商");
            var outcomes =
                    round % 2 == 0
                            ? AtOnce.both(ticks::lookAtAll, pause)
                            : AtOnce.both(pause, ticks::lookAtAll);
            assertThat(outcomes).allMatch(said -> said.equals("done") || AtOnce.isExplained(said));
            ticks.lookAtAll();
            delivered(issue);
            if (now(issue).status() == IssueStatus.PAUSED) {
                assertThat(wecom.todos.get(id).done()).isFalse();
                actions.resume(issue, handler, "到货");
                tick(id);
                ticks.lookAtAll();
                delivered(issue);
            }
            isResolvedOnce(issue);
            assertThat(wecom.todos.get(id).done()).isTrue();
        }
    }

    @Test
    @DisplayName("问题结束之后才勾选、才上报：什么也不变")
    void tickedLate() {
        var issue = reported(ZHAO, "构建错误");
        var handler = handlerOf(issue);
        var id = kept(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        var events = issues.history(issue).size();
        tick(id);
        ticks.lookAtAll();
        delivered(issue);
        ticks.lookAtAll();
        assertThat(issues.history(issue)).hasSize(events);
        assertThatThrownBy(() -> natives.made(issue, handler, made(handler)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("未完成的问题");
    }

    @Test
    @DisplayName("解决时勾过的待办不算数于重开之后：先恢复为进行中，再勾才算")
    void tickedBeforeItWasReopened() {
        var issue = reported(ZHAO, "构建错误");
        var handler = handlerOf(issue);
        var id = kept(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        tick(id); // while WeCom still owes us the delivery of what was resolved
        actions.reject(issue, ZHAO, "还是错");
        ticks.lookAtAll();
        assertThat(now(issue).status()).isEqualTo(IssueStatus.HANDLING);
        delivered(issue);
        assertThat(wecom.todos.get(id).done()).isFalse();
        tick(id);
        ticks.lookAtAll();
        assertThat(times(issue, RESOLVED)).isEqualTo(2);
    }

    @Test
    @DisplayName("转交之后前一位才勾选：不算数，也不影响新处理人")
    void tickedByWhoHandledItBefore() {
        var issue = reported(ZHAO, "构建错误");
        give(issue, ZHANG);
        var id = kept(issue);
        tick(id);
        reassignment.reassign(issue, LI_XUE, LI_XUE.value(), "");
        ticks.lookAtAll();
        waitsFor(issue, LI_XUE, "接单", IssueStatus.ASSIGNED);
        assertThat(times(issue, RESOLVED)).isZero();
    }

    /** The page made one in WeCom. */
    private String made(UserId owner) {
        var id = "todo-%d".formatted(wecom.todos.size() + 1);
        wecom.todos.put(id, new TodoList.State(false, owner.value(), Map.of()));
        return id;
    }

    private String kept(IssueNo issue) {
        var handler = handlerOf(issue);
        var id = made(handler);
        natives.made(issue, handler, id);
        return id;
    }

    private void tick(String id) {
        wecom.mark(id, true);
    }

    private void give(IssueNo issue, UserId to) {
        if (!handlerOf(issue).equals(to)) {
            reassignment.reassign(issue, LI_XUE, to.value(), "");
        }
    }

    private void isResolvedOnce(IssueNo issue) {
        assertThat(now(issue).status()).isEqualTo(IssueStatus.RESOLVED);
        assertThat(times(issue, ACCEPTED)).isOne();
        assertThat(times(issue, RESOLVED)).isOne();
    }

    private long times(IssueNo issue, IssueEventType type) {
        return issues.history(issue).stream()
                .filter(recorded -> recorded.event().type() == type)
                .count();
    }

    private List<String> known(IssueNo issue) {
        return jdbc.sql("select todo_id from native_todo where issue_no = :no")
                .param("no", issue.value())
                .query(String.class)
                .list();
    }
}
