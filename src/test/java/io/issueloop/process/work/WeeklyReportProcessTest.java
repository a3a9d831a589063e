package io.issueloop.process.work;

import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.collaboration.weekly.Journals;
import io.issueloop.collaboration.weekly.Week;
import io.issueloop.collaboration.weekly.WeeklyReports;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One story per path of {@code weekly_report}. */
class WeeklyReportProcessTest extends IssueStory {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T08:37:00Z");

    @Autowired private WeeklyReports reports;
    @Autowired private Journals journals;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("weekly_report");
    }

    @BeforeEach
    void nothingWrittenYet() {
        List.of("weekly_document", "weekly_line", "weekly_report")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        runtime.createProcessInstanceQuery().processDefinitionKey("weekly_report").list().stream()
                .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
    }

    @Test
    @DisplayName("周五 16:37：团队周报写成文档，负责人和成员各收到一条消息，只发一次")
    void fridayTellsEverybodyOnce() {
        var issue = reported(ZHAO, "周报：接口性能很差");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        actions.confirmSolved(issue, ZHAO, Optional.of(4), "");
        journals.keep("j-" + issue, handler, "周报", MONDAY_TEN);
        clock.moveTo(FRIDAY);
        wakes();
        sends();
        runs("WEEKLY-2026W48");
        assertThat(titles(LI_XUE)).contains("2026年第48周周报：平台研发部");
        assertThat(texts(LI_XUE)).anyMatch(text -> text.contains("本周汇报 1/3 人"));
        assertThat(notices(handler))
                .anySatisfy(
                        notice -> {
                            assertThat(notice.title()).contains("周报：" + directory.name(handler));
                            assertThat(notice.text()).contains("解决 ", "本周汇报：已写");
                            assertThat(notice.link().toString())
                                    .endsWith("/reports/weekly/2026W48?scope=person:" + handler);
                        });
        var document = wecom.documents.get("2026年第48周周报：平台研发部");
        assertThat(document).anyMatch(p -> p.text().contains(issue.value()));
        assertThat(reports.of(Week.of("2026W48"), PLATFORM).orElseThrow().documentUrl())
                .isPresent();

        var sent = wecom.messages.size();
        wakes();
        assertThat(waiting()).isZero();
        runs("WEEKLY-2026W48");
        assertThat(wecom.messages).hasSize(sent);
    }

    @Test
    @DisplayName("停机三周后：欠下的周按顺序补写，旧的不再打扰人；周末醒来等到上班再发")
    void whatWasMissedIsWrittenInOrder() {
        reported(ZHAO, "周报：登录报错误");
        clock.moveTo(Instant.parse("2026-12-19T02:00:00Z")); // a Saturday three weeks later
        wakes();
        assertThat(reports.periods()).startsWith("2026W51", "2026W50", "2026W49", "2026W48");
        assertThat(
                        jdbc.sql(
                                        "select period from weekly_report where told_at is null order by 1")
                                .query(String.class)
                                .list())
                .containsExactly("2026W50", "2026W51");
        assertThat(
                        management
                                .createJobQuery()
                                .activityId("Event_ReportDue")
                                .singleResult()
                                .getDuedate())
                .isEqualTo(Instant.parse("2026-12-21T01:07:00Z"));
        wakes();
        assertThat(waiting()).isEqualTo(2);
        sends();
        assertThat(waiting()).isZero();
        assertThat(
                        jdbc.sql("select count(*) from weekly_report where told_at is null")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private void wakes() {
        runtime.startProcessInstanceByKey("weekly_report");
        run("Task_WriteWeeklyReports");
    }

    private void sends() {
        run("Event_ReportDue");
    }

    private void run(String activity) {
        management
                .createJobQuery()
                .activityId(activity)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private long waiting() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("weekly_report").count();
    }

    private void runs(String key) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key, "wecom_delivery")
                .list()
                .forEach(
                        one ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(one.getProcessInstanceId())
                                        .list()
                                        .forEach(job -> management.executeJob(job.getId())));
    }

    private List<Notice> notices(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .toList();
    }

    private List<String> titles(UserId user) {
        return notices(user).stream().map(Notice::title).toList();
    }

    private List<String> texts(UserId user) {
        return notices(user).stream().map(Notice::text).toList();
    }
}
