package io.issueloop.issue;

import static io.issueloop.issue.IssueEventType.ACCEPTED;
import static io.issueloop.issue.IssueEventType.CLASSIFIED;
import static io.issueloop.issue.IssueEventType.CLOSED;
import static io.issueloop.issue.IssueEventType.RATED;
import static io.issueloop.issue.IssueEventType.REOPENED;
import static io.issueloop.issue.IssueEventType.RESOLVED;
import static io.issueloop.issue.IssueEventType.SERVICE_LEVEL_SET;
import static io.issueloop.issue.IssueEventType.TRIAGED;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what the process decided or a person did; called by the process in its own transaction.
 * Assignment is in {@link IssueAssignment}, the clock in {@link IssuePauses}.
 */
@Service
@Transactional
public class IssueLifecycle {

    /** The customer's four main categories (kpi.md §8). */
    public static final Set<String> CATEGORIES = Set.of("技术", "流程", "人员", "工具");

    private static final Duration LEAST_AFTER_REOPENING = Duration.ofHours(4);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final WorkingCalendar calendar;
    private final FollowUps followUps;
    private final Care care;
    private final Clock clock;

    IssueLifecycle(
            IssuesInHand issues,
            IssueLog events,
            WorkingCalendar calendar,
            FollowUps followUps,
            Care care,
            Clock clock) {
        this.care = care;
        this.issues = issues;
        this.events = events;
        this.calendar = calendar;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Records what the table said; without a category the issue waits for triage. */
    public void classify(IssueNo issueNo, Classification classification) {
        var issue = issues.get(issueNo);
        var sub = classification.subCategory(KeywordText.of(issue.description()));
        issue.categorise(classification.category(), sub);
        var payload = new HashMap<String, Object>();
        classification.category().ifPresent(category -> payload.put("category", category));
        sub.ifPresent(keyword -> payload.put("subCategory", keyword));
        payload.put("confidence", classification.confidence());
        payload.put("hits", classification.hits().stream().map(Object::toString).toList());
        record(issue, CLASSIFIED, UserId.SYSTEM, payload);
    }

    /** Records the category a person decided; the sub category may be left empty. */
    public void triage(IssueNo issueNo, UserId by, String category, String subCategory) {
        if (!CATEGORIES.contains(category)) {
            throw new Refused("请选择分类：技术、流程、人员 或 工具");
        }
        var issue = issues.get(issueNo);
        care.requireMayTriage(issue, by);
        var sub = SubCategory.read(subCategory);
        issue.categorise(Optional.of(category), sub);
        var payload = new HashMap<String, Object>(Map.of("category", category));
        sub.ifPresent(named -> payload.put("subCategory", named));
        record(issue, TRIAGED, by, care.namedLead(issue, by, payload));
    }

    /** Promises a solution within so many working days from the report. */
    public void setServiceLevel(IssueNo issueNo, long workingDays) {
        setServiceLevel(issueNo, workingDays, MajorDecision.asReported(issues.get(issueNo)));
    }

    /** As {@link #setServiceLevel(IssueNo, long)}, and records whether it is a major issue. */
    public void setServiceLevel(IssueNo issueNo, long workingDays, MajorDecision decision) {
        var issue = issues.get(issueNo);
        issue.judge(decision.isMajor());
        var serviceLevel = WorkingCalendar.WORKING_DAY.multipliedBy(workingDays);
        var due = calendar.addWork(issue.reportedAt(), serviceLevel);
        issue.promise(serviceLevel, due);
        var payload = new HashMap<>(decision.evidence());
        payload.put("minutes", serviceLevel.toMinutes());
        payload.put("dueAt", due.toString());
        record(issue, SERVICE_LEVEL_SET, UserId.SYSTEM, payload);
    }

    public void accept(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        issue.accept(care.holder(issue, by));
        record(issue, ACCEPTED, by, Map.of());
    }

    public void resolve(IssueNo issueNo, UserId by, Solution solution) {
        var issue = issues.get(issueNo);
        issue.resolve(care.holder(issue, by), solution, clock.instant());
        record(
                issue,
                RESOLVED,
                by,
                Map.of(
                        "teamId", issue.team().orElseThrow().value(),
                        "byReporter", by.equals(issue.reporter()),
                        "cause", solution.cause(),
                        "solution", solution.measures(),
                        "verification", solution.verification()));
    }

    /** Records the reporter's stars, where given, of a solution that works. */
    public void rate(IssueNo issueNo, UserId by, Optional<Integer> stars, String comment) {
        var rating = new Rating(stars, comment);
        var issue = issues.get(issueNo);
        issue.rate(by, stars);
        record(issue, RATED, by, rating.payload());
    }

    /**
     * The reporter says it is not solved; due times shift by the time it stood resolved, at least 4
     * hours remain.
     */
    public void reopen(IssueNo issueNo, UserId by, String reason) {
        var issue = issues.get(issueNo);
        if (!by.equals(issue.reporter())) {
            throw new Refused("只有提报人可以判定未解决");
        }
        reopened(issue, by, reason);
    }

    /** Somebody else says that what the reporter resolved is not solved. */
    public void reopenOwn(IssueNo issueNo, UserId by, String reason) {
        var issue = issues.get(issueNo);
        followUps.requireConfirmer(issue, by);
        reopened(issue, by, reason);
    }

    private void reopened(Issue issue, UserId by, String reason) {
        var now = clock.instant();
        var counted = calendar.of(issue.team());
        var stood =
                issue.resolvedAt()
                        .map(since -> counted.workBetween(since, now))
                        .orElse(Duration.ZERO);
        var least = counted.addWork(now, LEAST_AFTER_REOPENING);
        issue.reopen(
                latest(counted.addWork(issue.dueAt().orElseThrow(), stood), least),
                latest(counted.addWork(issue.personalDueAt().orElseThrow(), stood), least));
        var payload = dueTimes(issue);
        payload.put("reason", reason.isBlank() ? "判定未解决" : reason.strip());
        record(issue, REOPENED, by, payload);
    }

    /** Closes a resolved issue: confirmed by its reporter, or by time without a rating. */
    public void close(IssueNo issueNo, boolean confirmed) {
        var issue = issues.get(issueNo);
        issue.close(clock.instant(), closing(issue, confirmed));
        record(
                issue,
                CLOSED,
                UserId.SYSTEM,
                Map.of("outcome", confirmed ? "CONFIRMED" : "NO_RATING"));
    }

    private static String closing(Issue issue, boolean confirmed) {
        if (issue.isOwn()) {
            return confirmed ? "自提自解，已由他人确认" : "自提自解，到期无人确认，自动关闭";
        }
        return confirmed ? "提报人已确认解决" : "到期未评价，自动关闭";
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Object> dueTimes(Issue issue) {
        var payload = new HashMap<String, Object>();
        issue.dueAt().ifPresent(due -> payload.put("dueAt", due.toString()));
        issue.personalDueAt().ifPresent(due -> payload.put("personalDueAt", due.toString()));
        return payload;
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        issues.save(issue);
        events.append(issue, type, by, clock.instant(), care.named(issue, type, by, payload));
    }
}
