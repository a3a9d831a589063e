package io.issueloop.sandbox.agenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;

/** Calendars, page 93647. The app sees only its own. */
final class CalendarApi implements Endpoints.Area {

    private final Calendars calendars;
    private final Schedules schedules;
    private final Contacts contacts;

    CalendarApi(Calendars calendars, Schedules schedules, Contacts contacts) {
        this.calendars = calendars;
        this.schedules = schedules;
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("oa/calendar/add", this::add)
                .post("oa/calendar/update", this::update)
                .post("oa/calendar/get", this::get)
                .post("oa/calendar/del", this::delete);
    }

    private Reply add(Call call) {
        var calendar = call.body().object("calendar");
        var id = calendars.newId();
        var failed = save(calendar, id);
        var reply = Reply.ok().with("cal_id", id);
        return failed.path("shares").isEmpty() ? reply : reply.with("fail_result", failed);
    }

    private Reply update(Call call) {
        var calendar = call.body().object("calendar");
        var id = calendar.text("cal_id");
        calendars.require(id);
        var failed = save(calendar, id);
        return failed.path("shares").isEmpty()
                ? Reply.ok()
                : Reply.ok().with("fail_result", failed);
    }

    /** Shares that cannot be are reported one by one; the rest is saved. */
    private ObjectNode save(Input calendar, String id) {
        if (calendar.text("summary").length() > 128
                || !calendar.text("color").matches("#[0-9a-fA-F]{6}")) {
            throw ApiError.invalid("invalid calendar.summary or calendar.color");
        }
        calendar.textUpTo("description", 512);
        calendar.flag("set_as_default", false);
        calendar.flag("is_public", false);
        var shares = Json.array();
        var failed = Json.object();
        var failures = failed.putArray("shares");
        var shared = new ArrayList<String>();
        for (var share : calendar.objects("shares", 2000)) {
            var userid = share.text("userid");
            if (contacts.sees(userid)) {
                shares.add(share.json());
                shared.add(userid);
            } else {
                failures.addObject()
                        .put("errcode", 60111)
                        .put("errmsg", "userid not found")
                        .put("userid", userid);
            }
        }
        if (!shared.containsAll(calendar.texts("admins", 3))) {
            throw ApiError.invalid("admins must be in shares");
        }
        var copy = calendar.json().deepCopy().put("cal_id", id);
        copy.set("shares", shares);
        calendars.save(copy);
        return failed;
    }

    private Reply get(Call call) {
        var list = Json.array();
        for (var id : call.body().requireList("cal_id_list").texts("cal_id_list", 1000)) {
            list.add(calendars.require(id));
        }
        return Reply.ok().with("calendar_list", list);
    }

    private Reply delete(Call call) {
        var id = call.body().text("cal_id");
        calendars.require(id);
        calendars.remove(id);
        schedules.ofCalendar(id).forEach(s -> schedules.remove(s.path("schedule_id").asText()));
        return Reply.ok();
    }
}
