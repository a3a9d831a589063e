package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CATEGORY;
import static io.issueloop.process.ProcessVariables.URGENCY;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.issue.Issue;
import io.issueloop.issue.ServiceLevels;
import io.issueloop.issue.Urgency;
import java.time.Duration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks {@code decide_service_level.dmn}, the latest version. */
@Component
class DecidedServiceLevels implements ServiceLevels {

    private final DecisionService decisions;

    DecidedServiceLevels(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Duration of(Issue issue, Urgency urgency) {
        var inputs =
                Variables.putValue(URGENCY.name(), urgency.label())
                        .putValue(CATEGORY.name(), issue.category().orElse(""));
        Number days =
                decisions
                        .evaluateDecisionTableByKey("decide_service_level", inputs)
                        .getSingleResult()
                        .getEntry("serviceLevelDays");
        return WorkingCalendar.WORKING_DAY.multipliedBy(days.longValue());
    }
}
