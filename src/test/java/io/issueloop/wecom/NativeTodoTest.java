package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.collaboration.NativeTodos;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.ReportIssue;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The handler's to-do of WeCom and our issue, kept in step both ways. */
class NativeTodoTest {

    private final World world = World.shared();
    private final NativeTodos natives = world.the(NativeTodos.class);
    private final NativeTodoPoller poller = world.the(NativeTodoPoller.class);
    private final Issues issues = world.the(Issues.class);
    private IssueNo issueNo;
    private UserId handler;
    private String todo;

    @BeforeEach
    void handlerMakesOne() {
        world.the(JdbcClient.class).sql("delete from wecom_message_sent").update();
        world.the(ShortProcess.class).forget();
        world.the(Directory.class).reload();
        issueNo = report();
        handler = issues.get(issueNo).handler().orElseThrow();
        todo = world.people.createTodo(handler.value(), "处理 " + issueNo, world.the(JsSdk.class));
        natives.made(issueNo, handler, todo);
    }

    private IssueNo report() {
        var report =
                new ReportIssue(
                        UserId.of("xujing"), "结算接口越来越慢", Urgency.MEDIUM, "其他", false, "PAGE");
        return world.the(TransactionTemplate.class).execute(status -> issues.report(report));
    }

    private void deliver() {
        world.the(ShortProcess.class).deliver();
    }

    private int status(String todoId) {
        return world.people.todos(handler.value()).stream()
                .filter(known -> known.path("todo_id").asText().equals(todoId))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asInt();
    }

    @Test
    @DisplayName("在企业微信里勾选完成 = 卡片上的「已解决」：未接单的先接单")
    void doneInWeComIsResolvedHere() {
        world.people.completeTodo(todo, handler.value(), true);
        poller.poll(Instant.EPOCH);
        assertThat(issues.get(issueNo).status()).isEqualTo(IssueStatus.RESOLVED);
        var resolved = issues.get(issueNo).version();
        poller.poll(Instant.EPOCH);
        assertThat(issues.get(issueNo).version()).as("once").isEqualTo(resolved);
        deliver();
        assertThat(status(todo)).isEqualTo(TodoApi.DONE);
    }

    @Test
    @DisplayName("在本系统解决：待办随之完成；未解决重开：待办随之恢复")
    void resolvedHereIsDoneInWeCom() {
        act(actions -> actions.accept(issueNo, handler));
        act(actions -> actions.resolve(issueNo, handler, io.issueloop.issue.Solution.NOT_WRITTEN));
        deliver();
        assertThat(status(todo)).isEqualTo(TodoApi.DONE);
        world.people.forgetRequests();
        deliver();
        poller.poll(Instant.EPOCH);
        assertThat(world.people.requests("/cgi-bin/todo/update")).isEmpty();
    }

    @Test
    @DisplayName("别人创建、我是参与人：勾选我的部分即解决，整个待办随之完成；没解决的不再反复去查")
    void ownShareCountsAndTheWholeFollows() {
        var creator = handler.value().equals("machao") ? "sunli" : "machao";
        var shared =
                world.people.createTodo(creator, handler.value(), "一起处理", world.the(JsSdk.class));
        natives.made(issueNo, handler, shared);
        world.people.completeTodo(shared, handler.value(), true);
        poller.poll(Instant.EPOCH);
        assertThat(issues.get(issueNo).status()).isEqualTo(IssueStatus.RESOLVED);
        world.people.forgetRequests();
        poller.poll(Instant.EPOCH);
        assertThat(world.people.requests("/cgi-bin/todo/get"))
                .noneMatch(request -> request.toString().contains(shared));
        deliver();
        assertThat(status(shared)).isEqualTo(TodoApi.DONE);
        assertThat(status(todo)).isEqualTo(TodoApi.DONE);
    }

    private void act(java.util.function.Consumer<IssueActions> action) {
        var actions = world.the(IssueActions.class);
        world.the(TransactionTemplate.class).executeWithoutResult(status -> action.accept(actions));
    }

    @Test
    @DisplayName("勾选来得太晚（已暂停）：不生效，待办恢复为进行中")
    void tickThatDoesNotCountIsTakenBack() {
        world.the(JdbcClient.class)
                .sql("update issue set status = 'PAUSED', paused_at = now() where issue_no = :no")
                .param("no", issueNo.value())
                .update();
        world.people.completeTodo(todo, handler.value(), true);
        poller.poll(Instant.EPOCH);
        assertThat(issues.get(issueNo).status()).isEqualTo(IssueStatus.PAUSED);
        deliver();
        assertThat(status(todo)).isEqualTo(TodoApi.OPEN);
    }

    @Test
    void onlyTheHandlersOwnCounts() {
        var other = handler.value().equals("machao") ? "sunli" : "machao";
        var theirs = world.people.createTodo(other, "别人的", world.the(JsSdk.class));
        assertThatThrownBy(() -> natives.made(issueNo, handler, theirs))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("其他成员");
        assertThatThrownBy(() -> natives.made(issueNo, UserId.of(other), theirs))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("只有处理人");
        assertThatThrownBy(() -> natives.made(report(), handler, todo)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> natives.made(issueNo, handler, "no-such-todo"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("没有这个待办");
        natives.made(issueNo, handler, todo);
    }

    @Test
    @DisplayName("一个待办读不到（错误码），其他的照常同步")
    void unreachableWeComIsTriedAgain() {
        world.people.completeTodo(todo, handler.value(), true);
        world.people.fault("/cgi-bin/todo/get", "status", 500, 1);
        assertThatThrownBy(() -> poller.poll(Instant.EPOCH)).isInstanceOf(WeComUnavailable.class);
        poller.poll(Instant.EPOCH);
        assertThat(issues.get(issueNo).status()).isEqualTo(IssueStatus.RESOLVED);
    }
}
