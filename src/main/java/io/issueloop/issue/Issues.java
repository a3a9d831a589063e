package io.issueloop.issue;

import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports issues and finds them again. */
@Service
public class Issues {

    private static final Logger log = LoggerFactory.getLogger(Issues.class);

    private final IssuesInHand issues;
    private final IssueSearch search;
    private final IssueLog events;
    private final IssueProcess process;
    private final JdbcClient jdbc;
    private final Clock clock;

    Issues(
            IssuesInHand issues,
            IssueSearch search,
            IssueLog events,
            IssueProcess process,
            JdbcClient jdbc,
            Clock clock) {
        this.issues = issues;
        this.search = search;
        this.events = events;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records the issue and starts its process; both or neither. */
    @Transactional
    public IssueNo report(ReportIssue report) {
        return report(report, nothing -> {});
    }

    /**
     * @param along what the report brings along, kept before the process starts
     */
    @Transactional
    public IssueNo report(ReportIssue report, Consumer<IssueNo> along) {
        var now = clock.instant();
        var issue = Issue.reported(nextNumber(), report, now);
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.REPORTED,
                report.reporter(),
                now,
                Map.of(
                        "reporter", report.reporter().value(),
                        "urgency", report.urgency().label(),
                        "project", report.project(),
                        "source", report.source(),
                        "major", report.major()));
        log.info("issue {} reported by {} ({})", issue.no(), report.reporter(), report.source());
        along.accept(issue.no());
        process.start(issue);
        return issue.no();
    }

    public Optional<Issue> find(IssueNo issueNo) {
        return issues.find(issueNo);
    }

    /**
     * @throws IllegalArgumentException when there is no such issue
     */
    public Issue get(IssueNo issueNo) {
        return issues.get(issueNo);
    }

    public IssuePage search(IssueQuery query) {
        return search.page(query);
    }

    /** All that fit, up to a number. */
    public List<Issue> list(IssueFilter filter, IssueOrder order, int most) {
        return search.all(filter, order, most);
    }

    /** How many each handler has, the most first; those nobody has under empty. */
    public Map<Optional<UserId>, Long> countByHandler(IssueFilter filter) {
        return search.byHandler(filter);
    }

    /** Everything that happened to the issue, oldest first. */
    public List<RecordedEvent> history(IssueNo issueNo) {
        return events.of(issueNo);
    }

    private IssueNo nextNumber() {
        var serial = jdbc.sql("select nextval('issue_serial')").query(Long.class).single();
        return IssueNo.of(LocalDate.ofInstant(clock.instant(), Zones.REPORTING), serial);
    }
}
