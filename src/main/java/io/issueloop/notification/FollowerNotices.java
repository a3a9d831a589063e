package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Followers;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.Issues;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever has the same problem hears once that it is solved, or that it ended otherwise. */
@Component
class FollowerNotices {

    private static final Set<String> UNSOLVED = Set.of("DUPLICATE", "WONT_FIX");

    private final Issues issues;
    private final Followers followers;
    private final Deliveries deliveries;

    FollowerNotices(Issues issues, Followers followers, Deliveries deliveries) {
        this.issues = issues;
        this.followers = followers;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case RESOLVED, WITHDRAWN, INVALIDATED -> tell(event);
            case CLOSED -> {
                if (event.text("outcome").filter(UNSOLVED::contains).isPresent()) {
                    tell(event);
                }
            }
            default -> {
                // not the end of it
            }
        }
    }

    private void tell(IssueEvent event) {
        var turn = issues.get(event.issueNo()).resolutionCount();
        for (var follower : followers.of(event.issueNo())) {
            deliveries.request(
                    event.issueNo().value(),
                    OutcomeNoticeEffect.NAME,
                    OutcomeNoticeEffect.subject(
                            OutcomeNoticeEffect.Kind.FOLLOWED, follower.user(), turn));
        }
    }
}
