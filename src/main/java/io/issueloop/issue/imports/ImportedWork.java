package io.issueloop.issue.imports;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import left to do, and for whom, as things are now. */
@Component
public class ImportedWork {

    private static final Set<IssueStatus> WITH_HANDLER =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING);

    private final JdbcClient jdbc;
    private final Issues issues;
    private final IssueAssignment assignment;
    private final Clock clock;

    ImportedWork(JdbcClient jdbc, Issues issues, IssueAssignment assignment, Clock clock) {
        this.jdbc = jdbc;
        this.issues = issues;
        this.assignment = assignment;
        this.clock = clock;
    }

    /**
     * One person's share.
     *
     * @param nextDue of those that are not late, UTC
     */
    public record Share(
            long toTriage,
            long toAccept,
            long inHand,
            long toEvaluate,
            long late,
            Optional<Instant> nextDue) {

        public boolean isNothing() {
            return toTriage + toAccept + inHand + toEvaluate == 0;
        }
    }

    /** Everybody who has something to do now. */
    public List<UserId> people(long runId) {
        return open(runId).map(this::waitsFor).flatMap(Optional::stream).distinct().toList();
    }

    public Share of(UserId person, long runId) {
        var own = open(runId).filter(issue -> waitsFor(issue).equals(Optional.of(person))).toList();
        var now = clock.instant();
        var dues =
                own.stream()
                        .filter(issue -> issue.status() != IssueStatus.RESOLVED)
                        .flatMap(issue -> issue.personalDueAt().stream())
                        .toList();
        return new Share(
                count(own, IssueStatus.TRIAGE),
                count(own, IssueStatus.ASSIGNED),
                count(own, IssueStatus.HANDLING),
                count(own, IssueStatus.RESOLVED),
                dues.stream().filter(due -> due.isBefore(now)).count(),
                dues.stream().filter(due -> !due.isBefore(now)).min(Instant::compareTo));
    }

    /** What people work on and is late, the latest first. */
    public List<Issue> overdue(long runId) {
        var now = clock.instant();
        return open(runId)
                .filter(issue -> WITH_HANDLER.contains(issue.status()))
                .filter(issue -> issue.personalDueAt().filter(now::isAfter).isPresent())
                .sorted(Comparator.comparing(issue -> issue.personalDueAt().orElseThrow()))
                .toList();
    }

    /** When the run ended, or was asked for while it lasts; UTC. */
    public Instant importedAt(long runId) {
        return jdbc.sql(
                        "select coalesce(finished_at, requested_at) from import_run where id = :run")
                .param("run", runId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static long count(List<Issue> issues, IssueStatus status) {
        return issues.stream().filter(issue -> issue.status() == status).count();
    }

    private Optional<UserId> waitsFor(Issue issue) {
        return switch (issue.status()) {
            case TRIAGE -> Optional.of(assignment.triager(issue.no()));
            case ASSIGNED, HANDLING -> issue.handler();
            case RESOLVED -> Optional.of(issue.reporter());
            default -> Optional.empty();
        };
    }

    private Stream<Issue> open(long runId) {
        return jdbc
                .sql(
                        """
                        select i.issue_no from imported_issue m join issue i using (issue_no)
                         where m.run_id = :run and i.status in ('TRIAGE', 'ASSIGNED', 'HANDLING', 'RESOLVED')
                         order by i.issue_no
                        """)
                .param("run", runId)
                .query(String.class)
                .list()
                .stream()
                .map(no -> issues.get(IssueNo.of(no)));
    }
}
