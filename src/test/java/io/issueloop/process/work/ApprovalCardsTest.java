package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.APPROVAL_DECIDED;
import static io.issueloop.issue.IssueEventType.APPROVAL_OPINION;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.delivery.Mode;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Reassignment;
import io.issueloop.notification.CardActions;
import io.issueloop.notification.CardClick;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Approval reminders are cards one can decide on; whose press counts, and what they show then. */
class ApprovalCardsTest extends MajorIssueStory {

    @Autowired private CardActions cards;
    @Autowired private Reassignment reassignment;

    @Test
    @DisplayName("提醒是带按钮的卡片：同意即生效，卡片变成结果，驳回打开审批页面")
    void agreedOnTheCard() {
        var issue = reminded(submitted(ticked()));
        var card = lastCardOf(LI_XUE);
        assertThat(card.title()).isEqualTo("提醒审批重大问题：订单页面性能很差");
        assertThat(card.buttons()).extracting(Button::text).containsExactly("同意", "驳回");
        assertThat(card.buttons().get(1).link().orElseThrow().toString())
                .endsWith("/m/approve/" + issue + "#reject");

        press(card, LI_XUE);

        goesOn(issue, true);
        assertThat(lastText(issue, APPROVAL_DECIDED, "door")).isEqualTo("CARD");
        delivered(issue);
        assertThat(shown(card)).isEqualTo("李雪已在审批卡片同意");
    }

    @Test
    @DisplayName("按下的人不是收件人：不算数，什么也不变")
    void onlyTheRecipientsPressCounts() {
        var issue = reminded(submitted(ticked()));
        var card = lastCardOf(LI_XUE);
        for (var other : List.of(CTO, ZHAO, SUN)) {
            press(card, other);
        }
        isAwaitingApproval(issue);
        assertThat(approvals.opinions(issue)).isEmpty();
        assertThat(deliveries(issue)).isEmpty();
    }

    @Test
    @DisplayName("别处已有结果：所有人的卡片变成结果；迟到的按下不起作用，只更正卡片")
    void decidedElsewhere() {
        var issue = reminded(submitted(urgent("线上订单系统宕机")));
        var ofLead = lastCardOf(LI_XUE);
        var ofCto = lastCardOf(CTO);
        natives.changed(forms.says(issue, CTO, Kind.REJECTED, "先评估", Status.REJECTED));
        delivered(issue);
        assertThat(shown(ofLead)).isEqualTo("周明远已在企业微信审批驳回");
        assertThat(shown(ofCto)).isEqualTo("周明远已在企业微信审批驳回");

        wecom.updates.clear();
        press(ofLead, LI_XUE);
        assertThat(times(issue, APPROVAL_DECIDED)).isEqualTo(1);
        assertThat(now(issue).isMajor()).isFalse();
        delivered(issue);
        assertThat(shown(ofLead)).isEqualTo("周明远已在企业微信审批驳回");
    }

    @Test
    @DisplayName("再次提醒：只有最新的卡片能按；旧卡片上的按下不起作用")
    void askedAgain() {
        var issue = reminded(submitted(ticked()));
        var old = lastCardOf(LI_XUE);
        substituted(issue);
        var fresh = lastCardOf(LI_XUE);
        assertThat(fresh.cardId()).isNotEqualTo(old.cardId());
        assertThat(fresh.title()).startsWith("请代为审批重大问题");
        assertThat(shown(old)).isEqualTo("已再次提醒，请看最新的卡片");
        assertThat(lastCardOf(CTO).buttons()).hasSize(2);

        press(old, LI_XUE);
        isAwaitingApproval(issue);
        delivered(issue);
        assertThat(shown(old)).isEqualTo("已再次提醒，请看最新的卡片");
        press(fresh, LI_XUE);
        goesOn(issue, true);
    }

    @Test
    @DisplayName("代理人在卡片上连按两次：只算一位审批人的同意")
    void aDeputySpeaksOncePerCard() {
        var issue = submitted(reported(LI_XUE, "生产环境数据丢失", "紧急", "平台研发部"));
        reminded(issue);
        substituted(issue);
        var deputy = approvals.get(issue).deputies().get(0);
        assertThat(deputy).isEqualTo(WANG_LEI);
        var card = lastCardOf(deputy);
        press(card, deputy);
        press(card, deputy);
        assertThat(approvals.opinions(issue)).hasSize(1);
    }

