package io.issueloop.kpi;

import io.issueloop.delivery.Deliveries;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody how their own running quarter stands: once a month, and when a metric was met or
 * is met no more (design.md §2 row 2.4c). Nobody is told of anybody else.
 */
@Service
public class PersonalProgress {

    private static final String OWED =
            """
            insert into kpi_progress (person, quarter, month, met, turn, asked_at)
            select m.user_id, :quarter, :month,
                   coalesce(string_agg(v.metric, ',' order by v.metric) filter (where v.status = 'MET'), ''), 1, :now
              from member m join kpi_value v on v.scope = 'person:' || m.user_id
             where m.active and v.period = :quarter and v.counts and v.metric like 'P%'
             group by m.user_id
            having count(*) filter (where v.status <> 'NA') > 0
            on conflict (person) do update
               set quarter = excluded.quarter, month = excluded.month, met = excluded.met,
                   turn = kpi_progress.turn + 1, asked_at = excluded.asked_at
             where (kpi_progress.quarter, kpi_progress.month, kpi_progress.met)
                   is distinct from (excluded.quarter, excluded.month, excluded.met)
            returning (select team_id from member where user_id = person)
            """;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Clock clock;

    PersonalProgress(JdbcClient jdbc, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Asks for what is owed, one delivery a team; repeating it asks for nothing more. */
    @Transactional
    public void request() {
        var now = clock.instant();
        var quarter = Period.at(Period.Kind.QUARTER, now);
        var teams =
                jdbc.sql(OWED)
                        .param("quarter", quarter.code())
                        .param("month", YearMonth.from(now.atZone(Zones.REPORTING)).toString())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .list();
        for (var team : new HashSet<>(teams)) {
            deliveries.request(
                    PersonalProgressEffect.key(quarter),
                    PersonalProgressEffect.NAME,
                    team.toString());
        }
    }
}
