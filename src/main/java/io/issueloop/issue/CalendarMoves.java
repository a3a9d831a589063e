package io.issueloop.issue;

import io.issueloop.calendar.CalendarDraft;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new calendar moves the due times of open issues (kpi.md §2): shown before, done in one go with
 * the calendar's publication.
 */
@Service
public class CalendarMoves {

    private static final Logger log = LoggerFactory.getLogger(CalendarMoves.class);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final WorkingCalendar current;
    private final CalendarVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarMoves(
            IssuesInHand issues,
            IssueLog events,
            WorkingCalendar current,
            CalendarVersions versions,
            JdbcClient jdbc,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.current = current;
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An open issue whose handler's due time moves. */
    public record Move(Issue issue, Instant from, Instant to) {}

    /** What publishing the draft would move, by issue number. */
    @Transactional(readOnly = true)
    public List<Move> preview(CalendarDraft draft) {
        return changes(draft).stream()
                .map(
                        change ->
                                new Move(
                                        change.issue(),
                                        change.issue().personalDueAt().orElseThrow(),
                                        change.times().personalDue()))
                .toList();
    }

    /**
     * Publishes the draft and moves what it moves, all or nothing.
     *
     * @throws io.issueloop.shared.Refused when another calendar was published in the meantime
     */
    @Transactional
    public int publish(CalendarDraft draft, UserId by) {
        var changes = changes(draft);
        int version = versions.publish(draft, by);
        changes.forEach(change -> move(change, draft, version, by));
        log.info("calendar {} published by {}: {} due times moved", version, by, changes.size());
        return version;
    }

    private record Change(Issue issue, DueTimes.Times times) {}

    private List<Change> changes(CalendarDraft draft) {
        return openIssues().stream()
                .map(issues::get)
                .flatMap(issue -> change(issue, draft).stream())
                .toList();
    }

    private Optional<Change> change(Issue issue, CalendarDraft draft) {
        var due = issue.dueAt().orElseThrow();
        var personal = issue.personalDueAt().orElse(due);
        var history = events.of(issue.no());
        var known = DueTimes.of(history, current);
        var isReplayed =
                known.filter(
                                times ->
                                        times.due().equals(due)
                                                && times.personalDue().equals(personal))
                        .isPresent();
        var moved =
                isReplayed
                        ? DueTimes.of(history, draft).orElseThrow()
                        : shifted(issue, due, personal, draft);
        return moved.due().equals(due) && moved.personalDue().equals(personal)
                ? Optional.empty()
                : Optional.of(new Change(issue, moved));
    }

    /** Of an issue whose times came from elsewhere, as much working time as it was given. */
    private DueTimes.Times shifted(
            Issue issue, Instant due, Instant personal, CalendarDraft draft) {
        var from = issue.reportedAt();
        var before = current.of(issue.team());
        var after = draft.of(issue.team());
        var newDue = after.addWork(from, before.workBetween(from, due));
        var newPersonal = after.addWork(from, before.workBetween(from, personal));
        return new DueTimes.Times(newDue, newDue, newPersonal, newPersonal);
    }

    private void move(Change change, CalendarDraft draft, int version, UserId by) {
        var issue = change.issue();
        var times = change.times();
        var before = issue.personalDueAt().or(issue::dueAt).orElseThrow();
        issue.moveDue(times.due(), times.personalDue());
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.DUE_MOVED,
                by,
                clock.instant(),
                Map.of(
                        "dueAt", times.due().toString(),
                        "baseDueAt", times.base().toString(),
                        "personalDueAt", times.personalDue().toString(),
                        "personalBaseDueAt", times.personalBase().toString(),
                        "from", before.toString(),
                        "calendarVersion", version,
                        "reason", "工作日历更新：" + draft.source()));
    }

    private List<IssueNo> openIssues() {
        return jdbc.sql(
                        """
                select issue_no from issue
                 where due_at is not null
                   and status in ('REPORTED', 'TRIAGE', 'AWAITING_APPROVAL', 'ASSIGNED', 'HANDLING', 'PAUSED')
                 order by issue_no
                """)
                .query((row, n) -> IssueNo.of(row.getString("issue_no")))
                .list();
    }
}
