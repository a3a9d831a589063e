package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.QuarterLocked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A locked quarter is graded, and the targets of the one ahead are set; locked again, graded again.
 */
@Component
class AfterLock {

    private final TargetProcess process;

    AfterLock(TargetProcess process) {
        this.process = process;
    }

    @EventListener
    void on(QuarterLocked locked) {
        process.start(locked.quarter().period());
    }
}