    @Test
    @DisplayName("依次审批：前一位同意后，后一位马上拿到卡片；前一位的卡片写明在等谁")
    void oneAfterTheOther() {
        approvalsAre(Mode.MANUAL);
        var issue = urgent("线上订单页面性能很差，客户投诉");
        fires(issue, "BoundaryEvent_NotAccepted");
        delivered(issue);
        var first = lastCardOf(LI_XUE);
        assertThat(first.title()).startsWith("请审批重大问题");
        assertThat(cardsOf(CTO)).isEmpty();
        press(first, LI_XUE);
        delivered(issue);
        assertThat(times(issue, APPROVAL_OPINION)).isEqualTo(1);
        assertThat(shown(first)).isEqualTo("您已同意，正在等其他审批人");
        assertThat(lastCardOf(CTO).title()).startsWith("轮到您审批重大问题");
        press(first, LI_XUE);
        isAwaitingApproval(issue);
        press(lastCardOf(CTO), CTO);
        goesOn(issue, true);
    }

    @Test
    @DisplayName("先处理后审批、又改派给审批人本人：处理人不能审批自己的问题，按下不算")
    void whoHandlesItMeanwhileDoesNotDecide() {
        var issue = reminded(submitted(urgent("线上服务宕机，有错误")));
        var card = lastCardOf(LI_XUE);
        decisions.actFirst(issue, CTO, "客户在等");
        reassignment.reassign(issue, CTO, LI_XUE.value(), "请组长亲自处理");
        delivered(issue);
        assertThat(shown(card)).isEqualTo("提报人和处理人不能审批自己的问题");
        press(card, LI_XUE);
        assertThat(approvals.get(issue).isWaiting()).isTrue();
        press(lastCardOf(CTO), CTO);
        assertThat(approvals.get(issue).isWaiting()).isFalse();
    }

    @Test
    @DisplayName("72 小时后没有更新码、24 小时后不能撤回：卡片原样留着，按下不起作用并得到更正")
    void afterThreeDays() {
        var issue = reminded(submitted(ticked()));
        var card = lastCardOf(LI_XUE);
        clock.advance(Duration.ofHours(80));
        natives.changed(forms.says(issue, LI_XUE, Kind.AGREED, "", Status.APPROVED));
        delivered(issue);
        assertThat(wecom.updates).isEmpty();
        assertThat(wecom.recalled).isEmpty();
        press(card, LI_XUE);
        delivered(issue);
        assertThat(times(issue, APPROVAL_DECIDED)).isEqualTo(1);
        assertThat(shown(card)).isEqualTo("李雪已在企业微信审批同意");
    }

    @Test
    @DisplayName("同一张卡片同时按、和页面同时办：一个生效，另一个得到说明")
    void theCardAndThePageAtOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            var issue = reminded(submitted(ticked()));
            var card = lastCardOf(LI_XUE);
            Runnable onCard = () -> press(card, LI_XUE);
            Runnable onPage = () -> decisions.decide(issue, LI_XUE, false, "不急");
            var outcomes = i % 2 == 0 ? AtOnce.both(onCard, onPage) : AtOnce.both(onPage, onCard);
            assertThat(outcomes).allMatch(one -> one.equals("done") || AtOnce.isKind(one));
            assertThat(times(issue, APPROVAL_DECIDED)).isEqualTo(1);
            delivered(issue);
            assertThat(shown(card)).startsWith("李雪已在");
        }
    }

    private IssueNo reminded(IssueNo issue) {
        clock.moveTo(approvals.get(issue).times().remindAt());
        fires(issue, "BoundaryEvent_RemindDue");
        delivered(issue);
        return issue;
    }

    private void substituted(IssueNo issue) {
        clock.moveTo(approvals.get(issue).times().substituteAt());
        fires(issue, "Event_SubstituteDue");
        delivered(issue);
    }

    private void press(ActionCard card, UserId by) {
        cards.clicked(new CardClick(card.cardId(), by, "approve", Map.of(), Optional.of("fresh")));
    }

    private List<ActionCard> cardsOf(UserId user) {
        return messagesTo(user).stream()
                .filter(ActionCard.class::isInstance)
                .map(ActionCard.class::cast)
                .filter(card -> card.cardId().contains("_APPROVAL_"))
                .toList();
    }

    private ActionCard lastCardOf(UserId user) {
        var all = cardsOf(user);
        return all.get(all.size() - 1);
    }

    /** What the card says since it was last updated. */
    private String shown(ActionCard card) {
        return wecom.updates.stream()
                .filter(update -> update.cardId().equals(card.cardId()))
                .reduce((earlier, later) -> later)
                .flatMap(ActionCard::outcome)
                .orElse("");
    }
}
