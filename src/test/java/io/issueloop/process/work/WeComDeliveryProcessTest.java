package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.knowledge.SolutionDocuments;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One story per path of {@code wecom_delivery}: by the system, by hand, in vain, and back. */
class WeComDeliveryProcessTest extends IssueStory {

    private static final String CARD = "TODO_CARD";
    private static final String DOCUMENT = "SOLUTION_DOCUMENT";
    private static final String ROW = "TRACKING_ROW";
    private static final Solution SOLUTION = new Solution("缓存键冲突", "改用租户前缀", "回归通过");

    @Autowired private Deliveries deliveries;
    @Autowired private Modes modes;
    @Autowired private SolutionDocuments documents;
    @Autowired private HistoryService history;
    @Autowired private Acting acting;
    @Autowired private JdbcClient jdbc;
    private HandWork hand;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("wecom_delivery");
    }

    @BeforeEach
    void words() {
        hand = new HandWork(tasks, runtime, management, history, acting);
    }

    @AfterEach
    void everythingIsAutomatic() {
        for (var capability : Capability.values()) {
            if (modes.decided(capability).flatMap(Modes.Change::to).isPresent()) {
                modes.change(capability, Optional.empty(), LIU);
            }
        }
    }

    private void mode(Capability capability, Mode mode) {
        modes.change(capability, Optional.of(mode), LIU);
    }

    private IssueNo anIssue() {
        return reported(ZHAO, "订单页面性能很差，打开要十秒", "高", PLATFORM_PROJECT);
    }

    private IssueNo aSolvedIssue() {
        var issue = anIssue();
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        return issue;
    }

    private List<String> documentsOf(IssueNo issue) {
        return wecom.documents.keySet().stream()
                .filter(title -> title.startsWith(issue.value()))
                .toList();
    }

    @Test
    @DisplayName("自动：由系统投递，什么任务都没有")
    void automatic() {
        var issue = anIssue();
        delivered(issue);
        assertThat(hand.isOver(issue, CARD)).isTrue();
        assertThat(messagesTo(handlerOf(issue))).hasSize(1);
    }

    @Test
    @DisplayName("人工：任务里有要写的全文，填了链接才算办完，链接就是问题的方案文档")
    void manualDocumentIsWrittenByAPerson() {
        mode(Capability.DOCUMENT, Mode.MANUAL);
        var issue = aSolvedIssue();
        delivered(issue);
        assertThat(documentsOf(issue)).isEmpty();
        var task = hand.task(issue, DOCUMENT);
        assertThat(task.getName()).isEqualTo("编写 " + issue + " 的解决方案文档");
        assertThat(hand.shown(task, "summary")).contains("赵敏");
        assertThat(hand.shown(task, "content1"))
                .startsWith(issue + " 订单页面")
                .contains("【方案】\n改用租户前缀", "【验证】\n回归通过", "提报人：赵敏");
        assertThatThrownBy(() -> hand.done(task, WANG_LEI, "https://doc.example/w3_abc"))
                .hasMessageContaining("只有流程管理员可以办理");
        assertThatThrownBy(() -> hand.done(task, LIU, "")).hasMessageContaining("请填写结果的编号或链接");
        assertThatThrownBy(() -> hand.done(task, LIU, "javascript:alert(1)"))
                .hasMessageContaining("以 https:// 开头");

        hand.done(task, LIU, "https://doc.example/w3_abc");
        assertThat(hand.isOver(issue, DOCUMENT)).isTrue();
        assertThat(documents.url(issue)).contains("https://doc.example/w3_abc");
        assertThat(hand.traces("content1", "reference", "handWorkResult")).isZero();
        var done =
                "select done_by from delivered_by_hand where business_key = ? and effect = 'SOLUTION_DOCUMENT'";
        assertThat(jdbc.sql(done).param(issue.value()).query(String.class).list())
                .containsExactly(LIU.value());
    }

    @Test
    @DisplayName("先人工，后自动：打开的任务交还系统，由系统照常投递；人工模式下不能交还")
    void switchedOnLater() {
        mode(Capability.DOCUMENT, Mode.MANUAL);
        var issue = aSolvedIssue();
        delivered(issue);
        var task = hand.task(issue, DOCUMENT);
        assertThatThrownBy(() -> hand.again(task, LIU)).hasMessageContaining("现在是人工模式");

        mode(Capability.DOCUMENT, Mode.AUTO);
        hand.again(task, LIU);
        delivered(issue);
        assertThat(hand.isOver(issue, DOCUMENT)).isTrue();
        assertThat(documentsOf(issue)).hasSize(1);
        assertThat(documents.url(issue)).isPresent();
    }

    @Test
    @DisplayName("人工的消息：写明发给谁、发什么；办完后改为自动，不会再发一遍")
    void manualCardIsNotSentTwice() {
        mode(Capability.MESSAGE, Mode.MANUAL);
        var issue = anIssue();
        var handler = handlerOf(issue);
        delivered(issue);
        var task = hand.task(issue, CARD);
        assertThat(task.getName()).isEqualTo("给" + directory.name(handler) + "发待办消息");
        assertThat(hand.shown(task, "content1")).contains("待办：订单页面", "提报人：赵敏", issue.value());
        assertThat(hand.shown(task, "referenceWanted")).isEqualTo("NONE");
        hand.done(task, LIU, "");

        mode(Capability.MESSAGE, Mode.AUTO);
        actions.accept(issue, handler);
        delivered(issue);
        assertThat(messagesTo(handler)).hasSize(1).first().asString().doesNotContain("接单");
    }

    @Test
    @DisplayName("人工的表格行：同一问题只有一个任务，内容随问题更新")
    void laterDeliveriesJoinTheOpenTask() {
        mode(Capability.TABLE, Mode.MANUAL);
        var issue = anIssue();
        delivered(issue);
        var task = hand.task(issue, ROW);
        assertThat(hand.shown(task, "content1")).contains("状态：待接单", "问题编号：" + issue);
        actions.accept(issue, handlerOf(issue));
        delivered(issue);
        assertThat(hand.task(issue, ROW).getId()).isEqualTo(task.getId());
        assertThat(hand.shown(task, "content1")).contains("状态：处理中");
        assertThat(hand.jobs(issue, ROW)).isEmpty();
        hand.done(task, LIU, "");
        assertThat(hand.isOver(issue, ROW)).isTrue();
    }

    @Test
    @DisplayName("任务已没有必要：标题和说明随之更新，认领时也更新，直接办完即可")
    void pointlessTaskSaysSo() {
        mode(Capability.MESSAGE, Mode.MANUAL);
        var issue = aSolvedIssue();
        delivered(issue);
        var card = hand.task(issue, "EVALUATION_CARD");
        var notice = hand.task(issue, "ACKNOWLEDGEMENT");
        assertThat(card.getName()).isEqualTo("给赵敏发评价消息");
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        delivered(issue);
        tasks.claim(notice.getId(), LIU.value());
        for (var task : List.of(card, notice)) {
            var now = tasks.createTaskQuery().taskId(task.getId()).singleResult();
            assertThat(now.getName()).startsWith("无需再做：");
            assertThat(hand.shown(now, "summary")).contains("已无需再做");
            assertThat(hand.shown(now, "content1")).isEmpty();
            hand.done(now, LIU, "");
        }
        assertThat(hand.isOver(issue, "EVALUATION_CARD")).isTrue();
        assertThat(hand.isOver(issue, "ACKNOWLEDGEMENT")).isTrue();
    }

    @Test
    @DisplayName("关闭：跳过，不留任务，也不等待；没有必要再做的事也一样")
    void offIsSkipped() {
        mode(Capability.MESSAGE, Mode.OFF);
        mode(Capability.SCHEDULE, Mode.MANUAL);
        var issue = aSolvedIssue();
        delivered(issue);
        assertThat(wecom.messages).isEmpty();
        assertThat(hand.isOver(issue, CARD)).isTrue();
        assertThat(hand.isOver(issue, "AGENDA")).as("no entry, none needed").isTrue();
    }

    @Test
    @DisplayName("重试用尽：一个事件加一个人工任务，问题照常可办；再失败也不多出任务；重试成功后全部消失")
    void exhaustedRetriesAskAPersonOnce() {
        wecom.down = true;
        var issue = anIssue();
        hand.failsToTheEnd(issue, CARD);
        assertThat(hand.incidents(issue, CARD)).isEqualTo(1);
        var task = hand.task(issue, CARD);
        hand.retried(issue, CARD);
        assertThat(hand.task(issue, CARD).getId()).isEqualTo(task.getId());
        assertThat(hand.incidents(issue, CARD)).isEqualTo(1);
        var shownInCockpit = runtime.getActivityInstance(task.getProcessInstanceId());
        assertThat(shownInCockpit.getTransitionInstances("Task_Deliver")).hasSize(1);
        assertThat(shownInCockpit.getActivityInstances("Task_DeliverByHand")).hasSize(1);
        actions.accept(issue, handlerOf(issue));
        assertThat(now(issue).status()).isEqualTo(IssueStatus.HANDLING);

        wecom.down = false;
        hand.retried(issue, CARD);
        delivered(issue);
        assertThat(hand.isOver(issue, CARD)).isTrue();
        assertThat(hand.open(issue, CARD)).isEmpty();
        assertThat(messagesTo(handlerOf(issue))).hasSize(1);
    }

    @Test
    @DisplayName("重试用尽后由人办完：失败的作业和事件随之消失，系统不再发送")
    void doneByHandEndsTheFailure() {
        wecom.down = true;
        var issue = anIssue();
        hand.failsToTheEnd(issue, CARD);
        var job = hand.jobs(issue, CARD).get(0);
        hand.done(hand.task(issue, CARD), LIU, "");
        wecom.down = false;
        delivered(issue);
        assertThat(hand.isOver(issue, CARD)).isTrue();
        assertThat(runtime.createIncidentQuery().configuration(job.getId()).count()).isZero();
        assertThat(management.createJobQuery().jobId(job.getId()).count()).isZero();
        assertThat(messagesTo(handlerOf(issue))).isEmpty();
    }

    @Test
    @DisplayName("重试用尽后再投递：再试一次；又失败则又有一个任务")
    void handedBackItIsTriedAgain() {
        wecom.down = true;
        var issue = anIssue();
        hand.failsToTheEnd(issue, CARD);
        var first = hand.task(issue, CARD);
        hand.again(first, LIU);
        assertThat(hand.open(issue, CARD)).isEmpty();
        assertThat(hand.incidents(issue, CARD)).isZero();
        hand.failsToTheEnd(issue, CARD);
        assertThat(hand.incidents(issue, CARD)).isEqualTo(1);
        assertThat(hand.task(issue, CARD).getId()).isNotEqualTo(first.getId());

        wecom.down = false;
        hand.again(hand.task(issue, CARD), LIU);
        delivered(issue);
        assertThat(hand.isOver(issue, CARD)).isTrue();
        assertThat(messagesTo(handlerOf(issue))).hasSize(1);
    }

    @Test
    @DisplayName("失败后改为人工：在 Cockpit 重试不会多出第二个任务")
    void failedThenManualKeepsItsOneTask() {
        wecom.down = true;
        var issue = anIssue();
        hand.failsToTheEnd(issue, CARD);
        var task = hand.task(issue, CARD);
        mode(Capability.MESSAGE, Mode.MANUAL);
        hand.retried(issue, CARD);
        assertThat(hand.task(issue, CARD).getId()).isEqualTo(task.getId());
        assertThat(hand.incidents(issue, CARD)).isEqualTo(1);
        hand.done(task, LIU, "");
        assertThat(hand.isOver(issue, CARD)).isTrue();
    }

    @Test
    @DisplayName("重试也没有用：一次就有事件和任务；指标类只给 KPI 管理员；长文分段，不丢一字")
    void inVainAsksAtOnceAndFiguresAreForTheirKeepers() {
        var issue = anIssue();
        deliveries.request(issue.value(), FiguresEffect.NAME, "x");
        hand.runs(hand.jobs(issue, FiguresEffect.NAME).get(0));
        assertThat(hand.incidents(issue, FiguresEffect.NAME)).isEqualTo(1);
        var task = hand.task(issue, FiguresEffect.NAME);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("kpi-admins");
        var text =
                hand.shown(task, "content1")
                        + hand.shown(task, "content2")
                        + hand.shown(task, "content3");
        assertThat(text).isEqualTo("一行很长的数字。".repeat(700));
        assertThat(hand.shown(task, "summary")).doesNotContain("<");
        assertThatThrownBy(() -> hand.done(task, LIU, "")).hasMessageContaining("只有KPI 管理员");
        hand.done(task, SUN, "");
        assertThat(hand.isOver(issue, FiguresEffect.NAME)).isTrue();
    }
}
