package io.issueloop.kpi;

import io.issueloop.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Periods whose quarter is locked: nothing computes them again, a month of it neither (kpi.md §5).
 */
@Component
class LockedPeriods {

    private final JdbcClient jdbc;

    LockedPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By revision. */
    Map<Period, Integer> revisions() {
        var revisions = new HashMap<Period, Integer>();
        jdbc.sql("select period, revision from kpi_locked_period")
                .query(
                        row -> {
                            revisions.put(Period.of(row.getString(1)), row.getInt(2));
                        });
        return revisions;
    }

    Optional<Integer> revision(Period period) {
        return jdbc.sql("select revision from kpi_locked_period where period = ?")
                .param(period.code())
                .query(Integer.class)
                .optional();
    }

    /**
     * @throws Refused when the quarter it lies in is locked
     */
    void requireOpen(Period period) {
        revision(period)
                .ifPresent(
                        revision -> {
                            throw new Refused(
                                    "%s已锁定（修订 %d），数值不再变动；确需更正，请先重新打开该季度"
                                            .formatted(period.label(), revision));
                        });
    }
}
