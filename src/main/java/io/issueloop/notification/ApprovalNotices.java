package io.issueloop.notification;

import io.issueloop.approval.Approval;
import io.issueloop.approval.Approvals;
import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.Issues;
import io.issueloop.notification.ApprovalNoticeEffect.Kind;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Decides who is told what about an approval; whoever did it knows already. Those who are asked for
 * a decision get a card ({@link ApprovalCards}).
 */
@Component
class ApprovalNotices {

    private final Issues issues;
    private final Approvals approvals;
    private final Deliveries deliveries;

    ApprovalNotices(Issues issues, Approvals approvals, Deliveries deliveries) {
        this.issues = issues;
        this.approvals = approvals;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case APPROVAL_REQUESTED -> tell(event, Kind.REQUESTED, List.of(reporter(event)));
            case APPROVAL_DECIDED -> decided(event, approvals.get(event.issueNo()));
            case APPROVAL_REVOKED ->
                    tell(
                            event,
                            Kind.REVOKED,
                            with(approvals.get(event.issueNo()), event.holder().stream()));
            case ACTED_FIRST ->
                    tell(
                            event,
                            Kind.ACTED_FIRST,
                            with(approvals.get(event.issueNo()), Stream.empty()));
            default -> {
                // no news about an approval
            }
        }
    }

    /** What never had to be approved is told by the card the handler gets. */
    private void decided(IssueEvent event, Approval approval) {
        var outcome = event.text("outcome").orElse("");
        if (outcome.equals("NOT_NEEDED")) {
            return;
        }
        if (!outcome.equals("CANCELLED")) {
            tell(event, Kind.RESULT, List.of(approval.applicant()));
        }
        tell(event, Kind.SETTLED, approval.asked());
    }

    private static List<UserId> with(Approval approval, Stream<UserId> more) {
        return Stream.of(approval.asked().stream(), Stream.of(approval.applicant()), more)
                .flatMap(people -> people)
                .toList();
    }

    private UserId reporter(IssueEvent event) {
        return issues.get(event.issueNo()).reporter();
    }

    private void tell(IssueEvent event, Kind kind, List<UserId> people) {
        people.stream()
                .distinct()
                .filter(user -> !user.equals(event.actor()))
                .forEach(
                        user ->
                                deliveries.request(
                                        event.issueNo().value(),
                                        ApprovalNoticeEffect.NAME,
                                        ApprovalNoticeEffect.subject(kind, user)));
    }
}
