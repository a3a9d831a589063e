package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.appraisal.people.LearningDraft;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.appraisal.people.LearningPlans;
import io.issueloop.appraisal.people.LearningPlans.Proof;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code learning_plan}. */
class LearningProcessTest extends IssueStory {

    private static final Period QUARTER = Period.of("2028Q2");
    private static final String PLAN = "LP-2028Q2-zhangwei";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};

    @Autowired LearningPlans plans;
    @Autowired LearningDecisions decisions;
    @Autowired EvidencePictures evidence;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("learning_plan");
    }

    @Test
    @DisplayName("学习计划：商定、退回、同意、凭证据核验；本人和别的负责人不能决定；进入 P5 的只有负责人核验的")
    void aPlanIsAgreedAndVerified() {
        clock.moveTo(Instant.parse("2028-04-05T02:00:00Z"));
        plans.draft(ZHANG, QUARTER, List.of(item("压测", "60"), item("英语", "50")));
        assertThatThrownBy(() -> plans.submit(ZHANG, PLAN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("现在是 110");
        plans.draft(ZHANG, QUARTER, List.of(item("压测", "60"), item("英语", "40")));
        assertThatThrownBy(() -> plans.submit(LIU, PLAN)).isInstanceOf(Refused.class);
        plans.submit(ZHANG, PLAN);
        assertThatThrownBy(() -> plans.submit(ZHANG, PLAN)).isInstanceOf(Refused.class);
        delivered(PLAN);
        assertThat(titlesTo(LI_XUE)).contains("张伟 的学习计划待您同意");
        fires(PLAN, "BoundaryEvent_LearningWaits");
        delivered(PLAN);
        assertThat(titlesTo(LI_XUE)).contains("提醒：张伟 的学习计划待您同意");
        for (var other : List.of(ZHANG, WANG_LEI, LIU)) {
            assertThatThrownBy(() -> decisions.decide(PLAN, other, true, ""))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("只有负责人可以决定");
        }
        assertThatThrownBy(() -> decisions.decide(PLAN, LI_XUE, false, " "))
                .isInstanceOf(Refused.class);
        decisions.decide(PLAN, LI_XUE, false, "英语请写明考试");
        assertThat(plans.find(PLAN).orElseThrow().state()).isEqualTo(State.RETURNED);
        plans.draft(ZHANG, QUARTER, List.of(item("压测", "60"), item("英语六级", "40")));
        plans.submit(ZHANG, PLAN);
        decisions.decide(PLAN, CTO, true, "");
        assertThatThrownBy(() -> decisions.decide(PLAN, LI_XUE, true, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已有人决定");
        assertThat(facts()).containsExactly("AGREED 60", "AGREED 40");
        provenAndVerified();
    }

    private void provenAndVerified() {
        clock.moveTo(Instant.parse("2028-06-20T02:00:00Z"));
        assertThatThrownBy(() -> plans.draft(LIU, QUARTER, List.of(item("迟到", "100"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("10 个工作日内商定");
        var picture = evidence.keep(ZHANG, PNG);
        assertThatThrownBy(() -> plans.prove(ZHANG, PLAN, 1, proof(" ", List.of())))
                .isInstanceOf(Refused.class);
        plans.prove(ZHANG, PLAN, 1, proof("写了压测报告", List.of(picture)));
        assertThat(evidence.of(PLAN + "#1")).containsExactly(picture);
        var plan = plans.find(PLAN).orElseThrow();
        assertThat(plans.maySee(WANG_LEI, plan)).as("another lead").isFalse();
        assertThat(plans.maySee(LIU, plan)).as("a peer").isFalse();
        assertThat(plans.maySee(LI_XUE, plan)).isTrue();
        inTasklist(LI_XUE, PLAN + "#1");
        delivered(PLAN + "#1");
        assertThat(titlesTo(ZHANG)).contains("学习成果已核验：压测");
        assertThat(facts()).contains("VERIFIED 60");
        plans.prove(ZHANG, PLAN, 2, proof("考试没过", List.of()));
        decisions.decide(PLAN + "#2", LI_XUE, false, "请补考");
        assertThat(plans.find(PLAN).orElseThrow().items().get(1).state())
                .isEqualTo(ItemState.RETURNED);
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("压测报告") || value.contains("请补考"));
        clock.moveTo(Instant.parse("2028-07-20T02:00:00Z"));
        assertThatThrownBy(() -> plans.prove(ZHANG, PLAN, 2, proof("补考过了", List.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已过截止日");
    }

    private void inTasklist(UserId lead, String key) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        assertThat(task.getAssignee()).isEqualTo(lead.value());
        try {
            identity.setAuthenticatedUserId(lead.value());
            tasks.complete(task.getId(), Map.of("learningDecision", "agree"));
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> facts() {
        return jdbc.sql(
                        "select step || ' ' || weight from learning_item_fact where item_no like ? order by id")
                .param(PLAN + "#%")
                .query(String.class)
                .list();
    }

    private List<String> titlesTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(notice -> ((Notice) notice).title())
                .toList();
    }

    private static Proof proof(String text, List<java.util.UUID> pictures) {
        return new Proof(text, "", pictures);
    }

    private static LearningDraft item(String title, String weight) {
        return new LearningDraft(title, "达成标准", new BigDecimal(weight));
    }
}
