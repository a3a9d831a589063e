package io.issueloop.process.work;

import static io.issueloop.appraisal.QuarterEvent.Type.ARCHIVED;
import static io.issueloop.appraisal.QuarterEvent.Type.CHECKED;
import static io.issueloop.appraisal.QuarterEvent.Type.CUT_OFF;
import static io.issueloop.appraisal.QuarterEvent.Type.ENDED;
import static io.issueloop.appraisal.QuarterEvent.Type.LOCKED;
import static io.issueloop.appraisal.QuarterEvent.Type.PUBLISHED;
import static io.issueloop.appraisal.QuarterEvent.Type.REOPENED;
import static io.issueloop.appraisal.QuarterEvent.Type.REOPEN_ASKED;
import static io.issueloop.appraisal.QuarterEvent.Type.REOPEN_REFUSED;
import static io.issueloop.appraisal.QuarterEvent.Type.RETURNED;
import static io.issueloop.appraisal.QuarterEvent.Type.SIGNED;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.QuarterProcess.Step;
import io.issueloop.appraisal.QuarterState;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One story per path of {@code quarter_close} and {@code quarter_reopening}. */
class QuarterCloseProcessTest extends QuarterStory {

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("quarter_close");
        PathCoverage.assertComplete("quarter_reopening");
    }

    @Test
    @DisplayName("季度结束：夜间汇总启动一次考核，等到截止日，试算并请 KPI 管理员核对")
    void theNightAfterTheQuarterBegins() {
        solved("季度：登录性能太差");
        night("2027-01-02T00:00:00Z");
        night("2027-01-03T00:00:00Z");
        assertThat(history()).containsExactly(ENDED);
        rated();
        var timer = management.createJobQuery().activityId("Event_CutOff").singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Instant.parse("2027-01-07T10:00:00Z"));

        fires(KEY, "Event_CutOff");
        runs("Task_TakeStock");
        assertThat(history()).containsExactly(ENDED, CUT_OFF);
        assertThat(desk.runs(Q4)).hasSize(1);
        assertThat(desk.openStep(Q4)).hasValue(Step.CHECK);
        fires(KEY, "BoundaryEvent_CheckOverdue");
        delivered("QUARTER-" + KEY);
        assertThat(messagesTo(SUN).toString()).contains("请做季末核对", "提醒：2026年第4季度");
        assertThat(messagesTo(ZHANG)).isEmpty();
    }

    @Test
    @DisplayName("核对、公示、申诉期、退回、两人锁定、归档：每一步只有对的人能走")
    void aQuarterIsLockedByTwo() {
        ended();
        refused(() -> quarterActions.check(Q4, CTO, ""), "只有 KPI 管理员");
        refused(() -> quarterActions.sign(Q4, SUN, ""), "没有等待「申请锁定」");
        quarterActions.tryOut(Q4, SUN);
        quarterActions.check(Q4, SUN, "逐项核对过");
        assertThat(quarter().state()).isEqualTo(QuarterState.REVIEW);
        assertThat(quarter().takesAppealsAt(clock.instant())).isTrue();
        refused(() -> quarterActions.check(Q4, SUN, ""), "可能已有人办过");
        delivered("QUARTER-" + KEY);
        assertThat(messagesTo(ZHANG).toString()).contains("的指标已公示", "1月14日（周四）18:00 前提出申诉");

        fires(KEY, "Event_AppealsOver");
        refused(() -> quarterActions.sign(Q4, SUN, ""), "申诉期还没有结束");
        clock.moveTo(quarter().appeals().orElseThrow().to());
        quarterActions.sign(Q4, SUN, "无申诉");
        fires(KEY, "BoundaryEvent_ConfirmationOverdue");
        refused(() -> quarterActions.confirm(Q4, SUN, true, ""), "负责人或 CTO");
        refused(() -> quarterActions.confirm(Q4, LIU, true, ""), "负责人或 CTO");
        refused(() -> quarterActions.confirm(Q4, CTO, false, " "), "退回的原因");
        quarterActions.confirm(Q4, CTO, false, "张伟的份额要再看");
        delivered("QUARTER-" + KEY);
        assertThat(messagesTo(SUN).toString()).contains("的锁定被退回", "周明远：张伟的份额要再看");

        quarterActions.sign(Q4, SUN, "已核对份额");
        quarterActions.confirm(Q4, LI_XUE, true, "");
        runs("Task_ArchiveQuarter");
        assertThat(quarter().state()).isEqualTo(QuarterState.ARCHIVED);
        assertThat(quarter().revision()).isEqualTo(1);
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(KEY, "quarter_close")
                                .count())
                .isZero();
        delivered("QUARTER-" + KEY);
        assertThat(messagesTo(ZHANG).toString()).contains("的指标已锁定");
        assertThat(wecom.shelved)
                .containsExactly(
                        "2026Q4/KPI-2026Q4-r1.json",
                        "2026Q4/KPI-2026Q4-r1.xlsx",
                        "2026Q4/KPI-2026Q4-r1.sha256");
        assertThat(history())
                .containsExactly(
                        ENDED, CUT_OFF, CHECKED, PUBLISHED, SIGNED, RETURNED, SIGNED, LOCKED,
                        ARCHIVED);
    }

    @Test
    @DisplayName("在任务列表里锁定也要两个人；申请之后数值变了就不能锁定")
    void theFormAsksTheSame() {
        ended();
        published();
        complete("Task_SignLock", SUN, Map.of("signNote", "请复核"));
        assertThatThrownBy(
                        () -> complete("Task_ConfirmLock", SUN, Map.of("secondOpinion", "agree")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("须由团队负责人或 CTO 复核");
        jdbc.sql("update kpi_value set n = n + 1 where period = '2026Q4' and metric = 'T1'")
                .update();
        refused(() -> quarterActions.confirm(Q4, CTO, true, ""), "数值有了变化");
        quarterActions.confirm(Q4, CTO, false, "数值变了");
        quarterActions.tryOut(Q4, SUN);
        assertThat(desk.changes(desk.runs(Q4).get(0))).isEmpty(); // 明细没有变，样本数已恢复
        lockedBy(CTO);
        assertThat(quarter().isLocked()).isTrue();
    }

    @Test
    @DisplayName("重新打开只限最近锁定的季度：一人申请一人复核，重走一遍锁定为修订 2，原修订保留")
    void theLatestLockedQuarterIsReopened() {
        ended();
        published();
        lockedBy(CTO);
        var first = archives.find(Q4, 1).orElseThrow();
        refused(() -> reopening.ask(Q4, CTO, "更正"), "只有 KPI 管理员");
        refused(() -> reopening.ask(Q4, SUN, ""), "重新打开的原因");
        reopening.ask(Q4, SUN, "漏了一次重开");
        refused(() -> reopening.ask(Q4, SUN, "再来"), "正等待复核");
        fires(KEY, "BoundaryEvent_ConfirmationOverdue");
        quarterActions.confirmReopening(Q4, CTO, false, "先说清楚");
        assertThat(quarter().isLocked()).isTrue();
        reopening.ask(Q4, SUN, "漏了一次重开，见问题记录");
        quarterActions.confirmReopening(Q4, LI_XUE, true, "");
        assertThat(quarter().state()).isEqualTo(QuarterState.CUTOFF);
        delivered("QUARTER-" + KEY);
        assertThat(messagesTo(ZHANG).toString()).contains("已重新打开", "漏了一次重开，见问题记录");

        published();
        lockedBy(CTO);
        assertThat(quarter().revision()).isEqualTo(2);
        assertThat(archives.of(Q4)).hasSize(2).contains(first);
        assertThat(history())
                .containsSubsequence(
                        ARCHIVED, REOPEN_ASKED, REOPEN_REFUSED, REOPEN_ASKED, REOPENED, CHECKED);
    }

    @Test
    @DisplayName("流程管理员把流程推到核对之前的步骤之外：没有记录就不能公示，也不能归档")
    void aTokenThatRanAheadIsAnIncident() {
        ended();
        var instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(KEY, "quarter_close")
                        .singleResult();
        assertThatThrownBy(
                        () ->
                                runtime.createProcessInstanceModification(instance.getId())
                                        .startBeforeActivity("Task_PublishQuarter")
                                        .execute())
                .hasStackTraceContaining("没有「季末核对完成」的记录");
        runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity("Task_ArchiveQuarter")
                .execute();
        assertThatThrownBy(() -> runs("Task_ArchiveQuarter")).hasStackTraceContaining("没有「锁定」的记录");
        assertThat(quarter().isLocked()).isFalse();
    }

    private void complete(
            String task, io.issueloop.shared.UserId who, Map<String, Object> answers) {
        var open =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(KEY)
                        .taskDefinitionKey(task)
                        .singleResult();
        acting.as(who, () -> tasks.complete(open.getId(), answers));
    }
}
