package io.issueloop.standalone.sample;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes about 160 closed issues of the ten weeks before an instant into an empty database: the
 * same ones for the same seed and instant. They start no process and send nothing.
 */
@Component
public class SampleHistory {

    private static final int ISSUES = 160;
    private static final Duration PAST = Duration.ofDays(70);

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final SampleRows rows;

    SampleHistory(JdbcClient jdbc, WorkingCalendar calendar, SampleRows rows) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.rows = rows;
    }

    /**
     * All in one transaction, and only where nothing has ever happened; answers how many issues
     * were written, 0 where there was history already.
     */
    @Transactional
    public int write(Instant now, long seed) {
        if (jdbc.sql("select exists (select 1 from issue_event)").query(Boolean.class).single()) {
            return 0;
        }
        var projects = projects();
        var random = new Random(seed);
        var last = new HashMap<Long, String>();
        int nth = 0;
        for (var start : starts(now, random)) {
            var issue = closedBefore(now, start, random, projects);
            var no = rows.nextNumber(issue.reportedAt());
            nth++;
            var known = last.get(issue.team.id());
            if (known != null && (nth == 40 || nth == 110)) {
                issue = duplicate(start, random, projects, issue.team, known);
            } else if (known != null && random.nextDouble() < issue.team.recurring()) {
                issue.comesBackAs(known);
            }
            rows.write(no, issue, projects.getOrDefault(issue.team.id(), "其他"));
            last.put(issue.team.id(), no);
        }
        return ISSUES;
    }

    /** When issues are reported: in working time, the last two days before. */
    private List<Instant> starts(Instant now, Random random) {
        var first = now.minus(PAST);
        var work = calendar.workBetween(first, now.minus(Duration.ofDays(2)));
        return random.longs(ISSUES, 0, work.toSeconds())
                .sorted()
                .mapToObj(seconds -> calendar.addWork(first, Duration.ofSeconds(seconds)))
                .toList();
    }

    private SampleIssue closedBefore(
            Instant now, Instant start, Random random, Map<Long, String> projects) {
        for (int attempt = 0; ; attempt++) {
            // what was reported too late to have a long life gets a shorter one, or an earlier
            // start
            var since =
                    attempt < 50 ? start : start.minus(Duration.ofDays(Math.min(attempt / 10, 60)));
            var issue = new SampleIssue(calendar, random, since);
            issue.report(projects.getOrDefault(issue.team.id(), "其他"));
            issue.live();
            if (issue.closedAt().isBefore(now)) {
                return issue;
            }
        }
    }

    private SampleIssue duplicate(
            Instant start,
            Random random,
            Map<Long, String> projects,
            SampleTeam team,
            String known) {
        while (true) {
            var issue = new SampleIssue(calendar, random, start);
            if (issue.team == team) {
                issue.report(projects.getOrDefault(team.id(), "其他"));
                issue.mergeInto(known);
                return issue;
            }
        }
    }

    /** One project per team, called as the team. */
    private Map<Long, String> projects() {
        var names = new HashMap<Long, String>();
        jdbc.sql("select team_id, name from team")
                .query(
                        row -> {
                            names.put(row.getLong("team_id"), row.getString("name"));
                        });
        return names;
    }
}
