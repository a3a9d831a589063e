package io.issueloop.sandbox.agenda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** What a schedule may say, page 93648. */
final class ScheduleRules {

    private static final List<Long> BEFORE = List.of(0L, 300L, 900L, 3600L, 86400L);
    private static final List<Integer> DIFFS = List.of(0, -300, -900, -3600, -86400);
    private static final List<Integer> WHOLE_DAY_DIFFS = List.of(32400, -172800, -604800);
    private static final List<Long> REPEAT = List.of(0L, 1L, 2L, 5L, 7L);

    private final Contacts contacts;

    ScheduleRules(Contacts contacts) {
        this.contacts = contacts;
    }

    /** A checked copy with attendees in the form they are kept. */
    ObjectNode checked(Input schedule) {
        if (schedule.number("end_time") < schedule.number("start_time")) {
            throw ApiError.invalid("end_time before start_time");
        }
        schedule.textUpTo("summary", 128);
        schedule.textUpTo("description", 1000);
        schedule.textUpTo("location", 128);
        schedule.texts("admins", 3);
        boolean wholeDay = schedule.flag("is_whole_day", false);
        schedule.optionalObject("reminders").ifPresent(r -> checkReminders(r, wholeDay));
        var copy = schedule.json().deepCopy();
        copy.set("attendees", attendees(schedule));
        return copy.put("status", 0);
    }

    ArrayNode attendees(Input of) {
        var attendees = Json.array();
        for (var attendee : of.objects("attendees", 1000)) {
            var userid = attendee.text("userid");
            if (!contacts.sees(userid)) {
                throw new ApiError(60111, "userid not found: " + userid);
            }
            attendees.add(Schedules.newAttendee(userid));
        }
        return attendees;
    }

    private static void checkReminders(Input reminders, boolean wholeDay) {
        reminders.flag("is_remind", false);
        if (!BEFORE.contains(reminders.number("remind_before_event_secs", 0))) {
            throw ApiError.invalid("invalid remind_before_event_secs");
        }
        for (int diff : reminders.integers("remind_time_diffs", 10)) {
            if (!DIFFS.contains(diff) && !(wholeDay && WHOLE_DAY_DIFFS.contains(diff))) {
                throw ApiError.invalid("invalid remind_time_diffs: " + diff);
            }
        }
        if (reminders.flag("is_repeat", false)
                && !REPEAT.contains(reminders.number("repeat_type", 0))) {
            throw ApiError.invalid("invalid repeat_type");
        }
        reminders.between("timezone", 8, -12, 12);
    }
}
