package io.issueloop.notification;

import io.issueloop.issue.Issue;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.notification.Message.ActionCard;
import org.springframework.stereotype.Component;

/** Asks the lead about a proposal; the card's turn is the proposal's number. */
@Component
final class ProposalCardEffect extends CardEffect {

    static final String NAME = "PROPOSAL_CARD";

    private final Proposals proposals;

    ProposalCardEffect(CardDesk desk, Proposals proposals) {
        super(desk);
        this.proposals = proposals;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "负责人提议确认卡片";
    }

    @Override
    Card.Kind kind() {
        return Card.Kind.PROPOSAL;
    }

    @Override
    CardPicture picture(Issue issue, Card card) {
        var proposal = proposal(issue, card.turn());
        return proposal.isOpen()
                ? CardPicture.live("decide")
                : CardPicture.over(ProposalTexts.outcome(proposal, desk().people()));
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        return ProposalTexts.card(
                proposal(issue, card.turn()),
                issue,
                new ProposalTexts.Place(
                        card.cardId(), desk().people(), desk().links().issue(issue.no())));
    }

    private Proposal proposal(Issue issue, int number) {
        return proposals.find(issue.no(), number).orElseThrow();
    }
}
