package io.issueloop.sandbox.table;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * {@code date_time_value} of a filter: days in Asia/Shanghai, {@code from} to before {@code to}.
 */
record DateRange(long from, long to) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static DateRange of(Input value, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var monday = today.with(java.time.temporal.ChronoField.DAY_OF_WEEK, 1);
        var first = today.with(TemporalAdjusters.firstDayOfMonth());
        return switch (value.text("type")) {
            case "DATE_TIME_TYPE_DETAIL_DATE" -> day(detail(value), 1);
            case "DATE_TIME_TYPE_TODAY" -> day(today, 1);
            case "DATE_TIME_TYPE_TOMORROW" -> day(today.plusDays(1), 1);
            case "DATE_TIME_TYPE_YESTERDAY" -> day(today.minusDays(1), 1);
            case "DATE_TIME_TYPE_CURRENT_WEEK" -> day(monday, 7);
            case "DATE_TIME_TYPE_LAST_WEEK" -> day(monday.minusDays(7), 7);
            case "DATE_TIME_TYPE_CURRENT_MONTH" -> day(first, today.lengthOfMonth());
            case "DATE_TIME_TYPE_LAST_MONTH" ->
                    day(first.minusMonths(1), first.minusMonths(1).lengthOfMonth());
            case "DATE_TIME_TYPE_THE_PAST_7_DAYS" -> day(today.minusDays(6), 7);
            case "DATE_TIME_TYPE_THE_NEXT_7_DAYS" -> day(today, 7);
            case "DATE_TIME_TYPE_THE_PAST_30_DAYS" -> day(today.minusDays(29), 30);
            case "DATE_TIME_TYPE_THE_NEXT_30_DAYS" -> day(today, 30);
            default -> throw ApiError.invalid("unknown date_time_value.type");
        };
    }

    boolean test(String operator, List<String> cell) {
        if (cell.isEmpty()) {
            return operator.equals("OPERATOR_IS_NOT");
        }
        long at = Long.parseLong(cell.get(0));
        return RecordFilter.holds(operator, at < from ? -1 : at >= to ? 1 : 0);
    }

    private static LocalDate detail(Input value) {
        var milliseconds = value.requireList("value").texts("value", 1).get(0);
        if (!milliseconds.matches("\\d{1,15}")) {
            throw ApiError.invalid("date_time_value.value should be unix milliseconds");
        }
        return LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(milliseconds)), ZONE);
    }

    private static DateRange day(LocalDate first, int days) {
        return new DateRange(
                first.atStartOfDay(ZONE).toInstant().toEpochMilli(),
                first.plus(days, ChronoUnit.DAYS).atStartOfDay(ZONE).toInstant().toEpochMilli());
    }
}
