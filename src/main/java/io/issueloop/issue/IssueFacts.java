package io.issueloop.issue;

import io.issueloop.shared.Excerpt;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What is known of an issue, as a row of {@code issue} and as it is read; {@link Issue} changes it.
 */
@SuppressWarnings("NullAway.Init")
public abstract class IssueFacts {

    @Id String issueNo;
    @Version @Nullable Integer version;
    String description;
    Urgency urgency;
    String project;
    boolean major;
    String reporter;
    String source;
    IssueStatus status;
    @Nullable String category;
    @Nullable String subCategory;
    @Nullable Long teamId;
    @Nullable String handler;
    @Nullable Integer serviceLevelMinutes;
    @Nullable Instant dueAt;
    @Nullable Instant personalDueAt;
    Instant reportedAt;
    @Nullable Instant pausedAt;
    @Nullable String waitsFor;
    @Nullable Instant resolvedAt;
    @Nullable Instant closedAt;
    int assignmentCount;
    int resolutionCount;
    @Nullable String cause;
    @Nullable String measures;
    @Nullable String verification;
    @Nullable Integer stars;
    @Nullable String note;

    IssueFacts() {}

    public IssueNo no() {
        return IssueNo.of(issueNo);
    }

    /** Grows with every change: two pictures of one issue can be told apart. */
    public int version() {
        return version == null ? 0 : version;
    }

    public String description() {
        return description;
    }

    public Urgency urgency() {
        return urgency;
    }

    public String project() {
        return project;
    }

    public boolean isMajor() {
        return major;
    }

    public UserId reporter() {
        return UserId.of(reporter);
    }

    public String source() {
        return source;
    }

    public IssueStatus status() {
        return status;
    }

    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    public Optional<String> subCategory() {
        return Optional.ofNullable(subCategory);
    }

    public Optional<TeamId> team() {
        return Optional.ofNullable(teamId).map(TeamId::of);
    }

    public Optional<UserId> handler() {
        return Optional.ofNullable(handler).map(UserId::of);
    }

    /** The service level in working time; zero until it is decided. */
    public Duration serviceLevel() {
        return Duration.ofMinutes(serviceLevelMinutes == null ? 0 : serviceLevelMinutes);
    }

    /** Whether its reporter handles it: nobody rates their own work. */
    public boolean isOwn() {
        return reporter.equals(handler);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /**
     * Until when the present handler has; later than {@link #dueAt} after a hand-over (kpi.md §4
     * P2).
     */
    public Optional<Instant> personalDueAt() {
        return Optional.ofNullable(personalDueAt);
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    /** Who or what the handler waits for; empty while it is the reporter's answer. */
    public Optional<String> waitsFor() {
        return Optional.ofNullable(waitsFor);
    }

    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** How often it has been assigned; tells one handler's card from the next. */
    public int assignmentCount() {
        return assignmentCount;
    }

    /** How often it has been resolved; tells one evaluation from the next. */
    public int resolutionCount() {
        return resolutionCount;
    }

    public Solution solution() {
        return new Solution(orEmpty(cause), orEmpty(measures), orEmpty(verification));
    }

    public Optional<Integer> stars() {
        return Optional.ofNullable(stars);
    }

    /** A sentence for the tracking row's 处理说明, where there is more to say than the status. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** The first line of the description, at most 40 characters: enough to recognise it by. */
    public String title() {
        var first = description.strip().lines().findFirst().orElse("");
        return Excerpt.of(first, 40);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
