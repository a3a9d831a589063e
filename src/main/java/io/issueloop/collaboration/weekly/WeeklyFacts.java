package io.issueloop.collaboration.weekly;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes how every issue stood at the end of a report's span, from what had happened by then. */
@Component
class WeeklyFacts {

    private static final String FREEZE =
            """
            insert into weekly_line (period, issue_no, title, handler, team_id, open, solved, overdue,
                                     due_next, due_at, stars)
            with candidate as (
                select issue_no, split_part(description, E'\\n', 1) as title from issue
                 where status not in ('CLOSED', 'CANCELLED', 'INVALID')
                    or closed_at > :from or resolved_at > :from
            ), course as (
                select c.issue_no, c.title,
                       (array_agg(coalesce(e.payload ->> 'handler', e.holder) order by e.occurred_at desc, e.id desc)
                           filter (where e.type = 'ASSIGNED'))[1] as handler,
                       (array_agg((e.payload ->> 'teamId')::bigint order by e.occurred_at desc, e.id desc)
                           filter (where e.type = 'ASSIGNED'))[1] as team_id,
                       (array_agg(e.type order by e.occurred_at desc, e.id desc)
                           filter (where e.type in ('RESOLVED', 'REOPENED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED',
                                                    'WONT_FIX')))[1] as outcome,
                       max(e.occurred_at) filter (where e.type = 'RESOLVED') as resolved_at,
                       coalesce((array_agg(e.type order by e.occurred_at desc, e.id desc)
                           filter (where e.type in ('PAUSED', 'RESUMED')))[1] = 'PAUSED', false) as paused,
                       (array_agg((e.payload ->> 'personalDueAt')::timestamptz order by e.occurred_at desc, e.id desc)
                           filter (where e.payload ->> 'personalDueAt' is not null))[1] as due_at,
                       (array_agg((e.payload ->> 'stars')::integer order by e.occurred_at desc, e.id desc)
                           filter (where e.type = 'RATED' and e.payload ->> 'stars' is not null and e.occurred_at > :from))[1] as stars
                  from candidate c join issue_event e using (issue_no)
                 where e.occurred_at <= :to
                 group by c.issue_no, c.title
            ), standing as (
                select *, coalesce(outcome = 'REOPENED', true) as open,
                       coalesce(outcome in ('RESOLVED', 'CLOSED') and resolved_at > :from, false) as solved
                  from course where handler is not null and team_id is not null
            )
            select :period, issue_no, left(title, 60), handler, team_id, open, solved,
                   open and not paused and coalesce(due_at < :to, false),
                   open and coalesce(due_at >= :to and due_at < :to + interval '7 days', false), due_at, stars
              from standing where open or solved or stars is not null
            """;

    private final JdbcClient jdbc;

    WeeklyFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void freeze(Week week, Instant from, Instant to) {
        jdbc.sql(FREEZE)
                .param("period", week.code())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }
}
