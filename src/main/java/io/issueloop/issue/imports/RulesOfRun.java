package io.issueloop.issue.imports;

import io.issueloop.issue.Classification;
import io.issueloop.issue.Urgency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables' answers during one run: thousands of rows ask the same few questions. */
final class RulesOfRun {

    private final Supplier<ImportProcess> rules;
    private final Map<Question, Integer> days = new HashMap<>();

    RulesOfRun(Supplier<ImportProcess> rules) {
        this.rules = rules;
    }

    private record Question(Urgency urgency, Optional<String> category, String project) {}

    Classification classify(String description) {
        return rules.get().classify(description);
    }

    int serviceLevelDays(Urgency urgency, Optional<String> category, String project) {
        return days.computeIfAbsent(
                new Question(urgency, category, project),
                asked -> rules.get().serviceLevelDays(urgency, category, project));
    }
}
