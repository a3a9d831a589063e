package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.appeal.Appeal;
import io.issueloop.appraisal.appeal.AppealDecisions;
import io.issueloop.appraisal.appeal.AppealDesk;
import io.issueloop.appraisal.appeal.Appeals;
import io.issueloop.appraisal.appeal.Verdict;
import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Solution;
import io.issueloop.kpi.KpiRecomputation;
import io.issueloop.kpi.KpiRollup;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code kpi_appeal}, and shares that have to be agreed. */
class AppealProcessTest extends IssueStory {

    private static final Period QUARTER = Period.of("2026Q3");
    private static final Instant AUGUST = Instant.parse("2026-08-10T02:00:00Z");
    private static final Instant REVIEW = Instant.parse("2026-10-14T02:00:00Z");
    private static final String WHY = "等待供应商的三周没有计入暂停";

    @Autowired Appeals appeals;
    @Autowired AppealDesk desk;
    @Autowired AppealDecisions decisions;
    @Autowired Absences absences;
    @Autowired Proposals proposals;
    @Autowired Kpis kpis;
    @Autowired KpiRollup rollup;
    @Autowired KpiRecomputation recomputation;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("kpi_appeal");
    }

    @BeforeEach
    void published() {
        unpublished();
        for (var type : List.of("ENDED", "CUT_OFF", "PUBLISHED")) {
            jdbc.sql(
                            """
                            insert into quarter_event (quarter, type, revision, actor, cut_off, appeals_until, occurred_at)
                            values ('2026Q3', ?, 1, 'issueloop', '2026-10-13 18:00+08', '2026-10-20 18:00+08', '2026-10-13 18:00+08')
                            """)
                    .param(type)
                    .update();
        }
    }

    @AfterEach
    void unpublished() {
        jdbc.sql("alter table quarter_event disable trigger user").update();
        jdbc.sql("delete from quarter_event where quarter = '2026Q3'").update();
        jdbc.sql("alter table quarter_event enable trigger user").update();
    }

    @Test
    @DisplayName("申诉成立：独立的人裁决，写入更正，重新计算，前后变化可查；再算一遍不变")
    void anUpheldAppealCorrects() {
        var issue = lateIssue("申诉：性能太差");
        var person = handlerOf(issue);
        var before = p2(person);
        var appeal = appeals.file(person, claim("P2", issue.value()));
        assertThat(appeal.no()).matches("APL-2026Q3-\\d{3}");
        assertThat(appeal.lineReason()).contains("超时");
        assertThatThrownBy(() -> appeals.file(person, claim("P2", issue.value())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("正在处理中");
        assertThat(appeals.open(QUARTER)).extracting(Appeal::no).contains(appeal.no());
        fires(appeal.no(), "BoundaryEvent_NoDecider");
        assigned(appeal, person);
        fires(appeal.no(), "BoundaryEvent_AppealDueSoon");
        escalatedAndReassigned(appeal);

        decisions.decide(appeal.no(), WANG_LEI, new Verdict("count", "", "", "暂停属实"));
        assertThat(appeals.open(QUARTER))
                .as("until computed")
                .extracting(Appeal::no)
                .contains(appeal.no());
        runs("Task_CorrectKpi");
        var settled = appeals.find(appeal.no()).orElseThrow();
        assertThat(settled.effect().orElseThrow())
                .anySatisfy(
                        one -> {
                            assertThat(one.metric()).isEqualTo("P2");
                            assertThat(one.before()).isNotEqualTo(one.after());
                        });
        assertThat(p2(person)).isNotEqualTo(before);
        assertThat(recomputation.recompute(QUARTER).isUnchanged()).isTrue();
        delivered(appeal.no());
        assertThat(titlesTo(person)).contains("您的申诉成立：P2 · " + issue);
        assertThat(appeals.open(QUARTER)).extracting(Appeal::no).doesNotContain(appeal.no());
        assertThatThrownBy(() -> jdbc.sql("update kpi_correction set numerator = 0").update())
                .hasMessageContaining("append-only");
        whyIsNowhereInTheEngine();
    }

    @Test
    @DisplayName("申诉不成立，在任务列表裁决；撤回；不在申诉期内被拒绝")
    void dismissedAndWithdrawn() {
        var issue = lateIssue("申诉：又慢了");
        var person = handlerOf(issue);
        clock.moveTo(Instant.parse("2026-10-09T02:00:00Z"));
        assertThatThrownBy(() -> appeals.file(person, claim("P2", issue.value())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("不在申诉期内");
        clock.moveTo(REVIEW);
        var dismissed = appeals.file(person, claim("P1", ""));
        assertThatThrownBy(() -> decisions.assign(dismissed.no(), SUN, LI_XUE.value()))
                .as("the person's lead, of a whole metric")
                .isInstanceOf(Refused.class);
        decisions.assign(dismissed.no(), SUN, WANG_LEI.value());
        inTasklist(WANG_LEI, dismissed.no());
        delivered(dismissed.no());
        assertThat(titlesTo(person)).contains("您的申诉不成立：P1 整项");

        var withdrawn = appeals.file(person, claim("P2", issue.value()));
        assertThatThrownBy(() -> appeals.withdraw(ZHAO, withdrawn.no()))
                .isInstanceOf(Refused.class);
        appeals.withdraw(person, withdrawn.no());
        assertThatThrownBy(() -> appeals.withdraw(person, withdrawn.no()))
                .isInstanceOf(Refused.class);
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(withdrawn.no(), "kpi_appeal")
                                .count())
                .isZero();
    }

    @Test
    @DisplayName("裁决人不在岗：代理人可以裁决，回来之后只有本人；参与过的代理人不行")
    void whoStandsInForTheDeciderDecides() {
        var issue = lateIssue("申诉：裁决人休假");
        var person = handlerOf(issue);
        var appeal = appeals.file(person, claim("P2", issue.value()));
        decisions.assign(appeal.no(), SUN, WANG_LEI.value());
        var dismissed = new Verdict("dismiss", "", "", "暂停没有记录");
        assertThatThrownBy(() -> decisions.decide(appeal.no(), CTO, dismissed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("只有裁决人");
        var days = new AbsentDays(LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 16));
        var involved = absences.enter(WANG_LEI, WANG_LEI, days, Optional.of(person));
        assertThatThrownBy(() -> decisions.decide(appeal.no(), person, dismissed))
                .isInstanceOf(Refused.class);
        absences.end(WANG_LEI, involved.id());
        var absence = absences.enter(WANG_LEI, WANG_LEI, days, Optional.of(CTO));
        try {
            decisions.decide(appeal.no(), CTO, dismissed);
        } finally {
            absences.end(WANG_LEI, absence.id());
        }
        assertThat(appeals.find(appeal.no()).orElseThrow().state())
                .isEqualTo(Appeal.State.DISMISSED);
    }

    @Test
    @DisplayName("协作份额：处理人提出，合计 1，负责人同意后才计入各自的解决数")
    void sharesAreAgreed() {
        var issue = lateIssue("份额：两个人一起修好");
        clock.moveTo(Instant.parse("2026-10-12T02:00:00Z"));
        var handler = handlerOf(issue);
        var lines = handler.value() + "；0.6\n赵敏；0.5";
        assertThatThrownBy(
                        () ->
                                proposals.propose(
                                        issue, handler, Proposals.Wish.sharing("一起", lines)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("现在是 1.1");
        assertThatThrownBy(
                        () ->
                                proposals.propose(
                                        issue,
                                        ZHAO,
                                        Proposals.Wish.sharing("一起", lines.replace("0.5", "0.4"))))
                .isInstanceOf(Refused.class);
        var proposal =
                proposals.propose(
                        issue, handler, Proposals.Wish.sharing("一起", lines.replace("0.5", "0.4")));
        recomputation.recompute(QUARTER);
        assertThat(shareOf(ZHAO, issue)).as("not agreed yet").isEmpty();
        assertThatThrownBy(() -> proposals.decide(issue, proposal.number(), handler, true, ""))
                .isInstanceOf(Refused.class);
        proposals.decide(issue, proposal.number(), LI_XUE, true, "");
        recomputation.recompute(QUARTER);
        assertThat(shareOf(ZHAO, issue)).containsExactly("0.4000000000");
        assertThat(shareOf(handler, issue)).containsExactly("0.6000000000");
        clock.moveTo(REVIEW);
        assertThatThrownBy(
                        () ->
                                proposals.propose(
                                        issue,
                                        handler,
                                        Proposals.Wish.sharing("改", lines.replace("0.5", "0.4"))))
                .as("after the cut-off")
                .isInstanceOf(Refused.class);
    }

    private void assigned(Appeal appeal, UserId person) {
        var no = appeal.no();
        delivered(no);
        assertThat(titlesTo(SUN)).contains("请指定申诉的裁决人", "申诉还没有指定裁决人");
        for (var wrong : List.of(person, SUN, ZHAO)) {
            assertThatThrownBy(() -> decisions.assign(no, SUN, wrong.value()))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> decisions.assign(no, LI_XUE, WANG_LEI.value()))
                .isInstanceOf(Refused.class);
        decisions.assign(no, SUN, LI_XUE.value());
        assertThat(desk.maySee(ZHAO, appeals.find(no).orElseThrow())).isFalse();
        assertThat(desk.maySee(WANG_LEI, appeals.find(no).orElseThrow())).isFalse();
        assertThat(desk.maySee(LI_XUE, appeals.find(no).orElseThrow())).isTrue();
    }

    private void escalatedAndReassigned(Appeal appeal) {
        var no = appeal.no();
        fires(no, "BoundaryEvent_AppealOverdue");
        delivered(no);
        assertThat(titlesTo(CTO)).contains("请裁决一项绩效申诉");
        assertThat(titlesTo(SUN)).contains("申诉裁决已逾期");
        assertThatThrownBy(() -> decisions.decide(no, LI_XUE, new Verdict("dismiss", "", "", "不")))
                .as("no longer the decider")
                .isInstanceOf(Refused.class);
        decisions.assign(no, SUN, WANG_LEI.value());
        assertThat(
                        tasks.createTaskQuery()
                                .processInstanceBusinessKey(no)
                                .singleResult()
                                .getAssignee())
                .isEqualTo(WANG_LEI.value());
    }

    private IssueNo lateIssue(String description) {
        clock.moveTo(AUGUST);
        var issue = reported(ZHAO, description);
        if (now(issue).handler().isEmpty()) {
            actions.triage(issue, LI_XUE, "技术");
        }
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        clock.moveTo(Instant.parse("2026-09-08T02:00:00Z"));
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        clock.moveTo(REVIEW);
        rollup.owe(clock.instant());
        recomputation.recompute(QUARTER);
        return issue;
    }

    private String p2(UserId person) {
        return String.valueOf(kpis.find(QUARTER, KpiScope.person(person), "P2").get(0).value());
    }

    private List<String> shareOf(UserId person, IssueNo issue) {
        return kpis.find(QUARTER, KpiScope.person(person), "P1").stream()
                .flatMap(value -> kpis.lines(value.id()).stream())
                .filter(line -> line.issueNo().equals(issue.value()) && line.included())
                .map(line -> line.numerator())
                .toList();
    }

    private void runs(String step) {
        management
                .createJobQuery()
                .activityId(step)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void inTasklist(UserId decider, String no) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(no).singleResult();
        try {
            identity.setAuthenticatedUserId(decider.value());
            tasks.complete(
                    task.getId(), Map.of("appealDecision", "dismiss", "appealReason", "暂停没有记录"));
        } finally {
            identity.clearAuthentication();
        }
    }

    private void whyIsNowhereInTheEngine() {
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains(WHY) || value.contains("暂停属实"));
        assertThat(history.createHistoricDetailQuery().variableUpdates().list())
                .noneMatch(detail -> String.valueOf(detail).contains(WHY));
    }

    private List<String> titlesTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(notice -> ((Notice) notice).title())
                .toList();
    }

    private static Appeals.Claim claim(String metric, String line) {
        return new Appeals.Claim(QUARTER, metric, line, WHY, List.of());
    }
}
