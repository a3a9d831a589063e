package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.URGENCY;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one place where the engine follows an issue's clock, in the transaction that moves it: the
 * timers of {@code issue_handling} and the due dates of its open tasks. What begins with the event,
 * such as the task after a resumption, is due rightly from its start.
 */
@Component
class IssueClock {

    private final Issues issues;
    private final HandlingTimers timers;
    private final TaskDues dues;
    private final RuntimeService runtime;

    IssueClock(Issues issues, HandlingTimers timers, TaskDues dues, RuntimeService runtime) {
        this.issues = issues;
        this.timers = timers;
        this.dues = dues;
        this.runtime = runtime;
    }

    @EventListener
    void on(IssueEvent event) {
        var issueNo = event.issueNo();
        switch (event.type()) {
            case PAUSED, RESUMED -> timers.move(issueNo, false);
            case PAUSE_APPROVED -> move(issueNo, false);
            case DUE_MOVED -> move(issueNo, true);
            case ASSIGNED -> {
                if (isInPlace(event)) {
                    move(issueNo, true);
                }
            }
            case URGENCY_CHANGED -> tell(issueNo);
            default -> {
                // the others move no due time, or begin an assignment with timers of its own
            }
        }
    }

    private void move(IssueNo issueNo, boolean afresh) {
        timers.move(issueNo, afresh);
        dues.move(issueNo);
    }

    /** Nothing begins anew in the process: another urgency, or another handler during a pause. */
    private boolean isInPlace(IssueEvent assigned) {
        return assigned.text("kind").orElse("").equals("URGENCY")
                || issues.get(assigned.issueNo()).status() == IssueStatus.PAUSED;
    }

    /** Tables the process has still to ask are asked by the urgency there is now. */
    private void tell(IssueNo issueNo) {
        var urgency = issues.get(issueNo).urgency().label();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value(), "issue_lifecycle")
                .list()
                .forEach(life -> runtime.setVariable(life.getId(), URGENCY.name(), urgency));
    }
}
