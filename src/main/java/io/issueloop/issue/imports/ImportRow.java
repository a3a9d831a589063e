package io.issueloop.issue.imports;

import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row that keeps the rules.
 *
 * @param stars 1–5, of the reporter
 */
record ImportRow(
        String key,
        Words words,
        UserId reporter,
        Optional<UserId> handler,
        Times times,
        Optional<Integer> stars,
        Optional<Link> link) {

    record Words(String description, Urgency urgency, String project, Optional<String> category) {}

    /** UTC. */
    record Times(
            Instant created,
            Optional<Instant> accepted,
            Optional<Instant> resolved,
            Optional<Instant> closed) {}

    /** This row is the same as, or comes back from, the row of another external key. */
    record Link(String to, Kind kind) {

        enum Kind {
            DUPLICATE_REPORT("重复提报"),
            RECURRENCE("复发");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            String label() {
                return label;
            }
        }
    }

    boolean isDuplicate() {
        return link.filter(known -> known.kind() == Link.Kind.DUPLICATE_REPORT).isPresent();
    }

    /**
     * When it was closed: as the file says; a rated solution was closed when it was made, a
     * duplicate when it was found to be one.
     */
    Optional<Instant> closedAt() {
        return times.closed()
                .or(() -> stars.isPresent() ? times.resolved() : Optional.empty())
                .or(
                        () ->
                                isDuplicate()
                                        ? Optional.of(times.resolved().orElse(times.created()))
                                        : Optional.empty());
    }

    /** Where the times say it stands. */
    IssueStatus status() {
        if (closedAt().isPresent()) {
            return IssueStatus.CLOSED;
        }
        if (times.resolved().isPresent()) {
            return IssueStatus.RESOLVED;
        }
        if (times.accepted().isPresent()) {
            return IssueStatus.HANDLING;
        }
        return handler.isPresent() ? IssueStatus.ASSIGNED : IssueStatus.REPORTED;
    }

    /** What the columns say, each written in one way only, so that two readings can be compared. */
    Map<ImportColumn, String> values() {
        var values = new EnumMap<ImportColumn, String>(ImportColumn.class);
        values.put(ImportColumn.KEY, key);
        values.put(ImportColumn.DESCRIPTION, words.description());
        values.put(ImportColumn.URGENCY, words.urgency().label());
        values.put(ImportColumn.PROJECT, words.project());
        values.put(ImportColumn.REPORTER, reporter.value());
        values.put(ImportColumn.HANDLER, text(handler));
        values.put(ImportColumn.CATEGORY, text(words.category()));
        values.put(ImportColumn.CREATED, times.created().toString());
        values.put(ImportColumn.ACCEPTED, text(times.accepted()));
        values.put(ImportColumn.RESOLVED, text(times.resolved()));
        values.put(ImportColumn.CLOSED, text(times.closed()));
        values.put(ImportColumn.STARS, text(stars));
        values.put(ImportColumn.DUPLICATE_OF, text(link.map(Link::to)));
        values.put(ImportColumn.DUPLICATE_KIND, text(link.map(known -> known.kind().label())));
        return values;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
