package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the members of one team have in hand and solved lately. One indexed count per member: it
 * does not matter how many issues there are beside theirs.
 */
@Component
class Workload {

    private static final Duration EXPERIENCE = Duration.ofDays(90);
    private static final Duration LATELY = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    Workload(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    List<Candidate> of(List<UserId> users, Issue issue) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var category = issue.category().orElse("");
        return jdbc.sql(
                        """
                select u.who,
                       (select count(*) from issue i
                         where i.handler = u.who and i.status in ('ASSIGNED', 'HANDLING', 'PAUSED')) as open,
                       (select count(*) from (select from issue i
                         where i.handler = u.who and i.project = :project and i.resolved_at >= :experience
                         limit 9) x) as here,
                       (select count(*) from (select from issue i
                         where i.handler = u.who and i.resolved_at >= :lately limit 50) x) as lately
                  from unnest(array[:users]) as u (who)
                """)
                .param("users", users.stream().map(UserId::value).toList())
                .param("project", issue.project())
                .param("experience", now.minus(EXPERIENCE))
                .param("lately", now.minus(LATELY))
                .query(
                        (row, index) -> {
                            var user = UserId.of(row.getString("who"));
                            return new Candidate(
                                    user,
                                    row.getLong("open"),
                                    row.getLong("here"),
                                    row.getLong("lately"),
                                    directory.skills(user).contains(category));
                        })
                .list();
    }
}
