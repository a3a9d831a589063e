package io.issueloop.collaboration;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.IssueEvent;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Row and calendar entry follow an early ending and another urgency, as {@link IssueShown}. */
@Component
class EarlyEndingShown {

    private static final Set<String> UNSOLVED = Set.of("DUPLICATE", "WONT_FIX");

    private final Deliveries deliveries;

    EarlyEndingShown(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueEvent event) {
        var issueNo = event.issueNo().value();
        switch (event.type()) {
            case URGENCY_CHANGED -> {
                deliveries.request(issueNo, TrackingRowEffect.NAME, "");
                deliveries.request(issueNo, RowRestoreEffect.NAME, "");
                deliveries.request(issueNo, AgendaEffect.NAME, "");
            }
            case WITHDRAWN, INVALIDATED -> {
                deliveries.request(issueNo, TrackingRowEffect.NAME, "");
                deliveries.request(issueNo, AgendaEffect.NAME, "");
            }
            case CLOSED -> {
                if (event.text("outcome").filter(UNSOLVED::contains).isPresent()) {
                    deliveries.request(issueNo, AgendaEffect.NAME, "");
                }
            }
            default -> {
                // nothing that row or entry show by this door
            }
        }
    }
}
