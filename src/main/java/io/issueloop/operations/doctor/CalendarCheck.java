package io.issueloop.operations.doctor;

import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.operations.doctor.About.Need;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.List;

/** The working calendar knows this year, and from November on the next one. */
@About(value = "工作日历", needs = Need.DATABASE)
final class CalendarCheck implements Check {

    private static final String IMPORT = "导入国务院公布的放假安排：在此之前按周一至周五工作计算，节假日前后的截止时间和指标会有偏差";

    private final CalendarCoverage calendar;
    private final Clock clock;

    CalendarCheck(CalendarCoverage calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        var now = clock.instant().atZone(Zones.REPORTING);
        if (isUnknown(now)) {
            return List.of(Finding.broken("没有 %d 年的工作日历".formatted(now.getYear()), IMPORT));
        }
        var next = now.plusYears(1);
        if (isUnknown(next) && now.getMonthValue() > Month.OCTOBER.getValue()) {
            return List.of(
                    Finding.warning(
                            "还没有 %d 年的工作日历，今年只剩 %d 天"
                                    .formatted(
                                            next.getYear(),
                                            now.toLocalDate().lengthOfYear() - now.getDayOfYear()),
                            IMPORT));
        }
        return List.of(Finding.ok("%d 年已确认（版本 %d）".formatted(now.getYear(), calendar.version())));
    }

    private boolean isUnknown(ZonedDateTime when) {
        return !calendar.unconfirmed(when.toInstant(), when.toInstant()).isEmpty();
    }
}
