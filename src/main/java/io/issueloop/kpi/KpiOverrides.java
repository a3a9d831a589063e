package io.issueloop.kpi;

import io.issueloop.directory.Member;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manual overrides: each is a separate, signed line people see; the computed value stays as it is
 * (kpi.md §4).
 */
@Service
@Transactional
public class KpiOverrides {

    private final JdbcClient jdbc;
    private final LockedPeriods locked;
    private final Clock clock;

    KpiOverrides(JdbcClient jdbc, LockedPeriods locked, Clock clock) {
        this.jdbc = jdbc;
        this.locked = locked;
        this.clock = clock;
    }

    /**
     * One override; the newest is the one that holds.
     *
     * @param at Asia/Shanghai
     */
    public record Adjustment(String value, String reason, UserId by, OffsetDateTime at) {}

    /**
     * @throws Refused when the actor may not, does not say why, or the period is locked
     */
    public void add(Member actor, KpiValue of, BigDecimal value, String reason) {
        Definitions.requireAdmin(actor);
        if (KpiScope.of(of.scope()).person().equals(Optional.of(actor.userId()))) {
            throw new Refused("不能调整自己的指标");
        }
        locked.requireOpen(Period.of(of.period()));
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refused("请写明调整的原因（1–500 字）");
        }
        if (value.signum() < 0 || value.scale() > 10 || value.precision() > 20) {
            throw new Refused("调整值不是有效的数");
        }
        jdbc.sql(
                        """
                        insert into kpi_override (metric, period, scope, value, reason, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        of.metric(),
                        of.period(),
                        of.scope(),
                        value,
                        reason.strip(),
                        actor.userId().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Adjustment> of(KpiValue value) {
        return jdbc.sql(
                        """
                        select trim_scale(value) as value, reason, actor, at from kpi_override
                         where metric = ? and period = ? and scope = ? order by id desc
                        """)
                .params(value.metric(), value.period(), value.scope())
                .query(
                        (row, n) ->
                                new Adjustment(
                                        row.getBigDecimal("value").toPlainString(),
                                        row.getString("reason"),
                                        UserId.of(row.getString("actor")),
                                        row.getObject("at", OffsetDateTime.class)
                                                .withOffsetSameInstant(Zones.REPORTING_OFFSET)))
                .list();
    }
}
