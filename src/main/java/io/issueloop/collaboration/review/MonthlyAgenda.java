package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.AgendaItem;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.Zones;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a team's month gives to talk about, from what happened in it: major and recurring issues,
 * those whose due time passed, and those rated with one or two stars; fifty at most, in this order.
 */
@Component
class MonthlyAgenda {

    private static final String ITEMS =
            """
            with happened as (
                select issue_no, '重大' as reason, 1 as place from issue_event
                 where type = 'REPORTED' and occurred_at >= :from and occurred_at < :to
                   and (payload ->> 'major')::boolean
                union
                select issue_no, '复发', 2 from issue_event e
                 where type = 'LINKED' and occurred_at >= :from and occurred_at < :to
                   and payload ->> 'kind' = 'RECURRENCE'
                   and not exists (select 1 from issue_event u
                                    where u.issue_no = e.issue_no and u.type = 'UNLINKED'
                                      and u.id > e.id and u.payload ->> 'to' = e.payload ->> 'to')
                union
                select issue_no, '超时', 3 from issue
                 where due_at >= :from and due_at < :to and status not in ('CANCELLED', 'INVALID')
                   and coalesce(resolved_at, :to) > due_at
                union
                select issue_no, '低分', 4 from issue_event
                 where type = 'RATED' and occurred_at >= :from and occurred_at < :to
                   and (payload ->> 'stars')::int <= 2
            )
            select i.issue_no, split_part(i.description, E'\\n', 1) as title,
                   string_agg(h.reason, '、' order by h.place) as reasons
              from happened h join issue i using (issue_no)
             where i.team_id = :team
             group by i.issue_no order by min(h.place), i.issue_no limit 50
            """;

    private static final int MAX_TITLE = 40;

    private final JdbcClient jdbc;

    MonthlyAgenda(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AgendaItem> of(TeamId team, YearMonth month) {
        return jdbc.sql(ITEMS)
                .param("team", team.value())
                .param("from", start(month))
                .param("to", start(month.plusMonths(1)))
                .query(
                        (row, n) ->
                                new AgendaItem(
                                        IssueNo.of(row.getString("issue_no")),
                                        title(row.getString("title").strip()),
                                        row.getString("reasons")))
                .list();
    }

    private static String title(String first) {
        return Excerpt.of(first, MAX_TITLE);
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Zones.REPORTING).toOffsetDateTime();
    }
}
