package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.PhoneMessage;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WeCom does not do what it should: work goes on, and the messages follow. */
class WeComFailureTest extends EndToEnd {

    private static final String SEND = "/cgi-bin/message/send";

    @Autowired private RuntimeService runtime;

    @Test
    @DisplayName("重试用尽成为事件，写明是哪个问题；在 Cockpit 重试即补投")
    void exhaustedRetriesAreAnIncidentThatNamesTheIssueAndHeals() {
        people.breakCalls(SEND, "status", 503, 1000);
        var no = issueOf(people.addRow("gaoxiang", Map.of("问题描述", "系统报错很多", "关联项目", "应用研发部")));
        isTrue("incidents", () -> timePasses(no) && incidents(no) == 2);
        var incidents = runtime.createIncidentQuery().incidentMessageLike(no + "%").list();
        assertThat(incidents).hasSize(2);
        assertThat(incidents.get(0).getIncidentMessage()).contains("未送达", "503");

        people.heal();
        failed(no).forEach(job -> management.setJobRetries(job.getId(), 1));
        cardThat(handlerOf(no), no, PhoneMessage::isLive);
        isTrue("delivered", () -> deliveries(no).isEmpty());
        oracles().nothingIsLost();
        oracles().eachIsToldOnce(List.of(no));
    }

    @Test
    @DisplayName("成员每分钟 30 条已满：卡片稍后送达，不消耗重试，不成为事件")
    void fullMinuteDelaysAndCostsNoRetry() {
        var everybody =
                "insert into wecom_message_sent select user_id, now() - interval '69 seconds' from member, generate_series(1, 30)";
        jdbc.sql(everybody).update();
        var no = issueOf(people.addRow("gaoxiang", Map.of("问题描述", "优化建议很多", "关联项目", "质量保障部")));
        assertThat(people.cards(handlerOf(no), no)).isEmpty();
        cardThat(handlerOf(no), no, PhoneMessage::isLive);
        isTrue("delivered", () -> deliveries(no).isEmpty());
        assertThat(failed(no)).isEmpty();
        oracles().nothingIsLost();
        oracles().eachIsToldOnce(List.of(no));
    }

    private void due(Job job) {
        management.setJobDuedate(job.getId(), new Date());
    }

    /** Nobody waits two hours in a test: what waits for its next try is due now. */
    private boolean timePasses(String no) {
        failed(no).stream()
                .filter(job -> job.getRetries() > 0 && job.getDuedate().after(new Date()))
                .forEach(this::due);
        return true;
    }

    private long incidents(String no) {
        return runtime.createIncidentQuery().incidentMessageLike(no + "%").count();
    }

    private List<Job> failed(String no) {
        return management.createJobQuery().withException().list().stream()
                .filter(job -> job.getExceptionMessage().startsWith(no))
                .toList();
    }

    private List<Job> deliveries(String no) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("wecom_delivery")
                .processInstanceBusinessKey(no)
                .list()
                .stream()
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
