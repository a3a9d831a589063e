package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.COMMENTS_END_AT;
import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.TARGETS_OWED;
import static io.issueloop.process.ProcessVariables.TARGETS_START_AT;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 建议目标: opens the round, unless the quarter ahead has one. */
@Component
class SuggestTargetsDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    SuggestTargetsDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        var round = nextTargets.open(closed);
        TARGETS_OWED.set(execution, round.isPresent());
        round.ifPresent(
                opened -> {
                    COMMENTS_END_AT.set(execution, Date.from(opened.commentsUntil()));
                    TARGETS_START_AT.set(execution, Date.from(opened.startsAt()));
                });
    }
}
