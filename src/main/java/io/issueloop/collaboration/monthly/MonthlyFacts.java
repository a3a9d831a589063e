package io.issueloop.collaboration.monthly;

import io.issueloop.shared.Zones;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a month and how it stood at its end, read from the log of events. */
@Component
class MonthlyFacts {

    private static final String AGES =
            """
            with known as (
                select issue_no, min(occurred_at) filter (where type = 'REPORTED') as reported_at,
                       (array_agg(type order by occurred_at desc, id desc)
                           filter (where type in ('RESOLVED', 'REOPENED', 'CLOSED', 'WITHDRAWN', 'INVALIDATED',
                                                  'WONT_FIX')))[1] as outcome
                  from issue_event where occurred_at < :end and issue_no in (
                       select issue_no from issue where status not in ('CLOSED', 'CANCELLED', 'INVALID')
                           or coalesce(closed_at, resolved_at, :end) >= :end or resolved_at >= :end)
                 group by issue_no
            ), age as (
                select extract(epoch from cast(:end as timestamptz) - reported_at) / 86400 as days from known
                 where reported_at is not null and coalesce(outcome = 'REOPENED', true)
            )
            select count(*) as open, count(*) filter (where days <= 7) as week,
                   count(*) filter (where days > 7 and days <= 30) as month,
                   count(*) filter (where days > 30) as older, coalesce(max(days), 0)::int as oldest from age
            """;

    private static final String FREQUENT =
            """
            select i.category || coalesce('/' || nullif(i.sub_category, ''), '') as kind, count(*) as issues,
                   count(*) filter (where exists (select from issue_event l
                       where l.issue_no = i.issue_no and l.type = 'LINKED' and l.occurred_at < :end
                         and l.payload ->> 'kind' = 'RECURRENCE')) as recurring,
                   mode() within group (order by i.project) as project
              from issue i
             where i.reported_at >= :start and i.reported_at < :end and i.category is not null
               and i.status not in ('CANCELLED', 'INVALID')
             group by 1 having count(*) > 1 order by recurring desc, issues desc, kind limit 5
            """;

    private final JdbcClient jdbc;

    MonthlyFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open issues at the end of the month by their age in days.
     *
     * @param oldest whole days
     */
    record Ages(long open, long week, long month, long older, int oldest) {}

    /** A kind of issue that came up several times. */
    record Frequent(String kind, long issues, long recurring, String project) {}

    Ages ages(YearMonth month) {
        return jdbc.sql(AGES)
                .param("end", start(month.plusMonths(1)))
                .query(
                        (row, n) ->
                                new Ages(
                                        row.getLong("open"),
                                        row.getLong("week"),
                                        row.getLong("month"),
                                        row.getLong("older"),
                                        row.getInt("oldest")))
                .single();
    }

    List<Frequent> frequent(YearMonth month) {
        return jdbc.sql(FREQUENT)
                .params(Map.of("start", start(month), "end", start(month.plusMonths(1))))
                .query(
                        (row, n) ->
                                new Frequent(
                                        row.getString("kind"),
                                        row.getLong("issues"),
                                        row.getLong("recurring"),
                                        row.getString("project")))
                .list();
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Zones.REPORTING).toOffsetDateTime();
    }
}
