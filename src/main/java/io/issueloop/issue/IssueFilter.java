package io.issueloop.issue;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which issues to list: all, narrowed condition by condition. Values are bound, never written. */
public final class IssueFilter {

    /** An issue whose clock still runs; while it is paused, the time of the pause counts. */
    private static final String RUNNING =
            "status in ('REPORTED', 'TRIAGE', 'AWAITING_APPROVAL', 'ASSIGNED', 'HANDLING', 'PAUSED')";

    private final List<String> conditions = new ArrayList<>();
    private static final int SOON_DAYS = 3;

    private final Map<String, Object> params = new HashMap<>();

    /** Where the due time stands; an issue that is resolved or over is in none of them. */
    public enum Due {
        OVERDUE,
        TODAY,
        /** Not late yet, and due today or within the two days after (Asia/Shanghai). */
        SOON
    }

    public static IssueFilter all() {
        return new IssueFilter();
    }

    /** An empty collection narrows nothing, here and below. */
    public IssueFilter statuses(Collection<IssueStatus> statuses) {
        return in("status", statuses.stream().map(Enum::name).toList());
    }

    public IssueFilter urgencies(Collection<Urgency> urgencies) {
        return in("urgency", urgencies.stream().map(Enum::name).toList());
    }

    public IssueFilter categories(Collection<String> categories) {
        return in("category", categories);
    }

    public IssueFilter projects(Collection<String> projects) {
        return in("project", projects);
    }

    public IssueFilter teams(Collection<TeamId> teams) {
        return in("team_id", teams.stream().map(TeamId::value).toList());
    }

    public IssueFilter handledBy(UserId handler) {
        return and("handler = :handler", "handler", handler.value());
    }

    public IssueFilter withoutHandler() {
        conditions.add("handler is null");
        return this;
    }

    public IssueFilter reportedBy(UserId reporter) {
        return and("reporter = :reporter", "reporter", reporter.value());
    }

    /** Those the person joined (我也遇到), or whose duplicate the person reported. */
    public IssueFilter followedBy(UserId user) {
        return and(
                "issue_no in (select issue_no from issue_follower where user_id = :follower)",
                "follower",
                user.value());
    }

    public IssueFilter majorOnly() {
        conditions.add("major");
        return this;
    }

    /** Part of the number or of the description, without regard to case. */
    public IssueFilter containing(String text) {
        return and(
                "(strpos(lower(description), lower(:text)) > 0 or strpos(issue_no, upper(:text)) > 0)",
                "text",
                text);
    }

    public IssueFilter due(Due due, Instant now) {
        if (due == Due.OVERDUE) {
            return and(
                    RUNNING
                            + " and due_at < case status when 'PAUSED' then paused_at else :now end",
                    "now",
                    now.atOffset(ZoneOffset.UTC));
        }
        var today = LocalDate.ofInstant(now, Zones.REPORTING);
        var soon = due == Due.SOON;
        params.put("dueUntil", start(today.plusDays(soon ? SOON_DAYS : 1)));
        return and(
                RUNNING + " and due_at >= :dueFrom and due_at < :dueUntil",
                "dueFrom",
                soon ? now.atOffset(ZoneOffset.UTC) : start(today));
    }

    /** Reported on this day (Asia/Shanghai) or later. */
    public IssueFilter reportedFrom(LocalDate day) {
        return and("reported_at >= :reportedFrom", "reportedFrom", start(day));
    }

    /** Reported on this day (Asia/Shanghai) or before. */
    public IssueFilter reportedUntil(LocalDate day) {
        return and("reported_at < :reportedUntil", "reportedUntil", start(day.plusDays(1)));
    }

    /** The SQL condition; empty where everything fits. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private static Object start(LocalDate day) {
        return day.atStartOfDay(Zones.REPORTING).toOffsetDateTime();
    }

    private IssueFilter in(String column, Collection<?> values) {
        return values.isEmpty()
                ? this
                : and("%1$s in (:%1$s)".formatted(column), column, List.copyOf(values));
    }

    private IssueFilter and(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
        return this;
    }
}
