package io.issueloop.issue.imports;

import io.issueloop.issue.imports.ImportedIssues.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** External keys as far as one batch asked for them. */
final class KnownKeys {

    private final ImportedIssues issues;
    private final Map<String, Known> found = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    KnownKeys(ImportedIssues issues, Collection<String> keys) {
        this.issues = issues;
        ask(keys);
    }

    Optional<Known> get(String key) {
        if (!asked.contains(key)) {
            ask(List.of(key));
        }
        return Optional.ofNullable(found.get(key));
    }

    /** Whether its issue is there. */
    boolean isWritten(String key) {
        return get(key).filter(Known::written).isPresent();
    }

    private void ask(Collection<String> keys) {
        asked.addAll(keys);
        found.putAll(issues.find(keys));
    }
}
