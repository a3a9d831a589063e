package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Booked meetings; only those of the application can be changed. */
@Headers("Content-Type: application/json")
interface MeetingApi {

    /** WeCom page 97454. */
    @RequestLine("POST /cgi-bin/meeting/create")
    Created create(Create create);

    /** WeCom page 99047. */
    @RequestLine("POST /cgi-bin/meeting/update")
    Updated update(Update update);

    /** WeCom page 99048. */
    @RequestLine("POST /cgi-bin/meeting/cancel")
    Done cancel(Which which);

    /** Section 会议, 获取会议详情. */
    @RequestLine("POST /cgi-bin/meeting/get_info")
    Info info(Which which);

    /** WeCom page 99050. */
    @RequestLine("POST /cgi-bin/meeting/get_user_meetingid")
    Ids ofMember(Ask ask);

    /**
     * @param title at most 40 bytes and 20 characters
     * @param meeting_start seconds since 1970, in the future
     * @param meeting_duration 300 to 86,399 seconds
     * @param description at most 500 characters
     * @param location at most 128 characters
     * @param cal_id a calendar of the application
     */
    record Create(
            String admin_userid,
            String title,
            long meeting_start,
            int meeting_duration,
            @Nullable String description,
            @Nullable String location,
            @Nullable Members invitees,
            @Nullable Settings settings,
            @Nullable String cal_id,
            @Nullable Reminders reminders) {}

    record Members(List<String> userid) {}

    /**
     * @param remind_scope 1: nobody, 2: the host, 3: everybody, 4: those of ring_users
     * @param password 4 to 6 digits
     * @param enable_enter_mute 0: off, 1: on, 2: from the sixth member on
     */
    record Settings(
            @Nullable Integer remind_scope,
            @Nullable String password,
            @Nullable Boolean enable_waiting_room,
            @Nullable Boolean allow_enter_before_host,
            @Nullable Integer enable_enter_mute,
            @Nullable Boolean enable_screen_watermark,
            @Nullable Members hosts,
            @Nullable Members ring_users) {}

    /**
     * @param repeat_type 0: daily, 1: weekly, 2: monthly, 7: on working days
     * @param repeat_until seconds since 1970
     * @param remind_before seconds
     */
    record Reminders(
            int is_repeat,
            @Nullable Integer repeat_type,
            @Nullable Long repeat_until,
            @Nullable Integer repeat_interval,
            @Nullable List<Integer> remind_before) {}

    /**
     * @param excess_users invited, but beyond what the corp's version allows
     */
    record Created(
            String meetingid,
            List<String> excess_users,
            String meeting_code,
            String meeting_link) {}

    /** Absent fields stay. */
    record Update(
            String meetingid,
            @Nullable String title,
            @Nullable Long meeting_start,
            @Nullable Integer meeting_duration,
            @Nullable String description,
            @Nullable String location,
            @Nullable Members invitees,
            @Nullable Settings settings,
            @Nullable Reminders reminders) {}

    record Updated(List<String> excess_users) {}

    record Which(String meetingid) {}

    /**
     * @param status 1: booked, 2: running, 3: over, 4: cancelled
     */
    record Info(
            String admin_userid,
            String title,
            long meeting_start,
            int meeting_duration,
            String description,
            String location,
            int status,
            @Nullable Attendees attendees,
            String cal_id,
            String meeting_code,
            String meeting_link) {}

    record Attendees(List<Attendee> member) {}

    /**
     * @param cumulative_time seconds
     */
    record Attendee(
            String userid,
            int status,
            long first_join_time,
            long last_quit_time,
            int total_join_count,
            long cumulative_time) {}

    /** Times are seconds since 1970. */
    record Ask(
            String userid,
            @Nullable String cursor,
            @Nullable Long begin_time,
            @Nullable Long end_time,
            @Nullable Integer limit) {}

    record Ids(String next_cursor, List<String> meetingid_list) {}

    record Done() {}
}
