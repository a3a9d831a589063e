package io.issueloop.process.pause;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.PauseSettled;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One {@code issue_pause} for every pause with a cap, until the pause is over or approved. */
@Component
class PauseFollowUp {

    private static final String ISSUE_PAUSE = "issue_pause";
    private static final String SETTLED = "pause_settled";

    private final RuntimeService runtime;

    PauseFollowUp(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case PAUSED -> {
                if (!event.text("kind").orElse("").equals("APPROVAL")) {
                    runtime.startProcessInstanceByKey(ISSUE_PAUSE, event.issueNo().value());
                }
            }
            case RESUMED, RESOLVED, CLOSED, WITHDRAWN, INVALIDATED, WONT_FIX ->
                    settled(event.issueNo());
            default -> {
                // the others neither begin nor end a pause
            }
        }
    }

    /** A lead said so on a page; in Tasklist the task says it itself. */
    @EventListener
    void on(PauseSettled settled) {
        settled(settled.issueNo());
    }

    private void settled(IssueNo issueNo) {
        runtime.createMessageCorrelation(SETTLED)
                .processInstanceBusinessKey(issueNo.value())
                .correlateAll();
    }
}
