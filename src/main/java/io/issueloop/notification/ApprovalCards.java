package io.issueloop.notification;

import io.issueloop.approval.Approvals;
import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the cards of approvers and brings all of them up to date with every news. */
@Component
class ApprovalCards {

    private final Approvals approvals;
    private final Cards cards;
    private final Deliveries deliveries;

    ApprovalCards(Approvals approvals, Cards cards, Deliveries deliveries) {
        this.approvals = approvals;
        this.cards = cards;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case APPROVAL_URGED ->
                    ask(
                            event.issueNo(),
                            ApprovalAsk.valueOf(event.text("stage").orElseThrow()),
                            named(event));
            case APPROVAL_OPINION -> heard(event.issueNo());
            case APPROVAL_DECIDED -> show(event.issueNo());
            case ASSIGNED -> {
                if (!event.text("kind").equals(Optional.of("FIRST"))) {
                    show(event.issueNo()); // who handles it now may not decide any more
                }
            }
            default -> {
                // no card shows it
            }
        }
    }

    /** One after the other: who is next hears of it where the one before was asked here too. */
    private void heard(IssueNo issueNo) {
        var asked = asked(issueNo);
        var next = approvals.next(issueNo).stream().filter(user -> !asked.contains(user)).toList();
        if (!asked.isEmpty()) {
            ask(issueNo, ApprovalAsk.NEXT, next);
        }
        show(issueNo);
    }

    private void ask(IssueNo issueNo, ApprovalAsk why, List<UserId> people) {
        var turn = why.turn(approvals.opinions(issueNo).size());
        for (int i = 0; i < people.size(); i++) {
            cards.plan(issueNo, Card.Kind.APPROVAL, turn, i + 1, people.get(i));
        }
        people.forEach(user -> request(issueNo, user));
    }

    private void show(IssueNo issueNo) {
        asked(issueNo).forEach(user -> request(issueNo, user));
    }

    private List<UserId> asked(IssueNo issueNo) {
        return cards.of(issueNo, Card.Kind.APPROVAL).stream()
                .map(Card::recipient)
                .distinct()
                .toList();
    }

    private void request(IssueNo issueNo, UserId user) {
        deliveries.request(issueNo.value(), ApprovalCardEffect.NAME, user.value());
    }

    private static List<UserId> named(IssueEvent event) {
        return event.payload().get("to") instanceof Collection<?> people
                ? people.stream().map(person -> UserId.of(person.toString())).distinct().toList()
                : List.of();
    }
}
