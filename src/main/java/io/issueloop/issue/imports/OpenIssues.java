package io.issueloop.issue.imports;

import io.issueloop.issue.IssueDispatched;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.imports.ImportProcess.Entry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets issues that are not over go on where their times say. */
@Component
class OpenIssues {

    private final Issues issues;
    private final ObjectProvider<ImportProcess> process;
    private final ApplicationEventPublisher publisher;

    OpenIssues(
            Issues issues,
            ObjectProvider<ImportProcess> process,
            ApplicationEventPublisher publisher) {
        this.issues = issues;
        this.process = process;
        this.publisher = publisher;
    }

    /** Nothing happens for an issue that is over. */
    void enter(NewFacts facts) {
        entry(facts)
                .ifPresent(
                        entry ->
                                Arriving.during(
                                        () -> {
                                            var issue = issues.get(facts.issueNo());
                                            process.getObject().enter(issue, entry);
                                            if (entry == Entry.HANDLING) {
                                                publisher.publishEvent(
                                                        new IssueDispatched(issue, false));
                                            }
                                        }));
    }

    void leave(NewFacts facts) {
        process.getObject().leave(issues.get(facts.issueNo()));
    }

    static Optional<Entry> entry(NewFacts facts) {
        return entry(facts.row().status(), facts.category().main().isPresent());
    }

    private static Optional<Entry> entry(IssueStatus status, boolean categoryKnown) {
        return switch (status) {
            case REPORTED -> Optional.of(categoryKnown ? Entry.CLASSIFIED : Entry.REPORTED);
            case ASSIGNED -> Optional.of(Entry.ASSIGNED);
            case HANDLING -> Optional.of(Entry.HANDLING);
            case RESOLVED -> Optional.of(Entry.RESOLVED);
            default -> Optional.empty();
        };
    }
}
