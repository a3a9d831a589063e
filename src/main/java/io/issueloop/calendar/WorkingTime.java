package io.issueloop.calendar;

import java.time.Duration;

/** Working time as people say it; a day is a working day of eight hours (kpi.md §2). */
public final class WorkingTime {

    private WorkingTime() {}

    /** E.g. 1 天 3 小时, 45 分钟 or 不到 1 分钟; minutes are left out beside days. */
    public static String spoken(Duration work) {
        long minutes = work.toMinutes();
        long days = minutes / WorkingCalendar.WORKING_DAY.toMinutes();
        long hours = minutes % WorkingCalendar.WORKING_DAY.toMinutes() / 60;
        if (days > 0) {
            return hours == 0 ? days + " 天" : days + " 天 " + hours + " 小时";
        }
        long rest = minutes % 60;
        if (hours > 0) {
            return rest == 0 ? hours + " 小时" : hours + " 小时 " + rest + " 分钟";
        }
        return minutes == 0 ? "不到 1 分钟" : minutes + " 分钟";
    }
}
