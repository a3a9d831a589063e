package io.issueloop.issue;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens what has to be done after a resolution, in the transaction of the event that asks for it:
 * the solution that was not written down, and the low rating.
 */
@Component
class FollowUpStarter {

    private final IssuesInHand issues;
    private final FollowUps followUps;
    private final Elders elders;
    private final FollowUpProcess process;

    FollowUpStarter(
            IssuesInHand issues, FollowUps followUps, Elders elders, FollowUpProcess process) {
        this.issues = issues;
        this.followUps = followUps;
        this.elders = elders;
        this.process = process;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case RESOLVED -> askForSolution(issues.get(event.issueNo()));
            case REOPENED -> process.solutionSuperseded(event.issueNo());
            case RATED -> askAboutRating(issues.get(event.issueNo()));
            default -> {
                // nothing follows from the others
            }
        }
    }

    private void askForSolution(Issue issue) {
        if (!issue.solution().isComplete()) {
            process.askForSolution(issue.no(), issue.handler().orElseThrow());
        }
    }

    private void askAboutRating(Issue issue) {
        var since = followUps.since(issue.no());
        if (since.isLow() && !since.followedUp()) {
            elders.notInvolvedIn(issue).ifPresent(lead -> process.askAboutRating(issue.no(), lead));
        }
    }
}
