package io.issueloop.appraisal;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.kpi.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where quarters stand: their state, cut-off, appeal window and revision. */
@Service
@Transactional(readOnly = true)
public class Quarters {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    Quarters(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** The quarter a period lies in; {@code OPEN} when nothing has happened to it yet. */
    public Quarter of(Period period) {
        var quarter = period.quarter();
        return jdbc.sql("select * from quarter_state where quarter = ?")
                .param(quarter.code())
                .query((row, n) -> quarter(row))
                .optional()
                .orElseGet(() -> untouched(quarter));
    }

    /** Every quarter that has ended and is being or has been closed, newest first. */
    public List<Quarter> all() {
        return jdbc.sql("select * from quarter_state order by quarter desc")
                .query((row, n) -> quarter(row))
                .list();
    }

    /** The only one that may be opened again. */
    public Optional<Quarter> latestLocked() {
        return all().stream().filter(Quarter::isLocked).findFirst();
    }

    private Quarter untouched(Period quarter) {
        return new Quarter(quarter, QuarterState.OPEN, 0, cutOff(quarter), Optional.empty());
    }

    /** By the calendar in force: end plus five working days, exclusive (kpi.md §9). */
    Instant cutOff(Period quarter) {
        return calendar.addWork(quarter.end(), WorkingCalendar.WORKING_DAY.multipliedBy(5));
    }

    private static Quarter quarter(ResultSet row) throws SQLException {
        var from = row.getObject("published_at", OffsetDateTime.class);
        var to = row.getObject("appeals_until", OffsetDateTime.class);
        return new Quarter(
                Period.of(row.getString("quarter")),
                QuarterState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getObject("cut_off", OffsetDateTime.class).toInstant(),
                from == null || to == null
                        ? Optional.empty()
                        : Optional.of(new Quarter.AppealWindow(from.toInstant(), to.toInstant())));
    }
}
