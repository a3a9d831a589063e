package io.issueloop.appraisal.targets;

import io.issueloop.kpi.DefinitionVersion;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.Period;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the table suggests for every metric with a target. */
@Component
class TargetSuggestions {

    private final TargetFacts facts;
    private final TargetAdvice advice;

    TargetSuggestions(TargetFacts facts, TargetAdvice advice) {
        this.facts = facts;
        this.advice = advice;
    }

    List<Suggestion> of(DefinitionVersion base, Period closed) {
        return base.definitions().stream()
                .filter(kpi -> kpi.isDefault() && kpi.target() != null)
                .map(kpi -> of(kpi, closed))
                .toList();
    }

    private Suggestion of(KpiDefinition kpi, Period closed) {
        var past = facts.of(kpi, closed);
        var present =
                kpi.targetIn(Period.Kind.QUARTER)
                        .or(() -> java.util.Optional.ofNullable(kpi.target()));
        return Suggestion.of(
                past,
                present.orElseThrow(),
                advice.advise(past.question()),
                advice.bounds(kpi.metric()));
    }
}
