package io.issueloop.sandbox.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;

/** Schedules of the app's calendars; times in unix seconds. */
public final class Schedules {

    private final Table schedules;
    private final Ids ids;
    private final Callbacks callbacks;

    Schedules(Store store, Ids ids, Callbacks callbacks) {
        this.schedules = store.table("schedules");
        this.ids = ids;
        this.callbacks = callbacks;
    }

    String newId() {
        return ids.random("17", 30);
    }

    void save(ObjectNode schedule) {
        var sequence = schedule.path("sequence").asInt() + 1;
        schedules.put(schedule.path("schedule_id").asText(), schedule.put("sequence", sequence));
    }

    void remove(String id) {
        schedules.remove(id);
    }

    Optional<ObjectNode> find(String id) {
        return schedules.get(id);
    }

    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> ApiError.invalid("invalid schedule_id: " + id));
    }

    List<ObjectNode> ofCalendar(String calendarId) {
        return schedules.all().stream()
                .filter(s -> s.path("cal_id").asText().equals(calendarId))
                .toList();
    }

    /** Those the member takes part in, by start. */
    public List<ObjectNode> of(String userid) {
        return schedules.all().stream()
                .filter(s -> attendee(s, userid).isPresent())
                .sorted((a, b) -> Long.compare(start(a), start(b)))
                .toList();
    }

    /** The member answers: 1 tentative, 2 accepted, 4 declined. */
    public void respond(String id, String userid, int status) {
        var schedule = find(id).orElseThrow(() -> new IllegalArgumentException("没有这个日程"));
        var attendee =
                attendee(schedule, userid)
                        .orElseThrow(() -> new IllegalArgumentException("该成员不是参与者"));
        ((ObjectNode) attendee).put("response_status", status);
        save(schedule);
        callbacks.send(
                Event.ofApp(userid, "respond_schedule")
                        .text("CalId", schedule.path("cal_id").asText())
                        .text("ScheduleId", id));
    }

    static Optional<JsonNode> attendee(ObjectNode schedule, String userid) {
        for (var attendee : schedule.withArray("attendees")) {
            if (attendee.path("userid").asText().equals(userid)) {
                return Optional.of(attendee);
            }
        }
        return Optional.empty();
    }

    static ObjectNode newAttendee(String userid) {
        return Json.object().put("userid", userid).put("response_status", 0);
    }

    private static long start(ObjectNode schedule) {
        return schedule.path("start_time").asLong();
    }
}
