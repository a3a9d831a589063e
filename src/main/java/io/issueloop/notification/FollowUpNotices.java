package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.notification.FollowUpNoticeEffect.Kind;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Service;

/**
 * Who is asked for what after a resolution; requested in the caller's transaction, sent afterwards,
 * each once per resolution.
 */
@Service
public class FollowUpNotices {

    private final Issues issues;
    private final Deliveries deliveries;

    FollowUpNotices(Issues issues, Deliveries deliveries) {
        this.issues = issues;
        this.deliveries = deliveries;
    }

    /** Asks the handler for what was not written down. */
    public void askForSolution(IssueNo issueNo, UserId handler) {
        request(issueNo, Kind.SOLUTION, handler);
    }

    public void remindOfSolution(IssueNo issueNo, UserId handler) {
        request(issueNo, Kind.SOLUTION_REMINDER, handler);
    }

    /** Asks a lead to talk to a reporter who gave one or two stars. */
    public void askAboutRating(IssueNo issueNo, UserId lead) {
        request(issueNo, Kind.LOW_RATING, lead);
    }

    public void remindOfRatingFollowUp(IssueNo issueNo, UserId lead) {
        request(issueNo, Kind.LOW_RATING_REMINDER, lead);
    }

    /** Asks somebody else whether what the reporter resolved is solved. */
    public void askToConfirm(IssueNo issueNo, UserId confirmer) {
        request(issueNo, Kind.OWN_SOLUTION, confirmer);
    }

    public void remindToConfirm(IssueNo issueNo, UserId confirmer) {
        request(issueNo, Kind.OWN_SOLUTION_REMINDER, confirmer);
    }

    private void request(IssueNo issueNo, Kind kind, UserId to) {
        var turn = issues.get(issueNo).resolutionCount();
        deliveries.request(
                issueNo.value(),
                FollowUpNoticeEffect.NAME,
                FollowUpNoticeEffect.subject(kind, to, turn));
    }
}
