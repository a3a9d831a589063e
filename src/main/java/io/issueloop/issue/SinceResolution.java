package io.issueloop.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people did since the last resolution of an issue.
 *
 * @param resolvedAt the resolution that stands, UTC; empty when none does
 * @param stars what the reporter gave last
 * @param comment what the reporter said with it
 * @param ratings how often it was rated; tells one rating from the next
 * @param confirmed whether somebody confirmed what the reporter resolved
 * @param followedUp whether the lead asked about a low rating
 */
public record SinceResolution(
        Optional<Instant> resolvedAt,
        Optional<Integer> stars,
        String comment,
        int ratings,
        boolean confirmed,
        boolean followedUp) {

    private static final SinceResolution NOTHING =
            new SinceResolution(Optional.empty(), Optional.empty(), "", 0, false, false);

    /** Ratings of so many stars, or fewer, are asked about. */
    public static final int LOW = 2;

    /** Reads the history, oldest first. */
    static SinceResolution of(List<RecordedEvent> history) {
        var state = NOTHING;
        for (var recorded : history) {
            state = state.after(recorded.event());
        }
        return state;
    }

    public boolean isLow() {
        return stars.filter(given -> given <= LOW).isPresent();
    }

    private SinceResolution after(IssueEvent event) {
        return switch (event.type()) {
            case RESOLVED ->
                    new SinceResolution(
                            Optional.of(event.occurredAt()), Optional.empty(), "", 0, false, false);
            case REOPENED -> NOTHING;
            case RATED ->
                    new SinceResolution(
                            resolvedAt,
                            event.text("stars").map(Integer::valueOf),
                            event.text("comment").orElse(""),
                            ratings + 1,
                            confirmed,
                            followedUp);
            case RESOLUTION_CONFIRMED ->
                    new SinceResolution(resolvedAt, stars, comment, ratings, true, followedUp);
            case RATING_FOLLOWED_UP ->
                    new SinceResolution(resolvedAt, stars, comment, ratings, confirmed, true);
            default -> this;
        };
    }
}
