package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.issue.Categories;
import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds an issue, and how that changes: one story per way, and {@code leaver_handover}. */
class ChangeOfHandsProcessTest extends IssueStory {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Autowired Reassignment reassignment;
    @Autowired Absences absences;
    @Autowired Handovers handovers;
    @Autowired Categories categories;
    @Autowired JdbcClient jdbc;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("leaver_handover");
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
        jdbc.sql("update handover set closed_at = now() where closed_at is null").update();
        jdbc.sql("update organisation_override set ended_at = now() where ended_at is null")
                .update();
        directory.refresh();
    }

    @Test
    @DisplayName("误派在四个工作小时内可以退回，之后请用转交")
    void aRefusalIsForTheFirstFourHours() {
        var early = reported(ZHAO, "系统登不上");
        clock.advance(Duration.ofHours(5)); // 10:00–15:00, one of them lunch
        actions.refuse(early, handlerOf(early), "不是我们组的");
        var late = reported(ZHAO, "系统登不上");
        var handler = handlerOf(late);
        clock.moveTo(Instant.parse("2026-11-24T03:00:01Z")); // 15:00–18:00 and two hours
        assertThatThrownBy(() -> actions.refuse(late, handler, "不是我的"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("转交");
        waitsFor(late, handler, "接单", IssueStatus.ASSIGNED);
    }

    @Test
    @DisplayName("负责人在待接单、处理中、已暂停时都能改派，说明留在记录里")
    void aLeadReassignsInEveryState() {
        var issue = reported(ZHAO, "构建错误");
        var first = handlerOf(issue);
        var other = first.equals(ZHANG) ? LIU : ZHANG;
        reassignment.reassign(issue, LI_XUE, other.value(), "他值班");
        waitsFor(issue, other, "接单", IssueStatus.ASSIGNED);
        assertThat(lastAssigned(issue).text("reason")).contains("李雪改派：他值班");
        assertThat(lastAssigned(issue).text("kind")).contains("REASSIGNED");

        actions.accept(issue, other);
        reassignment.reassign(issue, LI_XUE, directory.name(first), "");
        waitsFor(issue, first, "接单", IssueStatus.ASSIGNED);

        actions.accept(issue, first);
        actions.askForInformation(issue, first, "哪个分支？");
        reassignment.reassign(issue, LI_XUE, "", "先出差");
        assertThat(handlerOf(issue)).isEqualTo(other);
        waitsFor(issue, ZHAO, "补充信息", IssueStatus.PAUSED);
        actions.answer(issue, ZHAO, "main");
        waitsFor(issue, other, "处理问题", IssueStatus.HANDLING);
    }

    @Test
    @DisplayName("同事、提报人和别组负责人不能改派；解决后没有可改派的")
    void nobodyElseReassigns() {
        var issue = reported(ZHAO, "环境不可用");
        var handler = handlerOf(issue);
        var peer = handler.equals(ZHANG) ? LIU : ZHANG;
        for (var by : List.of(peer, ZHAO, WANG_LEI, SUN, UserId.SYSTEM)) {
            assertThatThrownBy(() -> reassignment.reassign(issue, by, peer.value(), ""))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("只有负责人");
        }
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("断电", "上电", "已看"));
        assertThatThrownBy(() -> reassignment.reassign(issue, LI_XUE, peer.value(), ""))
                .isInstanceOf(Refused.class);
        waitsFor(issue, ZHAO, "评价解决效果", IssueStatus.RESOLVED);
    }

    @Test
    @DisplayName("不在岗的人没有新问题；代理人可以代办，记录写明代谁；撤销后恢复")
    void whoIsAwayGetsNothingNew() {
        var held = reported(ZHAO, "工具失灵");
        var away = handlerOf(held);
        var stand = away.equals(ZHANG) ? LIU : ZHANG;
        var days = new AbsentDays(MONDAY, FRIDAY);
        var absence = absences.enter(LI_XUE, away, days, Optional.of(stand));
        for (int i = 0; i < 4; i++) {
            assertThat(handlerOf(reported(ZHAO, "工具失灵"))).isEqualTo(stand);
        }
        assertThatThrownBy(() -> actions.accept(held, SUN)).isInstanceOf(Refused.class);
        actions.accept(held, stand);
        assertThat(events(held, IssueEventType.ACCEPTED))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.actor()).isEqualTo(stand);
                            assertThat(event.text("onBehalfOf")).contains(away.value());
                        });
        absences.end(away, absence.id());
        assertThatThrownBy(() -> actions.resolve(held, stand, Solution.NOT_WRITTEN))
                .isInstanceOf(Refused.class);
        actions.resolve(held, away, Solution.NOT_WRITTEN);
    }

    @Test
    @DisplayName("全组不在由负责人处理，负责人也不在由其代理人处理")
    void theLeadAndThenTheSubstituteStepIn() {
        var days = new AbsentDays(MONDAY, FRIDAY);
        absences.enter(ZHANG, ZHANG, days, Optional.empty());
        absences.enter(LIU, LIU, days, Optional.empty());
        assertThat(handlerOf(reported(ZHAO, "保存错误"))).isEqualTo(LI_XUE);
        absences.enter(LI_XUE, LI_XUE, days, Optional.of(WANG_LEI));
        var issue = reported(ZHAO, "保存错误");
        assertThat(handlerOf(issue)).isEqualTo(WANG_LEI);
        assertThat(lastAssigned(issue).text("reason")).hasValueSatisfying(r -> r.contains("代理"));
        assertThatThrownBy(() -> absences.enter(ZHAO, ZHANG, days, Optional.empty()))
                .hasMessageContaining("负责人");
    }

    @Test
    @DisplayName("离职：在办、暂停的问题一并移交，各接手人一条汇总；第二次确认被婉拒")
    void aLeaversIssuesAreHandedOver() {
        var open = reportedFor(ZHANG, "性能差");
        var paused = reportedFor(ZHANG, "性能差");
        actions.accept(paused, ZHANG);
        actions.askForInformation(paused, ZHANG, "何时？");
        assertThatThrownBy(() -> handovers.announce(ZHANG, ZHAO)).isInstanceOf(Refused.class);
        var handover = handovers.announce(ZHANG, LI_XUE);
        assertThat(handovers.items(handover)).extracting(item -> item.to()).containsOnly(LIU);
        assertThat(handlerOf(reported(ZHAO, "性能差"))).isEqualTo(LIU);
        assertThatThrownBy(() -> handovers.confirm(handover.id(), ZHAO, Map.of()))
                .isInstanceOf(Refused.class);

        wecom.messages.clear();
        handovers.confirm(handover.id(), LI_XUE, Map.of(open, "lixue"));
        waitsFor(open, LI_XUE, "接单", IssueStatus.ASSIGNED);
        waitsFor(paused, ZHAO, "补充信息", IssueStatus.PAUSED);
        assertThat(handlerOf(paused)).isEqualTo(LIU);
        assertThat(lastAssigned(paused).text("reason")).hasValueSatisfying(r -> r.contains("离职移交"));
        assertThatThrownBy(() -> handovers.confirm(handover.id(), LI_XUE, Map.of()))
                .hasMessageContaining("已经办完");
        delivered(handover);
        assertThat(messagesTo(LIU)).singleElement().isInstanceOf(Notice.class);
        assertThat(handlerOf(reported(ZHAO, "性能差"))).isEqualTo(LIU);
        actions.answer(paused, ZHAO, "昨天");
        waitsFor(paused, LIU, "处理问题", IssueStatus.HANDLING);
    }

    @Test
    @DisplayName("一个工作日无人确认，全部交给负责人")
    void unconfirmedHandoversGoToTheLead() {
        var issue = reportedFor(ZHANG, "性能差");
        actions.accept(issue, ZHANG);
        var handover = handovers.announce(ZHANG, LI_XUE);
        nobodyConfirms(handover);
        waitsFor(issue, LI_XUE, "接单", IssueStatus.ASSIGNED);
        assertThat(handovers.heldBy(ZHANG)).isEmpty();
        assertThat(handovers.isOpen(handover)).isFalse();
    }

    @Test
    @DisplayName("通讯录显示已离开：自动建议移交；其待答的提问由负责人代答，什么都不会无人负责")
    void whoIsGoneInWeComHandsOverToo() {
        var held = reportedFor(ZHANG, "性能差");
        var asked = reported(ZHANG, "文档缺失", "中", "应用研发部");
        var other = handlerOf(asked);
        actions.accept(asked, other);
        actions.askForInformation(asked, other, "哪一篇？");
        jdbc.sql("update member set active = false where user_id = :user")
                .param("user", ZHANG.value())
                .update();
        directory.reload();
        handovers.left(List.of(ZHANG, SUN));
        handovers.left(List.of(ZHANG));
        var handover = handovers.openFor(LI_XUE).get(0);
        assertThat(handover.leaver()).isEqualTo(ZHANG);
        nobodyConfirms(handover);
        waitsFor(held, LI_XUE, "接单", IssueStatus.ASSIGNED);
        waitsFor(asked, LI_XUE, "补充信息", IssueStatus.PAUSED);
        actions.answer(asked, LI_XUE, "安装手册");
        waitsFor(asked, other, "处理问题", IssueStatus.HANDLING);
    }

    @Test
    @DisplayName("提报人对分类有异议，处理人更正；负责人可在接单前按新分类改派")
    void aWrongCategoryIsCorrected() {
        var issue = reported(ZHAO, "英语不好，写不了接口说明");
        var handler = handlerOf(issue);
        assertThatThrownBy(() -> categories.correct(issue, SUN, correction("流程", false)))
                .isInstanceOf(Refused.class);
        categories.dispute(issue, ZHAO, "流程");
        assertThat(categories.isDisputed(issue)).isTrue();
        assertThatThrownBy(() -> categories.dispute(issue, ZHAO, "")).isInstanceOf(Refused.class);
        categories.correct(issue, handler, correction("流程", false));
        assertThat(categories.isDisputed(issue)).isFalse();
        assertThat(now(issue).category()).contains("流程");
        waitsFor(issue, handler, "接单", IssueStatus.ASSIGNED);
        assertThat(events(issue, IssueEventType.RECLASSIFIED))
                .singleElement()
                .satisfies(event -> assertThat(event.text("from")).contains("人员"));

        assertThatThrownBy(() -> categories.correct(issue, handler, correction("工具", true)))
                .hasMessageContaining("负责人");
        categories.correct(issue, LI_XUE, correction("工具", true));
        assertThat(handlerOf(issue)).isNotEqualTo(handler);
    }

    private static Categories.Correction correction(String category, boolean reassign) {
        return new Categories.Correction(category, "", reassign);
    }

    private IssueNo reportedFor(UserId handler, String description) {
        var issue = reported(ZHAO, description);
        if (!handlerOf(issue).equals(handler)) {
            reassignment.reassign(issue, LI_XUE, handler.value(), "");
        }
        return issue;
    }

    private void delivered(Handover handover) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handover.key(), "wecom_delivery")
                .list()
                .forEach(
                        instance ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .list()
                                        .forEach(job -> management.executeJob(job.getId())));
    }

    private void nobodyConfirms(Handover handover) {
        var instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(handover.key(), "leaver_handover")
                        .singleResult();
        var timer =
                management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("BoundaryEvent_NotConfirmed")
                        .singleResult();
        management.executeJob(timer.getId());
    }

    private IssueEvent lastAssigned(IssueNo issue) {
        var all = events(issue, IssueEventType.ASSIGNED);
        return all.get(all.size() - 1);
    }

    private List<IssueEvent> events(IssueNo issue, IssueEventType type) {
        return issues.history(issue).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.type() == type)
                .toList();
    }
}
