package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who takes what of somebody who leaves: by the same choice as any issue, or as a person chose. */
@Component
class HandoverPlan {

    private final HandoverStore store;
    private final IssuesInHand issues;
    private final Reassignment reassignment;
    private final HandlerChoice choice;
    private final Presence presence;
    private final Directory directory;
    private final ApplicationEventPublisher publisher;

    HandoverPlan(
            HandoverStore store,
            IssuesInHand issues,
            Reassignment reassignment,
            HandlerChoice choice,
            Presence presence,
            Directory directory,
            ApplicationEventPublisher publisher) {
        this.store = store;
        this.issues = issues;
        this.reassignment = reassignment;
        this.choice = choice;
        this.presence = presence;
        this.directory = directory;
        this.publisher = publisher;
    }

    List<HandoverItem> items(Handover handover) {
        var choices = store.choices(handover);
        return store.heldBy(handover.leaver()).stream()
                .map(issues::get)
                .map(
                        issue ->
                                Optional.ofNullable(choices.get(issue.no()))
                                        .filter(presence::isHere)
                                        .map(to -> new HandoverItem(issue, to, "由负责人指定", true))
                                        .orElseGet(() -> proposed(issue)))
                .toList();
    }

    private HandoverItem proposed(Issue issue) {
        var proposal = reassignment.proposal(issue);
        return new HandoverItem(issue, proposal.handler(), proposal.reason(), false);
    }

    /** Gives each issue away, and tells each new handler once. */
    int carryOut(Handover handover, UserId by, boolean toLead) {
        var items = items(handover);
        Set<UserId> takers = new LinkedHashSet<>();
        for (var item : items) {
            var to = toLead ? choice.leadFor(item.issue(), handover.leaver()) : item.to();
            var note = toLead ? "一个工作日内无人确认，交给负责人" : item.reason();
            reassignment.reassign(item.issue().no(), by, to.value(), note);
            takers.add(to);
        }
        takers.forEach(to -> publisher.publishEvent(new IssuesHandedOver(handover, to)));
        return items.size();
    }

    /** The nearest lead who is here and does not leave; else an administrator. */
    UserId lead(Handover handover) {
        var leads = handover.team().map(directory::chainOfLeads).orElse(List.of());
        return leads.stream()
                .filter(lead -> !lead.equals(handover.leaver()))
                .filter(presence::isHere)
                .findFirst()
                .or(() -> directory.having(Role.CTO).stream().findFirst())
                .or(() -> directory.having(Role.PROCESS_ADMIN).stream().findFirst())
                .orElseThrow(
                        () -> new IllegalStateException("the directory knows nobody who leads"));
    }

    /** The one member a person means, who is here and does not leave. */
    UserId taker(Handover handover, String to) {
        var member = reassignment.member(to).userId();
        if (member.equals(handover.leaver())) {
            throw new Refused("不能移交给离职者本人");
        }
        return member;
    }
}
