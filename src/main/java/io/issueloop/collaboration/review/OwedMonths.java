package io.issueloop.collaboration.review;

import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which months still lack their standing reviews: every one that is over, from the first issue on.
 * A missed, late or doubled timer changes nothing.
 */
@Component
class OwedMonths {

    private static final int LOCK = 0x52455645;

    /** A month that ended longer ago is history: nobody is called together for it. */
    private static final int NEWS_DAYS = 31;

    private final JdbcClient jdbc;
    private final Clock clock;

    OwedMonths(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the caller's transaction ends, nobody else arranges. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    }

    /** Oldest first. */
    List<YearMonth> owed() {
        var first =
                jdbc.sql("select min(occurred_at) from issue_event where type = 'REPORTED'")
                        .query(OffsetDateTime.class)
                        .optional();
        var owed = new ArrayList<YearMonth>();
        if (first.isPresent()) {
            var arranged = arranged();
            var month = YearMonth.from(first.get().atZoneSameInstant(Zones.REPORTING));
            for (; month.isBefore(now()); month = month.plusMonths(1)) {
                if (!arranged.contains(month.toString())) {
                    owed.add(month);
                }
            }
        }
        return owed;
    }

    boolean isNews(YearMonth month) {
        var today = clock.instant().atZone(Zones.REPORTING).toLocalDate();
        return today.isBefore(month.atEndOfMonth().plusDays(NEWS_DAYS));
    }

    void arranged(YearMonth month) {
        jdbc.sql("insert into review_month (period, arranged_at) values (:period, :now)")
                .param("period", month.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Set<String> arranged() {
        return new TreeSet<>(
                jdbc.sql("select period from review_month").query(String.class).list());
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atZone(Zones.REPORTING));
    }
}
