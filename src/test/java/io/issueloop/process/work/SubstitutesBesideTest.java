package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.collaboration.review.ReviewActions;
import io.issueloop.collaboration.review.ReviewDesk;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.AbsentDays;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Solution;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.knowledge.Articles;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 确认移交, 记录结论, 落实改进措施, 审核文章 while whoever was asked is away. */
class SubstitutesBesideTest extends MajorIssueStory {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Solution SOLUTION = new Solution("索引缺失", "加组合索引", "压测通过");

    @Autowired private Absences absences;
    @Autowired private SubstituteWatch watch;
    @Autowired private Handovers handovers;
    @Autowired private Reassignment reassignment;
    @Autowired private Reviews reviews;
    @Autowired private ReviewActions reviewing;
    @Autowired private ReviewDesk desk;
    @Autowired private ArticleWriting writing;
    @Autowired private Articles articles;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update absence set ended_at = now() where ended_at is null").update();
        jdbc.sql("update handover set closed_at = now() where closed_at is null").update();
        jdbc.sql("update organisation_override set ended_at = now() where ended_at is null")
                .update();
        directory.refresh();
        watch.passTime();
    }

    @Test
    @DisplayName("负责人不在：确认移交由代理人办理；离职者自己不能代办；撤销后回到本人")
    void aHandover() {
        var issue = heldBy(ZHANG);
        var leaving = handovers.announce(ZHANG, LI_XUE);
        var absence = away(LI_XUE, SUN);
        isFor(leaving.key(), LI_XUE, SUN);
        absences.end(LI_XUE, absence.id());
        assertThat(task(leaving.key()).getAssignee()).isEqualTo(LI_XUE.value());
        assertThatThrownBy(() -> handovers.confirm(leaving.id(), SUN, Map.of()))
                .isInstanceOf(Refused.class);

        var again = away(LI_XUE, ZHANG);
        assertThat(task(leaving.key()).getOwner()).as("the leaver is no substitute").isNull();
        absences.end(LI_XUE, again.id());
        away(LI_XUE, SUN);
        assertThat(handovers.openFor(SUN)).contains(leaving);
        inTasklist(leaving.key(), SUN, Map.of("handoverDecision", "proposal"));
        assertThat(handlerOf(issue)).isNotEqualTo(ZHANG);
        assertThat(lastText(issue, IssueEventType.ASSIGNED, "onBehalfOf"))
                .isEqualTo(LI_XUE.value());
    }

    @Test
    @DisplayName("主持人不在：代理人记录结论；措施负责人不在：代理人完成；首页也看得到，记录写明代谁")
    void aReview() {
        var key = meetingOver().value();
        away(LI_XUE, SUN);
        isFor(key, LI_XUE, SUN);
        assertThat(desk.of(SUN)).anyMatch(todo -> todo.reviewKey().equals(key));
        inTasklist(key, SUN, Map.of("conclusions", "备份没有校验", "measures", "每周演练；赵敏；2026-12-11"));
        assertThat(lastText(IssueNo.of(key), IssueEventType.REVIEW_CONCLUDED, "onBehalfOf"))
                .isEqualTo(LI_XUE.value());

        assertThatThrownBy(() -> reviewing.measureDone(key, 1, WANG_LEI, "不是我的"))
                .isInstanceOf(Refused.class);
        away(ZHAO, WANG_LEI);
        isFor(key, ZHAO, WANG_LEI);
        assertThat(desk.of(WANG_LEI)).anyMatch(todo -> todo.reviewKey().equals(key));
        reviewing.measureDone(key, 1, WANG_LEI, "已写成脚本");
        assertThat(lastText(IssueNo.of(key), IssueEventType.MEASURE_DONE, "onBehalfOf"))
                .isEqualTo(ZHAO.value());
        assertThat(reviews.measure(key, 1).done()).isPresent();
    }

    @Test
    @DisplayName("审核人不在：代理人看到文章并审核，经过里写明代谁；作者不能代审自己的文章")
    void anArticle() {
        var issue = heldBy(ZHANG);
        actions.resolve(issue, ZHANG, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        var no = writing.draft(issue, ZHANG);
        var absence = away(LI_XUE, ZHANG);
        writing.submit(no, ZHANG);
        assertThat(task(no.value()).getAssignee()).isEqualTo(LI_XUE.value());
        assertThatThrownBy(() -> writing.review(no, ZHANG, true, "")).isInstanceOf(Refused.class);
        absences.end(LI_XUE, absence.id());

        assertThat(articles.find(no, SUN)).isEmpty();
        away(LI_XUE, SUN);
        isFor(no.value(), LI_XUE, SUN);
        assertThat(articles.mine(SUN)).anyMatch(one -> one.no().equals(no));
        assertThat(articles.mayReview(articles.find(no, SUN).orElseThrow(), SUN)).isTrue();
        inTasklist(no.value(), SUN, Map.of("articleReview", "approve", "reviewComment", ""));
        assertThat(articles.history(no))
                .last()
                .satisfies(event -> assertThat(event.actor()).isEqualTo(SUN))
                .satisfies(event -> assertThat(event.onBehalfOf()).contains(LI_XUE));
    }

    @Test
    @DisplayName("团队没有负责人：离职移交由 CTO 办理")
    void aTeamWithoutLead() {
        heldBy(LIU);
        var leaving = handovers.announce(LIU, CTO);
        assertThat(handovers.openFor(CTO)).contains(leaving);
        handovers.confirm(leaving.id(), CTO, Map.of());
        assertThat(handovers.isOpen(leaving)).isFalse();
    }

    private Absence away(UserId user, UserId stand) {
        return absences.enter(
                user, user, new AbsentDays(MONDAY, MONDAY.plusDays(14)), Optional.of(stand));
    }

    private IssueNo heldBy(UserId handler) {
        var issue = reported(ZHAO, "订单性能差 " + System.nanoTime());
        if (!handlerOf(issue).equals(handler)) {
            reassignment.reassign(issue, LI_XUE, handler.value(), "");
        }
        actions.accept(issue, handler);
        return issue;
    }

    private IssueNo meetingOver() {
        var issue = submitted(ticked());
        decisions.decide(issue, LI_XUE, true, "");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        clock.moveTo(reviews.get(issue.value()).endsAt());
        fires(issue, "Event_MeetingOver");
        return issue;
    }

    private void isFor(String businessKey, UserId holder, UserId stand) {
        assertThat(task(businessKey).getOwner()).isEqualTo(holder.value());
        assertThat(task(businessKey).getAssignee()).isEqualTo(stand.value());
    }

    private void inTasklist(String businessKey, UserId by, Map<String, Object> fields) {
        new TasklistDoor(tasks, acting).submit(task(businessKey), by, fields);
    }

    private Task task(String businessKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKeyIn(
                        "Task_ConfirmHandover",
                        "Task_RecordConclusions",
                        "Task_CarryOutMeasure",
                        "Task_ReviewArticle")
                .singleResult();
    }
}
