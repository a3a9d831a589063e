package io.issueloop.issue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports from a form that cannot carry a key of its own, such as Tasklist's start form. Whoever
 * sends the same once more within ten minutes, impatient or without an answer, gets the number of
 * the first time.
 */
@Service
public class FormReports {

    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Issues issues;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormReports(Issues issues, JdbcClient jdbc, Clock clock) {
        this.issues = issues;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two at once: the second waits for the first, then finds what it did. */
    @Transactional
    public IssueNo take(ReportIssue report) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:reporter, 195))")
                .param("reporter", report.reporter().value())
                .query()
                .listOfRows();
        return earlier(report).orElseGet(() -> issues.report(report));
    }

    private Optional<IssueNo> earlier(ReportIssue report) {
        return jdbc.sql(
                        """
                select i.issue_no from issue i join issue_event e using (issue_no)
                 where i.reporter = :reporter and i.description = :description
                   and i.reported_at > :since and i.status <> 'CANCELLED' and e.type = 'REPORTED'
                   and e.payload @> jsonb_build_object(
                       'source', :source, 'urgency', :urgency, 'project', :project, 'major', :major)
                 order by i.reported_at desc limit 1
                """)
                .param("reporter", report.reporter().value())
                .param("description", report.description())
                .param("since", clock.instant().minus(AGAIN).atOffset(ZoneOffset.UTC))
                .param("source", report.source())
                .param("urgency", report.urgency().label())
                .param("project", report.project())
                .param("major", report.major())
                .query(String.class)
                .optional()
                .map(IssueNo::of);
    }
}
