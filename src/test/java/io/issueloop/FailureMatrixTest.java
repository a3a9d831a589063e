package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.MemberBrowser;
import io.issueloop.support.PhoneMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every way a call to WeCom can fail, over real HTTP, to the end of its tries: how often it is
 * tried, what stays behind, and that people are never held up by it (trust.md §1 Errcodes).
 */
class FailureMatrixTest extends EndToEnd {

    private static final String SEND = "/cgi-bin/message/send";
    private static final int TRIES = 6;

    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;

    @ParameterizedTest(name = "{0} {1}: {2} 次调用")
    @CsvSource({
        "status, 500, 1",
        "reset, 0, 1",
        "delay, 2500, 1",
        "garbage, 0, 1",
        "html, 0, 1",
        "empty, 0, 1",
        "errcode, -1, 3",
        "errcode, 40014, 2",
        "errcode, 42001, 2",
        "errcode, 99999, 1"
    })
    @DisplayName("一直失败：试满次数，留下一个事件和一个人工任务；问题照常接单；恢复后只送达一次")
    void whatKeepsFailingAsksAPersonAndHoldsUpNobody(String kind, int value, int callsPerTry) {
        people.breakCalls(SEND, kind, value, 100_000);
        var no = reported("性能问题：" + kind + value);
        isTrue("tried", () -> failed(no).isPresent());
        for (int tries = 1; tries < TRIES; tries++) {
            assertThat(card(no).getRetries()).isEqualTo(TRIES - tries);
            assertThat(incidents(no) + humanTasks(no)).isZero();
            runs(card(no));
        }
        assertThat(people.calls(SEND, no + "_TODO_")).hasSize(TRIES * callsPerTry);
        assertThat(incidents(no)).isEqualTo(1);
        assertThat(humanTasks(no)).isEqualTo(1);
        var given = card(no);
        acceptedInTasklist(no);

        people.heal();
        management.setJobRetries(given.getId(), 1);
        cardThat(handlerOf(no), no, PhoneMessage::isLive);
        isTrue("over", () -> incidents(no) + humanTasks(no) == 0);
        letGo(no);
    }

    @Test
    @DisplayName("重试也没有用的错误（60020 可信 IP）：只试一次，马上有事件和人工任务，写明怎么办")
    void permanentRefusalIsTriedOnce() {
        people.breakCalls(SEND, "errcode", 60020, 100_000);
        var no = reported("系统登录不上");
        isTrue("given up", () -> incidents(no) == 1);
        assertThat(people.calls(SEND, no + "_TODO_")).hasSize(1);
        assertThat(humanTasks(no)).isEqualTo(1);
        assertThat(card(no).getExceptionMessage()).startsWith(no).contains("未送达", "可信IP");
        var offered = browserOf("gaoxiang").get(tasksOf(no)).json();
        assertThat(offered).hasSize(2);
        assertThat(offered.findValuesAsText("name"))
                .anySatisfy(name -> assertThat(name).matches("给.+发待办消息"));
        assertThat(browserOf("hefang").get(tasksOf(no)).json()).isEmpty();

        people.heal();
        letGo(no);
        cardThat(handlerOf(no), no, PhoneMessage::isLive);
    }

    @Test
    @DisplayName("频率超限（45009）：至少等 60 秒，不再碰这个接口，不消耗次数，不成为事件")
    void exceededFrequencyWaitsAndCostsNoTry() {
        people.breakCalls(SEND, "errcode", 45009, 100_000);
        var begun = Instant.now();
        var no = reported("优化建议很多");
        isTrue(
                "waiting",
                () ->
                        deliveries(no).stream()
                                        .filter(job -> job.getDuedate() != null)
                                        .filter(job -> waits(job, begun))
                                        .count()
                                == 2);
        var calls = people.calls(SEND, "").size();
        var tries = card(no).getRetries();
        runs(card(no));
        assertThat(people.calls(SEND, "")).hasSize(calls);
        assertThat(card(no).getRetries()).isEqualTo(tries);
        assertThat(waits(card(no), begun)).isTrue();
        assertThat(incidents(no) + humanTasks(no)).isZero();
        acceptedInTasklist(no);

        people.heal();
        jdbc.sql("delete from wecom_pause").update();
        isTrue("over", () -> allRun(no) && deliveries(no).isEmpty());
        cardThat(handlerOf(no), no, PhoneMessage::isLive);
        oracles().nothingIsLost();
    }

    private String reported(String description) {
        var row = Map.<String, Object>of("问题描述", description, "关联项目", "平台研发部");
        return issueOf(people.addRow("gaoxiang", row));
    }

    private static boolean waits(Job job, Instant since) {
        var sinceThen = Duration.between(since, job.getDuedate().toInstant());
        return sinceThen.compareTo(Duration.ofSeconds(59)) >= 0;
    }

    private void acceptedInTasklist(String no) {
        var handler = browserOf(handlerOf(no));
        var answer = handler.submitForm(handler.taskOf(no), Map.of("acceptance", "accept"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(issue(no, "status")).isEqualTo("HANDLING");
    }

    /** What the other messages of the issue left behind does not concern the next test. */
    private void letGo(String no) {
        isTrue("over", () -> allRun(no) && deliveries(no).isEmpty());
        oracles().nothingIsLost();
        oracles().eachIsToldOnce(List.of(no));
    }

    private boolean allRun(String no) {
        deliveries(no).forEach(this::runs);
        return true;
    }

    private void runs(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            // or another thread was quicker; what it leaves behind is what the test looks at
        }
    }

    private java.util.Optional<Job> failed(String no) {
        return deliveries(no).stream()
                .filter(job -> job.getExceptionMessage() != null)
                .filter(job -> job.getExceptionMessage().contains("处理人待办卡片"))
                .findFirst();
    }

    /** The job of the handler's card, which comes first. */
    private Job card(String no) {
        return deliveries(no, "TODO_CARD").get(0);
    }

    private long incidents(String no) {
        return deliveries(no, "TODO_CARD").stream()
                .mapToLong(job -> runtime.createIncidentQuery().configuration(job.getId()).count())
                .sum();
    }

    private long humanTasks(String no) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Task_DeliverByHand")
                .processInstanceBusinessKey(no)
                .processVariableValueEquals("effect", "TODO_CARD")
                .count();
    }

    private static String tasksOf(String no) {
        return MemberBrowser.ENGINE
                + "/task?taskDefinitionKey=Task_DeliverByHand&processInstanceBusinessKey="
                + no;
    }

    private List<Job> deliveries(String no) {
        return jobs(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no, "wecom_delivery")
                        .list());
    }

    private List<Job> deliveries(String no, String effect) {
        return jobs(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no, "wecom_delivery")
                        .variableValueEquals("effect", effect)
                        .list());
    }

    private List<Job> jobs(List<org.camunda.bpm.engine.runtime.ProcessInstance> instances) {
        return instances.stream()
                .flatMap(
                        one ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(one.getId())
                                        .list()
                                        .stream())
                .toList();
    }
}
