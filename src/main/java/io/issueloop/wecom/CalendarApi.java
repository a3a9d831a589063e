package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's calendars and the schedules in them; it reaches only its own. */
@Headers("Content-Type: application/json")
interface CalendarApi {

    /** WeCom page 93647. */
    @RequestLine("POST /cgi-bin/oa/calendar/add")
    AddedCalendar addCalendar(AddCalendar add);

    /** WeCom page 93647. */
    @RequestLine("POST /cgi-bin/oa/calendar/get")
    Calendars calendars(WhichCalendars which);

    /** WeCom page 93648. */
    @RequestLine("POST /cgi-bin/oa/schedule/add")
    AddedSchedule add(WriteSchedule add);

    /** Replaces the whole schedule. WeCom page 93648. */
    @RequestLine("POST /cgi-bin/oa/schedule/update")
    AddedSchedule update(WriteSchedule update);

    /** WeCom page 93648. */
    @RequestLine("POST /cgi-bin/oa/schedule/get")
    Schedules get(WhichSchedules which);

    /** WeCom page 93648. */
    @RequestLine("POST /cgi-bin/oa/schedule/del")
    Done delete(WhichSchedule which);

    /** WeCom page 93648. */
    @RequestLine("POST /cgi-bin/oa/schedule/get_by_calendar")
    Schedules byCalendar(Page page);

    record AddCalendar(Calendar calendar) {}

    record Calendar(
            @Nullable String cal_id,
            String summary,
            String color,
            String description,
            List<Share> shares) {}

    /**
     * @param permission 1: may see everything
     */
    record Share(String userid, int permission) {}

    record AddedCalendar(String cal_id) {}

    record WhichCalendars(List<String> cal_id_list) {}

    record Calendars(List<Calendar> calendar_list) {}

    record WriteSchedule(Schedule schedule) {}

    /** Times are seconds since 1970. */
    record Schedule(
            @Nullable String schedule_id,
            @Nullable String cal_id,
            long start_time,
            long end_time,
            String summary,
            String description,
            List<Attendee> attendees,
            @Nullable Reminders reminders,
            @Nullable Integer status) {}

    record Attendee(String userid) {}

    /**
     * @param remind_time_diffs seconds after the start, so that negative is before it
     */
    record Reminders(int is_remind, List<Integer> remind_time_diffs, int timezone) {}

    record AddedSchedule(String schedule_id) {}

    record WhichSchedule(String schedule_id) {}

    record WhichSchedules(List<String> schedule_id_list) {}

    record Schedules(List<Schedule> schedule_list) {}

    record Page(String cal_id, int offset, int limit) {}

    record Done() {}
}
