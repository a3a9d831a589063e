package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.appraisal.people.LearningDraft;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.appraisal.people.LearningPlans;
import io.issueloop.appraisal.people.PeerAdditions;
import io.issueloop.appraisal.people.PeerQuestion;
import io.issueloop.appraisal.people.PeerRatings;
import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.appraisal.targets.TargetProcess;
import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a substitute does for somebody away in appraisal, and what nobody does for another. */
class AppraisalSubstitutesTest extends IssueStory {

    private static final Period QUARTER = Period.of("2036Q2");
    private static final LocalDate TODAY = LocalDate.of(2036, 4, 3);
    private static final String PLAN = "LP-2036Q2-zhangwei";

    @Autowired private Absences absences;
    @Autowired private SubstituteWatch watch;
    @Autowired private LearningPlans plans;
    @Autowired private LearningDecisions decisions;
    @Autowired private PeerRounds rounds;
    @Autowired private PeerAdditions additions;
    @Autowired private PeerRatings ratings;
    @Autowired private TargetProcess targets;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
        watch.passTime();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike("%2036%")
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
    }

    @Test
    @DisplayName("学习计划：负责人后来才不在，任务到代理人手里，回来又归本人；本人的计划不由本人代批")
    void aPlan() {
        clock.moveTo(Instant.parse("2036-04-03T02:00:00Z"));
        plans.draft(ZHANG, QUARTER, List.of(new LearningDraft("压测", "报告", new BigDecimal(100))));
        plans.submit(ZHANG, PLAN);
        assertThat(task(PLAN).getAssignee()).isEqualTo(LI_XUE.value());
        assertThatThrownBy(() -> decisions.decide(PLAN, WANG_LEI, true, ""))
                .isInstanceOf(Refused.class);
        var absence = away(LI_XUE, WANG_LEI);
        assertThat(task(PLAN).getOwner()).isEqualTo(LI_XUE.value());
        assertThat(task(PLAN).getAssignee()).isEqualTo(WANG_LEI.value());
        wecom.messages.clear();
        fires(PLAN, "BoundaryEvent_LearningWaits");
        delivered(PLAN);
        assertThat(messagesTo(WANG_LEI)).as("whoever is here is reminded").hasSize(1);
        assertThat(task(PLAN).getAssignee()).isEqualTo(WANG_LEI.value());
        absences.end(LI_XUE, absence.id());
        assertThat(task(PLAN).getAssignee()).isEqualTo(LI_XUE.value());

        var own = away(LI_XUE, ZHANG);
        assertThat(task(PLAN).getAssignee()).as("never one's own plan").isEqualTo(LI_XUE.value());
        absences.end(LI_XUE, own.id());
        away(LI_XUE, WANG_LEI);
        decisions.decide(PLAN, WANG_LEI, true, "");
        assertThat(plans.find(PLAN).orElseThrow().state()).isEqualTo(State.AGREED);
    }

    @Test
    @DisplayName("互评只由本人完成：不在也不转给代理人")
    void aRating() {
        clock.moveTo(Instant.parse("2036-04-03T02:00:00Z"));
        additions.add(QUARTER, LI_XUE, ZHANG, LIU);
        away(LIU, WANG_LEI);
        rounds.start(directory.member(SUN).orElseThrow(), QUARTER);
        assertThat(task("PEER-" + QUARTER).getAssignee()).isEqualTo(LIU.value());
        assertThatThrownBy(() -> ratings.rate(WANG_LEI, ZHANG, Map.of(PeerQuestion.SUPPORT, 5)))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("目标由 CTO 本人决定：不在也不转给代理人，没人决定就沿用")
    void aTarget() {
        clock.moveTo(Instant.parse("2036-04-22T02:00:00Z"));
        absences.enter(
                CTO,
                CTO,
                new AbsentDays(LocalDate.of(2036, 4, 22), LocalDate.of(2036, 6, 30)),
                Optional.of(LI_XUE));
        var closed = Period.of("2036Q1");
        targets.start(closed);
        run("Task_GradePerformance");
        run("Event_CommentsOver");
        assertThatThrownBy(
                        () ->
                                targets.decide(
                                        closed,
                                        LI_XUE,
                                        Map.of(
                                                "decisionChoice",
                                                "采用建议",
                                                "targetLines",
                                                "",
                                                "decisionReason",
                                                "代 CTO")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("由 CTO 决定");
    }

    private void run(String activity) {
        management
                .createJobQuery()
                .activityId(activity)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private Absence away(UserId user, UserId stand) {
        return absences.enter(
                user, user, new AbsentDays(TODAY, TODAY.plusDays(3)), Optional.of(stand));
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }
}
