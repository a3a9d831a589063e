package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposals about an issue: made by people, decided by a lead from whatever door, carried out by
 * the process. Until then work goes on undisturbed (design.md §3).
 */
@Service
@Transactional
public class Proposals {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final ProposalStore store;
    private final ProposalRules rules;
    private final ProposalProcess process;
    private final IssueEndings endings;
    private final IssueLinks links;
    private final UrgencyChange urgencies;
    private final Shares shares;
    private final Clock clock;

    Proposals(
            IssuesInHand issues,
            IssueLog events,
            ProposalStore store,
            ProposalRules rules,
            ProposalProcess process,
            IssueEndings endings,
            IssueLinks links,
            UrgencyChange urgencies,
            Shares shares,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.store = store;
        this.rules = rules;
        this.process = process;
        this.endings = endings;
        this.links = links;
        this.urgencies = urgencies;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param target empty text unless the kind names another issue
     * @param urgency empty text unless the kind is URGENCY
     * @param shares who worked on it and how much, one a line: who；share
     */
    public record Wish(
            ProposalKind kind, String reason, String target, String urgency, String shares) {

        public static Wish sharing(String reason, String shares) {
            return new Wish(ProposalKind.SHARES, reason, "", "", shares);
        }

        public static Wish of(ProposalKind kind, String reason) {
            return new Wish(kind, reason, "", "", "");
        }

        public static Wish linking(ProposalKind kind, String reason, String target) {
            return new Wish(kind, reason, target, "", "");
        }

        public static Wish pressing(String reason, String urgency) {
            return new Wish(ProposalKind.URGENCY, reason, "", urgency, "");
        }
    }

    /**
     * Asks the lead.
     *
     * @throws Refused when the person may not, or another proposal is open
     */
    public Proposal propose(IssueNo issueNo, UserId by, Wish wish) {
        var issue = issues.get(issueNo);
        var number = store.count(issueNo) + 1;
        var proposal = rules.check(issue, by, wish, number);
        issues.save(issue); // two proposals at once are one
        store.add(proposal);
        events.append(issue, IssueEventType.PROPOSED, by, clock.instant(), payload(proposal));
        process.ask(proposal);
        return proposal;
    }

    /** The lead decides, from card, page or REST: completes the task, as Tasklist does. */
    public void decide(IssueNo issueNo, int number, UserId by, boolean agreed, String reason) {
        process.decide(get(issueNo, number), by, agreed, reason);
    }

    /** Records the decision; called by the process when the task completes. */
    public void record(IssueNo issueNo, int number, UserId by, boolean agreed, String reason) {
        var proposal = get(issueNo, number);
        var issue = issues.get(issueNo);
        rules.requireReviewer(issue, proposal, by);
        if (!agreed && reason.isBlank()) {
            throw new Refused("驳回时请说明原因，提议人会看到");
        }
        var state = agreed ? Proposal.State.AGREED : Proposal.State.DECLINED;
        if (!store.settle(proposal, state, by, reason.strip())) {
            throw new Refused("该提议已有人处理，请刷新查看结果");
        }
        if (!agreed) {
            var payload = payload(proposal);
            payload.put("reason", reason.strip());
            var said = rules.named(issue, proposal, by, payload);
            events.append(issue, IssueEventType.PROPOSAL_DECLINED, by, clock.instant(), said);
        }
    }

    /** Carries out what was agreed; called by the process. */
    public void carryOut(IssueNo issueNo, int number) {
        var proposal = get(issueNo, number);
        var lead = proposal.decidedBy().orElseThrow();
        switch (proposal.kind()) {
            case RECURRENCE ->
                    links.confirm(
                            issues.get(issueNo),
                            proposal.target().orElseThrow(),
                            LinkKind.RECURRENCE,
                            lead);
            case URGENCY -> urgencies.carryOut(proposal, lead);
            case SHARES -> shares.carryOut(issues.get(issueNo), proposal, lead);
            default -> endings.carryOut(proposal, lead);
        }
    }

    /** All proposals of an issue, the oldest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(IssueNo issueNo) {
        return store.of(issueNo);
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> find(IssueNo issueNo, int number) {
        return store.find(issueNo, number);
    }

    /** What the person may propose about the issue now. */
    @Transactional(readOnly = true)
    public List<ProposalKind> openTo(Issue issue, UserId user) {
        return store.open(issue.no()).isPresent() ? List.of() : rules.openTo(issue, user);
    }

    /** Whether the person may decide it. */
    @Transactional(readOnly = true)
    public boolean mayDecide(Proposal proposal, UserId user) {
        return proposal.isOpen() && rules.mayReview(issues.get(proposal.issueNo()), proposal, user);
    }

    private Proposal get(IssueNo issueNo, int number) {
        return store.find(issueNo, number).orElseThrow(() -> new Refused("没有这项提议"));
    }

    private static HashMap<String, Object> payload(Proposal proposal) {
        var payload = new HashMap<String, Object>();
        payload.put("number", proposal.number());
        payload.put("kind", proposal.kind().name());
        payload.put("reason", proposal.reason());
        payload.put("reviewer", proposal.reviewer().value());
        proposal.target().ifPresent(other -> payload.put("to", other.value()));
        proposal.urgency().ifPresent(level -> payload.put("urgency", level.label()));
        if (!proposal.shares().isEmpty()) {
            payload.put("shares", Shares.payload(proposal.shares()));
        }
        return payload;
    }
}
