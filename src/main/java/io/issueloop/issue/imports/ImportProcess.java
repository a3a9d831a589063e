package io.issueloop.issue.imports;

import io.issueloop.issue.Classification;
import io.issueloop.issue.Issue;
import io.issueloop.issue.Urgency;
import java.util.Optional;

/** What an import asks of the rules and of the workflow engine; in the caller's transaction. */
public interface ImportProcess {

    /** Where the process of an open issue begins. */
    enum Entry {
        /** With the classification. */
        REPORTED,
        /** With the choice of a handler; the category is known. */
        CLASSIFIED,
        /** At 接单. */
        ASSIGNED,
        /** At 处理问题. */
        HANDLING,
        /** At the evaluation. */
        RESOLVED
    }

    /** What the keyword table says of a text. */
    Classification classify(String description);

    /** Working days the table promises. */
    int serviceLevelDays(Urgency urgency, Optional<String> category, String project);

    /** Starts the process of an issue whose facts are recorded; nobody gets a card for it. */
    void enter(Issue issue, Entry entry);

    /** Ends the process of an issue without a trace in its facts, to begin elsewhere or nowhere. */
    void leave(Issue issue);
}
