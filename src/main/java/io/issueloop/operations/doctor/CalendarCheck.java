package io.issueloop.operations.doctor;

import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.operations.doctor.About.Need;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Month;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var soon = now.getMonthValue() > Month.OCTOBER.getValue();
        if (isUnknown(next) && soon) {
            return List.of(
                    Finding.warning(
                            "还没有 %d 年的工作日历，今年只剩 %d 天"
                                    .formatted(
                                            next.getYear(),
                                            now.toLocalDate().lengthOfYear() - now.getDayOfYear()),
                            IMPORT));
        }
        return List.of(
                Stream.of(now, soon ? next : now)
                        .flatMap(year -> following(Year.from(year)).stream())
                        .findFirst()
                        .orElseGet(() -> known(now)));
    }

    private Finding known(ZonedDateTime now) {
        return Finding.ok("%d 年已确认（版本 %d）".formatted(now.getYear(), calendar.version()));
    }

    /** Teams whose own calendar has run out. */
    private Optional<Finding> following(Year year) {
        var teams = calendar.stillFollowing(year);
        var ids = teams.stream().map(TeamId::toString).collect(Collectors.joining("、"));
        return teams.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.warning(
                                "%d 个团队上一年有自己的日历，%s 年还沿用公司的（部门编号 %s）"
                                        .formatted(teams.size(), year, ids),
                                "在工作日历页选择该团队，导入或点选这一年；确实沿用公司日历的可不处理"));
    }

    private boolean isUnknown(ZonedDateTime when) {
        return !calendar.unconfirmed(when.toInstant(), when.toInstant()).isEmpty();
    }
}
