package io.issueloop.process.work;

import static io.issueloop.issue.ProposalKind.DUPLICATE;
import static io.issueloop.issue.ProposalKind.INVALID;
import static io.issueloop.issue.ProposalKind.RECURRENCE;
import static io.issueloop.issue.ProposalKind.WONT_FIX;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.Followers;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueLinks;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.LinkKind;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Solution;
import io.issueloop.issue.Unlinking;
import io.issueloop.issue.Urgency;
import io.issueloop.notification.CardActions;
import io.issueloop.notification.CardClick;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** One story per path of {@code proposal_review}, through each door. */
class ProposalReviewProcessTest extends IssueStory {

    @Autowired TransactionOperations transaction;
    @Autowired private Proposals proposals;
    @Autowired private IssueEndings endings;
    @Autowired private IssueLinks links;
    @Autowired private Unlinking unlinking;
    @Autowired private Followers followers;
    @Autowired private CardActions cards;
    @Autowired private IdentityService identity;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("proposal_review");
    }

    @Test
    @DisplayName("处理人提议无效，负责人在 Tasklist 同意：问题无效，提报人得知原因")
    void invalidIsConfirmedInTasklist() {
        var issue = reported(ZHAO, "页面性能很差，其实是看错了");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        proposals.propose(issue, handler, Wish.of(INVALID, "测试环境的配置，不是问题"));
        assertThat(review(issue).getAssignee()).isEqualTo(LI_XUE.value());
        inTasklist(LI_XUE, issue, Map.of("proposalDecision", "agree"));

        isOver(issue, IssueStatus.INVALID);
        assertThat(review(issue)).isNull();
        assertThat(now(issue).note()).hasValueSatisfying(note -> assertThat(note).contains("测试环境"));
        delivered(issue);
        assertThat(texts(ZHAO)).anyMatch(text -> text.contains("无效") && text.contains("李雪"));
        assertThat(wecom.entries).doesNotContainKey(issue.value());
    }

    @Test
    @DisplayName("提议重复，负责人在卡片上同意：提前关闭并建立关联，卡片变为结果，第二次点击无效")
    void duplicateIsConfirmedOnTheCard() {
        var canonical = reported(SUN, "登录页面打不开，报错误");
        var issue = reported(ZHAO, "打不开登录页，报错误");
        var handler = handlerOf(issue);
        proposals.propose(issue, handler, Wish.linking(DUPLICATE, "同一个故障", canonical.value()));
        delivered(issue);
        var card =
                messagesTo(LI_XUE).stream()
                        .filter(ActionCard.class::isInstance)
                        .map(ActionCard.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(card.title()).contains("重复提报").contains(canonical.value());
        click(card, ZHAO);
        assertThat(now(issue).status()).isEqualTo(IssueStatus.ASSIGNED);
        click(card, LI_XUE);
        click(card, LI_XUE);

        isOver(issue, IssueStatus.CLOSED);
        assertThat(links.of(issue))
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.other().no()).isEqualTo(canonical);
                            assertThat(link.kind()).isEqualTo(LinkKind.DUPLICATE_REPORT);
                            assertThat(link.outgoing()).isTrue();
                        });
        assertThat(links.of(canonical)).singleElement().matches(link -> !link.outgoing());
        delivered(issue);
        assertThat(wecom.updates).anyMatch(update -> update.outcome().equals(Optional.of("李雪已同意")));
        assertThat(texts(ZHAO)).anyMatch(text -> text.contains(canonical.value()));
        assertThat(types(issue)).containsOnlyOnce(IssueEventType.CLOSED, IssueEventType.LINKED);
    }

    @Test
    @DisplayName("负责人驳回须说明原因，提议人得知，问题照常处理；同一时间只有一项提议")
    void declinedProposalChangesNothing() {
        var issue = reported(ZHAO, "打包工具太慢");
        var handler = handlerOf(issue);
        var proposal = proposals.propose(issue, handler, Wish.of(WONT_FIX, "成本太高"));
        assertThatThrownBy(() -> proposals.propose(issue, handler, Wish.of(INVALID, "再来")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已有一项提议");
        assertThatThrownBy(() -> decide(issue, proposal, LI_XUE, false, " "))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> decide(issue, proposal, handler, true, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("不能确认自己的提议");
        assertThatThrownBy(() -> decide(issue, proposal, ZHAO, true, ""))
                .isInstanceOf(Refused.class);
        decide(issue, proposal, LI_XUE, false, "客户在等，必须做");
        assertThatThrownBy(() -> decide(issue, proposal, CTO, true, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已有人处理");

        waitsFor(issue, handler, "接单", IssueStatus.ASSIGNED);
        delivered(issue);
        assertThat(texts(handler)).anyMatch(text -> text.contains("客户在等"));
        assertThat(types(issue)).contains(IssueEventType.PROPOSAL_DECLINED);
    }

    @Test
    @DisplayName("不予解决经上级负责人确认后提前关闭，不产生评价")
    void wontFixClosesWithoutEvaluation() {
        var issue = reported(ZHAO, "旧版文档缺失");
        actions.accept(issue, handlerOf(issue));
        var proposal = proposals.propose(issue, LI_XUE, Wish.of(WONT_FIX, "系统即将下线"));
        assertThat(proposal.reviewer()).isEqualTo(CTO);
        decide(issue, proposal, CTO, true, "");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(now(issue).note()).contains("不予解决：系统即将下线");
        assertThat(types(issue))
                .containsSubsequence(IssueEventType.WONT_FIX, IssueEventType.CLOSED)
                .doesNotContain(IssueEventType.RATED);
    }

    @Test
    @DisplayName("提议待确认时提报人撤回：提议失效，卡片写明无需确认")
    void withdrawalMakesTheProposalObsolete() {
        var issue = reported(ZHAO, "投影工具坏了");
        proposals.propose(issue, handlerOf(issue), Wish.of(INVALID, "不归我们管"));
        delivered(issue);
        endings.withdraw(issue, ZHAO, "自己修好了");
        isOver(issue, IssueStatus.CANCELLED);
        assertThat(review(issue)).isNull();
        assertThat(proposals.of(issue))
                .extracting(Proposal::state)
                .containsExactly(Proposal.State.OBSOLETE);
        delivered(issue);
        assertThat(wecom.updates)
                .anyMatch(update -> update.outcome().equals(Optional.of("问题已结束，无需确认")));
    }

    @Test
    @DisplayName("复发经确认只建立关联，处理继续；不能互相关联；负责人可取消关联")
    void recurrenceLinksAndGoesOn() {
        var before = reported(SUN, "评审流程卡住");
        var issue = reported(ZHAO, "评审流程又卡住");
        var proposal =
                proposals.propose(issue, ZHAO, Wish.linking(RECURRENCE, "上月出现过", before.value()));
        decide(issue, proposal, LI_XUE, true, "");
        waitsFor(issue, handlerOf(issue), "接单", IssueStatus.ASSIGNED);
        assertThat(links.of(issue)).singleElement().matches(IssueLinks.Link::outgoing);
        assertThatThrownBy(
                        () ->
                                proposals.propose(
                                        before,
                                        SUN,
                                        Wish.linking(RECURRENCE, "绕回来", issue.value())))
                .hasMessageContaining("不能互相关联");
        assertThatThrownBy(() -> unlinking.takeBack(issue, before, ZHAO, "错了"))
                .isInstanceOf(Refused.class);
        unlinking.takeBack(issue, before, LI_XUE, "其实是两回事");
        assertThat(links.of(issue)).isEmpty();
        assertThatThrownBy(() -> unlinking.takeBack(issue, before, LI_XUE, "再取消"))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("误判为重复：负责人取消关联，问题回到原处理人的处理问题，关闭期间不计时，指标随之更正")
    void aMistakenDuplicateGoesBackToWork() {
        var before = reported(SUN, "结算页面性能太差");
        var issue = reported(ZHAO, "结算页面性能又太差");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        var due = now(issue).dueAt().orElseThrow();
        var proposal =
                proposals.propose(issue, handler, Wish.linking(DUPLICATE, "同一件事", before.value()));
        decide(issue, proposal, LI_XUE, true, "");
        isOver(issue, IssueStatus.CLOSED);
        assertThat(unlinking.closedFor(now(issue))).contains(before);
        assertThat(followers.of(before)).extracting(Followers.Follower::user).contains(ZHAO);

        clock.advance(Duration.ofHours(24)); // a working day
        unlinking.takeBack(issue, before, LI_XUE, "接口不同");

        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        assertThat(now(issue).dueAt()).contains(due.plus(Duration.ofHours(24)));
        assertThat(types(issue))
                .containsSubsequence(
                        IssueEventType.CLOSED,
                        IssueEventType.PAUSED,
                        IssueEventType.UNLINKED,
                        IssueEventType.RESUMED,
                        IssueEventType.REOPENED);
        assertThat(followers.of(before)).isEmpty();
        delivered(issue);
        assertThat(texts(ZHAO)).anyMatch(text -> text.contains("与别的问题不重复"));
        assertThat(unlinking.closedFor(now(issue))).isEmpty();
        assertThat(factOf(issue))
                .containsEntry("duplicate_reason", null)
                .containsEntry("due_at", Timestamp.from(due.plus(Duration.ofHours(24))));
        actions.resolve(issue, handler, new Solution("连接池", "扩容", "已压测"));
        assertThat(now(issue).status()).isEqualTo(IssueStatus.RESOLVED);
    }

    /** What the numbers of the quarter know of it. */
    private Map<String, Object> factOf(IssueNo issue) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            jdbc.sql(
                                            """
                                            select kpi_prepare(array['2026Q4'], 'QUARTER', '2026-10-01+08',
                                                               '2027-01-01+08', '2027-01-09+08', :now, array[:issue])
                                            """)
                                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                    .param("issue", issue.value())
                                    .query()
                                    .listOfRows();
                            return jdbc.sql("select duplicate_reason, due_at from kpi_issue")
                                    .query()
                                    .singleRow();
                        }));
    }

    @Test
    @DisplayName("提报人请求调整紧急程度，负责人同意后按时限表重算，处理人至少还有四个工作小时")
    void agreedUrgencyMovesTheDueTime() {
        var issue = reported(ZHAO, "报表性能差", "低", PLATFORM_PROJECT);
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        clock.advance(Duration.ofHours(24 + 6));
        var proposal = proposals.propose(issue, ZHAO, Wish.pressing("客户明天要用", "紧急"));
        decide(issue, proposal, LI_XUE, true, "");

        assertThat(now(issue).urgency()).isEqualTo(Urgency.URGENT);
        assertThat(now(issue).dueAt()).contains(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(now(issue).personalDueAt()).contains(Instant.parse("2026-11-25T03:00:00Z"));
        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        delivered(issue);
        assertThat(wecom.entries.get(issue.value()).end())
                .isEqualTo(Instant.parse("2026-11-25T03:00:00Z"));
        assertThatThrownBy(() -> proposals.propose(issue, ZHAO, Wish.pressing("再急", "紧急")))
                .hasMessageContaining("已经是");
    }

    @Test
    @DisplayName("旁人不能撤回、不能提议；已接单的问题不能撤回")
    void bystandersMayNothing() {
        var issue = reported(ZHAO, "单元测试环境不稳定");
        var handler = handlerOf(issue);
        assertThatThrownBy(() -> endings.withdraw(issue, SUN, "")).isInstanceOf(Refused.class);
        for (var kind : List.of(INVALID, DUPLICATE, WONT_FIX, RECURRENCE)) {
            assertThatThrownBy(() -> proposals.propose(issue, SUN, Wish.of(kind, "我觉得")))
                    .isInstanceOf(Refused.class);
        }
        actions.accept(issue, handler);
        assertThatThrownBy(() -> endings.withdraw(issue, ZHAO, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已有人接单");
        actions.resolve(issue, handler, Solution.NOT_WRITTEN);
        assertThatThrownBy(() -> proposals.propose(issue, handler, Wish.of(WONT_FIX, "晚了")))
                .hasMessageContaining("待评估");
    }

    private void decide(
            IssueNo issue, Proposal proposal, UserId by, boolean agreed, String reason) {
        proposals.decide(issue, proposal.number(), by, agreed, reason);
    }

    private Task review(IssueNo issue) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(issue.value())
                .taskDefinitionKey("Task_ReviewProposal")
                .singleResult();
    }

    private void inTasklist(UserId who, IssueNo issue, Map<String, Object> fields) {
        identity.setAuthenticatedUserId(who.value());
        try {
            tasks.complete(review(issue).getId(), fields);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void click(ActionCard card, UserId by) {
        cards.clicked(new CardClick(card.cardId(), by, "agree", Map.of(), Optional.of("c")));
    }

    private List<IssueEventType> types(IssueNo issue) {
        return issues.history(issue).stream().map(one -> one.event().type()).toList();
    }

    private List<String> texts(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .map(notice -> notice.title() + "\n" + notice.text())
                .toList();
    }
}
