package io.issueloop.appraisal.effects;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Milestones of projects and when they were delivered. One belongs to the quarter it was planned
 * for; not delivered by its day is late, a day still to come does not count yet.
 */
@Service
@Transactional
public class Milestones {

    private static final String LATEST =
            """
            with latest as (
                select distinct on (project, name) * from milestone order by project, name, id desc
            )
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Milestones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param deliveredOn null while it is not
     */
    public record Milestone(
            String project, String name, LocalDate plannedOn, @Nullable LocalDate deliveredOn) {}

    /**
     * Keeps what is new or other than before; answers how many that were.
     *
     * @throws Refused when the actor may not
     */
    public int keep(Member actor, List<Milestone> milestones) {
        if (!actor.is(Role.KPI_ADMIN) && !actor.is(Role.PROCESS_ADMIN)) {
            throw new Refused("只有 KPI 管理员可以导入里程碑");
        }
        return milestones.stream().mapToInt(one -> keep(actor, one)).sum();
    }

    /** As they were last imported, the latest planned first. */
    @Transactional(readOnly = true)
    public List<Milestone> latest(int count) {
        return jdbc.sql(
                        LATEST
                                + " select * from latest order by planned_on desc, project, name limit ?")
                .param(count)
                .query(
                        (row, n) ->
                                new Milestone(
                                        row.getString("project"),
                                        row.getString("name"),
                                        row.getObject("planned_on", LocalDate.class),
                                        row.getObject("delivered_on", LocalDate.class)))
                .list();
    }

    Optional<Sample> sample(List<Period> quarters) {
        var first = day(quarters.get(0).start());
        var end = day(quarters.get(quarters.size() - 1).end());
        return jdbc.sql(
                        LATEST
                                + """
                                select count(*) as n, count(*) filter (where delivered_on <= planned_on) as ontime
                                  from latest where planned_on >= :first and planned_on < :end
                                   and (planned_on < :today or delivered_on is not null)
                                """)
                .param("first", first)
                .param("end", end)
                .param("today", day(clock.instant()))
                .query(
                        (row, n) -> {
                            double share = row.getDouble("ontime") / Math.max(1, row.getLong("n"));
                            return new Sample(row.getLong("n"), share, share * (1 - share));
                        })
                .optional()
                .filter(sample -> sample.n() > 0);
    }

    private int keep(Member actor, Milestone one) {
        return jdbc.sql(
                        LATEST
                                + """
                                insert into milestone (project, name, planned_on, delivered_on, imported_by, imported_at)
                                select :project, :name, :planned, cast(:delivered as date), :by, :now
                                 where not exists (select from latest where project = :project and name = :name
                                                      and planned_on = :planned
                                                      and delivered_on is not distinct from cast(:delivered as date))
                                """)
                .param("project", one.project())
                .param("name", one.name())
                .param("planned", one.plannedOn())
                .param("delivered", one.deliveredOn())
                .param("by", actor.userId().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LocalDate day(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, Zones.REPORTING);
    }
}
