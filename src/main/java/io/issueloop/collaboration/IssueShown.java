package io.issueloop.collaboration;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueDispatched;
import io.issueloop.issue.IssueEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks for the row and the calendar entry to follow whenever something they show has changed. */
@Component
class IssueShown {

    private final Deliveries deliveries;

    IssueShown(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueDispatched dispatched) {
        row(dispatched.issue().no().value());
        agenda(dispatched.issue().no().value());
    }

    @EventListener
    void on(IssueEvent event) {
        var issueNo = event.issueNo().value();
        switch (event.type()) {
            case CLASSIFIED -> {
                if (event.text("category").isEmpty()) {
                    row(issueNo);
                }
            }
            case RECLASSIFIED, ACCEPTED, PAUSED, CLOSED -> row(issueNo);
            case APPROVAL_DECIDED -> row(issueNo);
            case RESUMED, RESOLVED, REOPENED, DUE_MOVED -> {
                row(issueNo);
                agenda(issueNo);
            }
            case RATED -> {
                if (event.text("changed").isPresent()) {
                    row(issueNo);
                }
            }
            default -> {
                // the other events are shown with the step that follows them
            }
        }
    }

    private void row(String issueNo) {
        deliveries.request(issueNo, TrackingRowEffect.NAME, "");
    }

    private void agenda(String issueNo) {
        deliveries.request(issueNo, AgendaEffect.NAME, "");
    }
}
