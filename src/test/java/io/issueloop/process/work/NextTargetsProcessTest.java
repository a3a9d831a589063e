package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.effects.Pulse;
import io.issueloop.appraisal.targets.Grades;
import io.issueloop.appraisal.targets.TargetProcess;
import io.issueloop.appraisal.targets.TargetRound;
import io.issueloop.appraisal.targets.TargetTalk;
import io.issueloop.kpi.DefinitionVersion;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One story per path of {@code next_targets} (kpi.md §6) and {@code team_pulse}; each in quarters
 * of its own.
 */
class NextTargetsProcessTest extends IssueStory {

    @Autowired private TargetProcess process;
    @Autowired private TargetTalk talk;
    @Autowired private Definitions definitions;
    @Autowired private Grades grades;
    @Autowired private Pulse pulse;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("next_targets");
        PathCoverage.assertComplete("team_pulse");
    }

    @Test
    @DisplayName("锁定后：评级、建议、征求意见、CTO 调整后采用、公布、确认、季度开始时生效")
    void targetsAreSuggestedDiscussedDecidedAndAcknowledged() {
        at("2030-10-22T02:07:00Z");
        value("2030Q2", "all", "T1", "99.9", 40, "90");
        value("2030Q3", "all", "T1", "99.5", 50, "90");
        value("2030Q2", "all", "T2", "4.5", 40, "3");
        value("2030Q3", "all", "T2", "4.2", 40, "3");
        value("2030Q2", "all", "T3", "2", 8, "10");
        value("2030Q3", "all", "T3", "2", 90, "10");
        value("2030Q3", "person:" + ZHANG, "SCORE", "85.5", 1, null);
        process.start(Period.of("2030Q3"));
        process.start(Period.of("2030Q3"));
        run("Task_GradePerformance");
        var round = round("2031Q1");
        assertThat(round.state()).isEqualTo(TargetRound.State.COMMENTS);
        assertThat(talk.suggestions(round))
                .filteredOn(one -> one.metric().startsWith("T"))
                .map(one -> one.metric() + " " + one.suggested().toPlainString())
                .containsExactly("T1 94.5", "T2 3.3", "T3 10", "T4 4.5");
        assertThat(grades.of(Period.of("2030Q3"), ZHANG).orElseThrow().grade()).isEqualTo("B+");
        delivered("TARGETS-2031Q1");
        said(ZHANG, "2031年第1季度目标：征求意见", "/m/targets");

        talk.comment(directory.member(ZHANG).orElseThrow(), round.from(), "T2 还可以再放宽一点");
        assertThatThrownBy(
                        () -> talk.acknowledge(directory.member(ZHANG).orElseThrow(), round.from()))
                .hasMessageContaining("还没有公布");
        assertThatThrownBy(() -> process.decide(Period.of("2030Q3"), CTO, answers("采用建议", "", "早")))
                .hasMessageContaining("没有等待决定");
        clock.moveTo(round.commentsUntil());
        run("Event_CommentsOver");
        assertThatThrownBy(
                        () ->
                                talk.comment(
                                        directory.member(ZHANG).orElseThrow(), round.from(), "晚了"))
                .hasMessageContaining("已经结束");
        at("2030-10-30T03:07:00Z");
        delivered("TARGETS-2031Q1");
        said(CTO, "请决定2031年第1季度的目标", "/admin/targets");
        assertThat(shown("TARGETS-AFTER-2030Q3"))
                .startsWith("2031年第1季度的目标：现行 → 建议\n问题解决率 T1：≥ 90 % → 94.5 %（收紧）\n")
                .contains("平均解决时间 T2：≤ 3 天 → 3.3 天（放宽）", "重复问题率 T3：≤ 10 %（保持）")
                .endsWith("见「目标管理」");
        fires("TARGETS-AFTER-2030Q3", "BoundaryEvent_DecisionOverdue");

        refused(LI_XUE, answers("采用建议", "", "我来定"), "由 CTO 决定");
        refused(CTO, answers("采用建议", "", " "), "理由");
        refused(CTO, answers("调整后采用", "T1：九十", "看不懂"), "看不懂");
        refused(CTO, answers("调整后采用", "T1 120", "太高"), "不可能达到");
        refused(CTO, answers("调整后采用", "T9 3", "没有"), "没有指标 T9");
        process.decide(Period.of("2030Q3"), CTO, answers("调整后采用", "平均解决时间 T2：≤ 3.5 天", "听取了意见"));
        refused(CTO, answers("采用建议", "", "再来"), "没有等待决定");
        assertThat(target("2031Q1", "T1")).isEqualByComparingTo("94.5");
        assertThat(target("2031Q1", "T2")).isEqualByComparingTo("3.5");
        assertThat(target("2030Q4", "T1")).as("the running quarter").isEqualByComparingTo("90");

        delivered("TARGETS-2031Q1");
        said(ZHANG, "2031年第1季度目标已公布，请确认", "/m/targets");
        talk.acknowledge(directory.member(ZHANG).orElseThrow(), round.from());
        talk.acknowledge(directory.member(ZHANG).orElseThrow(), round.from());
        assertThat(talk.acknowledged(round)).containsExactly(ZHANG);
        wecom.messages.clear();
        at("2030-12-27T03:07:00Z");
        run("Event_AcknowledgeSoon");
        delivered("TARGETS-2031Q1");
        said(SUN, "请确认2031年第1季度的目标", "/m/targets");
        assertThat(messagesTo(ZHANG)).isEmpty();
        at("2031-01-02T03:07:00Z");
        run("Event_QuarterBegins");
        delivered("TARGETS-2031Q1");
        said(SUN, "2031年第1季度目标已生效", "/admin/targets");
        assertThat(round("2031Q1").state()).isEqualTo(TargetRound.State.IN_FORCE);
    }

    private String shown(String businessKey) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
        return tasks.getVariable(open.getId(), "summary").toString();
    }

    @Test
    @DisplayName("没有人决定：季度开始时收回任务，沿用现行目标，不追溯；再次锁定不再另开一轮")
    void undecidedTargetsStay() {
        at("2032-10-22T02:00:00Z");
        process.start(Period.of("2032Q3"));
        run("Task_GradePerformance");
        var round = round("2033Q1");
        assertThat(talk.suggestions(round)).allMatch(one -> one.why().contains("样本不足或没有数值"));
        clock.moveTo(round.commentsUntil());
        run("Event_CommentsOver");
        at("2032-12-31T16:00:00Z");
        assertThatThrownBy(
                        () -> process.decide(Period.of("2032Q3"), CTO, answers("采用建议", "", "来晚了")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经开始");
        var versions = definitions.versions().size();
        run("BoundaryEvent_TooLate");
        assertThat(round("2033Q1").state()).isEqualTo(TargetRound.State.KEPT);
        assertThat(definitions.versions()).hasSize(versions);
        at("2032-12-30T02:00:00Z");
        process.start(Period.of("2032Q3"));
        run("Task_GradePerformance");
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processDefinitionKey("next_targets")
                                .processInstanceBusinessKey("TARGETS-AFTER-2032Q3")
                                .count())
                .isZero();
    }

    @Test
    @DisplayName("团队脉搏：最后三周邀请一次，最后一周只提醒没填的人")
    void everybodyIsAskedOncePerQuarter() {
        at("2034-12-05T02:17:00Z");
        wakes();
        assertThat(
                        jdbc.sql("select count(*) from pulse_round where quarter = '2034Q4'")
                                .query(Long.class)
                                .single())
                .isZero();
        at("2034-12-12T02:17:00Z");
        wakes();
        wakes();
        delivered("PULSE-2034Q4");
        said(ZHANG, "2034年第4季度团队脉搏", "/m/pulse");
        var sent = wecom.messages.size();
        pulse.answer(directory.member(ZHANG).orElseThrow(), new Pulse.Answers(4, 4, 5));
        at("2034-12-26T02:17:00Z");
        wakes();
        delivered("PULSE-2034Q4");
        assertThat(wecom.messages).hasSizeGreaterThan(sent);
        assertThat(messagesTo(ZHANG)).hasSize(1);
        assertThat(messagesTo(SUN)).hasSize(2);
    }

    private void wakes() {
        runtime.startProcessInstanceByKey("team_pulse");
        run("Task_InvitePulse");
    }

    private void refused(UserId actor, Map<String, Object> answers, String why) {
        assertThatThrownBy(() -> process.decide(Period.of("2030Q3"), actor, answers))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private static Map<String, Object> answers(String choice, String lines, String reason) {
        return Map.of("decisionChoice", choice, "targetLines", lines, "decisionReason", reason);
    }

    private BigDecimal target(String period, String metric) {
        return definitions.at(Period.of(period)).settings().stream()
                .filter(setting -> setting.metric().equals(metric))
                .findFirst()
                .map(DefinitionVersion.Setting::target)
                .orElseThrow();
    }

    private TargetRound round(String from) {
        return talk.rounds().stream()
                .filter(one -> one.from().code().equals(from))
                .findFirst()
                .orElseThrow();
    }

    private void value(
            String period, String scope, String metric, String value, int n, String target) {
        var basis = Map.of("T1", "CREATED", "T2", "WORKDAY").getOrDefault(metric, "DEFAULT");
        var number = new BigDecimal(value);
        var numerator =
                switch (metric) {
                    case "T1", "T3", "SCORE" -> number.movePointLeft(2);
                    case "T2" -> number.multiply(BigDecimal.valueOf(28_800));
                    default -> number;
                };
        jdbc.sql(
                        """
                        insert into kpi_value (metric, basis, period, scope, definition_version, numerator,
                                               denominator, n, target, status, provisional, calendar_version,
                                               computed_at, details)
                        values (?, ?, ?, ?, 1, ?, 1, ?, cast(? as numeric), 'MET', false, 1, now(), '{}')
                        """)
                .params(metric, basis, period, scope, numerator, n, target)
                .update();
    }

    private void at(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private void run(String activity) {
        var jobs = management.createJobQuery().activityId(activity).list();
        assertThat(jobs).as(activity).isNotEmpty();
        jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private void said(UserId to, String title, String link) {
        assertThat(messagesTo(to))
                .filteredOn(Notice.class::isInstance)
                .map(Notice.class::cast)
                .anySatisfy(
                        notice -> {
                            assertThat(notice.title()).isEqualTo(title);
                            assertThat(notice.link().toString()).endsWith(link);
                        });
    }
}
