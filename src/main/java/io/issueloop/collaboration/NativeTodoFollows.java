package io.issueloop.collaboration;

import io.issueloop.issue.IssueDispatched;
import io.issueloop.issue.IssueEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whatever may end, reopen or hand over a to-do is followed by it. */
@Component
class NativeTodoFollows {

    private final NativeTodos natives;

    NativeTodoFollows(NativeTodos natives) {
        this.natives = natives;
    }

    /** Nobody can have made one before the first assignment. */
    @EventListener
    void on(IssueDispatched dispatched) {
        if (natives.isCreatedByGateway() || dispatched.issue().assignmentCount() > 1) {
            natives.follow(dispatched.issue().no());
        }
    }

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case REFUSED, RESOLVED, CLOSED, WITHDRAWN, INVALIDATED, WONT_FIX ->
                    natives.follow(event.issueNo());
            case REOPENED -> natives.reopened(event.issueNo());
            default -> {
                // the others leave it with whom it is
            }
        }
    }
}
