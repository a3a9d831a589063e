package io.issueloop.sandbox.agenda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import java.util.List;
import java.util.function.BiConsumer;

/** Schedules, pages 93648 and 96204. */
final class ScheduleApi implements Endpoints.Area {

    private final Calendars calendars;
    private final Schedules schedules;
    private final ScheduleRules rules;

    ScheduleApi(Calendars calendars, Schedules schedules, ScheduleRules rules) {
        this.calendars = calendars;
        this.schedules = schedules;
        this.rules = rules;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("oa/schedule/add", this::add)
                .post("oa/schedule/update", this::update)
                .post("oa/schedule/get", this::get)
                .post("oa/schedule/del", this::delete)
                .post("oa/schedule/get_by_calendar", this::ofCalendar)
                .post("oa/schedule/add_attendees", call -> attendees(call, ScheduleApi::join))
                .post("oa/schedule/del_attendees", call -> attendees(call, ScheduleApi::leave));
    }

    private Reply add(Call call) {
        var schedule = rules.checked(call.body().object("schedule"));
        if (schedule.path("cal_id").asText().isEmpty()) {
            schedule.put("cal_id", calendars.defaultId());
        }
        calendars.require(schedule.path("cal_id").asText());
        var id = schedules.newId();
        schedules.save(schedule.put("schedule_id", id));
        return Reply.ok().with("schedule_id", id);
    }

    /** The whole schedule is replaced; a change of one cycle makes a schedule of its own. */
    private Reply update(Call call) {
        var input = call.body().object("schedule");
        var old = schedules.require(input.text("schedule_id"));
        var changed = rules.checked(input);
        changed.set("cal_id", old.path("cal_id"));
        if (call.body().flag("skip_attendees", false)) {
            changed.set("attendees", old.path("attendees"));
        }
        changed.set("sequence", old.path("sequence"));
        if (call.body().between("op_mode", 0, 0, 2) == 0) {
            keepAnswers(old, changed);
            schedules.save(changed);
            return Reply.ok();
        }
        requireRepeating(old, call);
        changed.put("schedule_id", schedules.newId());
        schedules.save(changed);
        return Reply.ok().with("schedule_id", changed.path("schedule_id"));
    }

    private static void keepAnswers(ObjectNode old, ObjectNode changed) {
        for (var attendee : changed.path("attendees")) {
            Schedules.attendee(old, attendee.path("userid").asText())
                    .ifPresent(
                            before ->
                                    ((ObjectNode) attendee)
                                            .set(
                                                    "response_status",
                                                    before.path("response_status")));
        }
    }

    private static void requireRepeating(ObjectNode schedule, Call call) {
        if (schedule.path("reminders").path("is_repeat").asInt() != 1) {
            throw new ApiError(90485, "not a repeating schedule");
        }
        call.body().number("op_start_time");
    }

    private Reply get(Call call) {
        var list = Json.array();
        for (var id : call.body().requireList("schedule_id_list").texts("schedule_id_list", 1000)) {
            list.add(schedules.require(id));
        }
        return Reply.ok().with("schedule_list", list);
    }

    private Reply delete(Call call) {
        var schedule = schedules.require(call.body().text("schedule_id"));
        if (call.body().between("op_mode", 0, 0, 2) != 0) {
            requireRepeating(schedule, call);
        }
        schedules.remove(schedule.path("schedule_id").asText());
        return Reply.ok();
    }

    private Reply ofCalendar(Call call) {
        var id = call.body().text("cal_id");
        calendars.require(id);
        List<ObjectNode> page =
                schedules.ofCalendar(id).stream()
                        .skip(call.body().between("offset", 0, 0, Integer.MAX_VALUE))
                        .limit(call.body().between("limit", 500, 1, 1000))
                        .toList();
        return Reply.ok().with("schedule_list", page);
    }

    private Reply attendees(Call call, BiConsumer<ArrayNode, String> change) {
        var schedule = schedules.require(call.body().text("schedule_id"));
        call.body().requireList("attendees");
        var attendees = schedule.withArray("attendees");
        for (var attendee : rules.attendees(call.body())) {
            change.accept(attendees, attendee.path("userid").asText());
        }
        schedules.save(schedule);
        return Reply.ok();
    }

    private static void join(ArrayNode attendees, String userid) {
        leave(attendees, userid);
        attendees.add(Schedules.newAttendee(userid));
    }

    private static void leave(ArrayNode attendees, String userid) {
        for (int i = attendees.size() - 1; i >= 0; i--) {
            if (attendees.get(i).path("userid").asText().equals(userid)) {
                attendees.remove(i);
            }
        }
    }
}
