package io.issueloop.kpi;

import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/**
 * A month or a quarter in Asia/Shanghai, half-open {@code [start, end)} (kpi.md §1); written {@code
 * 2026-09} or {@code 2026Q3}.
 *
 * @param first the first month of it
 */
public record Period(Kind kind, YearMonth first) {

    /** How long a period is; the name is PostgreSQL's word for {@code date_trunc}. */
    public enum Kind {
        MONTH(1),
        QUARTER(3);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /**
     * @throws IllegalArgumentException when the text is neither a month nor a quarter
     */
    public static Period of(String code) {
        var quarter = QUARTER.matcher(code);
        if (quarter.matches()) {
            int month = Integer.parseInt(quarter.group(2)) * 3 - 2;
            return new Period(
                    Kind.QUARTER, YearMonth.of(Integer.parseInt(quarter.group(1)), month));
        }
        if (MONTH.matcher(code).matches()) {
            return new Period(Kind.MONTH, YearMonth.parse(code));
        }
        throw new IllegalArgumentException("not a period: " + code);
    }

    /** The period of this kind an instant lies in. */
    public static Period at(Kind kind, Instant instant) {
        var month = YearMonth.from(instant.atZone(Zones.REPORTING));
        return kind == Kind.MONTH
                ? new Period(kind, month)
                : new Period(kind, month.minusMonths((month.getMonthValue() - 1) % 3));
    }

    public Instant start() {
        return midnight(first.atDay(1));
    }

    /** Exclusive. */
    public Instant end() {
        return midnight(first.plusMonths(kind.months).atDay(1));
    }

    public Period next() {
        return new Period(kind, first.plusMonths(kind.months));
    }

    public Period previous() {
        return new Period(kind, first.minusMonths(kind.months));
    }

    /** The quarter it lies in; a quarter lies in itself. */
    public Period quarter() {
        return at(Kind.QUARTER, start());
    }

    /** {@code 2026-09} or {@code 2026Q3}. */
    public String code() {
        return kind == Kind.MONTH
                ? first.toString()
                : "%dQ%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** As people say it: 2026年9月, 2026年第3季度. */
    public String label() {
        return kind == Kind.MONTH
                ? "%d年%d月".formatted(first.getYear(), first.getMonthValue())
                : "%d年第%d季度".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(Zones.REPORTING).toInstant();
    }

    @Override
    public String toString() {
        return code();
    }
}
