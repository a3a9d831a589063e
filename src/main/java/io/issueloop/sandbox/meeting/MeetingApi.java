package io.issueloop.sandbox.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import java.util.List;

/** Booked meetings, pages 97454 and 97456. The app sees only its own. */
final class MeetingApi implements Endpoints.Area {

    private static final List<String> KEPT =
            List.of(
                    "admin_userid",
                    "title",
                    "meeting_start",
                    "meeting_duration",
                    "description",
                    "location",
                    "invitees",
                    "guests",
                    "cal_id",
                    "settings",
                    "reminders");

    private final Meetings meetings;
    private final MeetingRules rules;
    private final Contacts contacts;
    private final Settings settings;

    MeetingApi(Meetings meetings, MeetingRules rules, Contacts contacts, Settings settings) {
        this.meetings = meetings;
        this.rules = rules;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("meeting/create", this::create)
                .post("meeting/update", this::update)
                .post("meeting/cancel", this::cancel)
                .post("meeting/get_info", this::info)
                .post("meeting/get_user_meetingid", this::ofMember);
    }

    private Reply create(Call call) {
        rules.check(call.body());
        var meeting = meetings.create(call.body().json().deepCopy().retain(KEPT), call.host());
        return Reply.ok()
                .with("meetingid", meeting.path("meetingid"))
                .with("meeting_code", meeting.path("meeting_code"))
                .with("meeting_link", meeting.path("meeting_link"));
    }

    /** Present fields overwrite; the whole is checked again. */
    private Reply update(Call call) {
        var meeting = meetings.requireBooked(call.body().text("meetingid"));
        var changed = meeting.deepCopy();
        changed.setAll(call.body().json().deepCopy().retain(KEPT));
        rules.check(new Input(changed, ""));
        meetings.save(changed);
        return Reply.ok();
    }

    private Reply cancel(Call call) {
        var meeting = meetings.requireBooked(call.body().text("meetingid"));
        meetings.save(meeting.put("cancelled", true));
        return Reply.ok();
    }

    private Reply info(Call call) {
        var meeting = meetings.require(call.body().text("meetingid"));
        var reply =
                Reply.ok()
                        .withAll(meeting.deepCopy().retain(KEPT).without(List.of("invitees")))
                        .with("status", meetings.status(meeting))
                        .with("agentid", settings.agentId())
                        .with("meeting_code", meeting.path("meeting_code"))
                        .with("meeting_link", meeting.path("meeting_link"));
        contacts.member(meeting.path("admin_userid").asText())
                .ifPresent(m -> reply.with("main_department", m.path("main_department")));
        return reply.with("attendees", attendees(meeting));
    }

    private static ObjectNode attendees(ObjectNode meeting) {
        var attendees = Json.object();
        var members = attendees.putArray("member");
        for (var userid : Meetings.people(meeting)) {
            var visit = meeting.path("joined").path(userid);
            members.addObject()
                    .put("userid", userid)
                    .put("status", visit.isMissingNode() ? 2 : 1)
                    .put("first_join_time", visit.path("first_join_time").asLong())
                    .put("last_quit_time", visit.path("last_quit_time").asLong())
                    .put("total_join_count", visit.path("total_join_count").asInt())
                    .put("cumulative_time", visit.path("cumulative_time").asLong());
        }
        attendees.putArray("tmp_external_user");
        return attendees;
    }

    private Reply ofMember(Call call) {
        var body = call.body();
        var userid = body.text("userid", 400038);
        if (!contacts.sees(userid)) {
            throw new ApiError(400021, "illegal participant: " + userid);
        }
        long from = body.between("begin_time", 0, 0, Long.MAX_VALUE);
        long to = body.between("end_time", Long.MAX_VALUE, from, Long.MAX_VALUE);
        var cursor = body.text("cursor", "0");
        if (!cursor.matches("\\d{1,9}")) {
            throw ApiError.invalid("invalid cursor");
        }
        int start = Integer.parseInt(cursor);
        int limit = (int) body.between("limit", 50, 1, 100);
        var all =
                meetings.of(userid).stream()
                        .filter(m -> Meetings.start(m) >= from && Meetings.start(m) <= to)
                        .map(m -> m.path("meetingid").asText())
                        .toList();
        var page = all.stream().skip(start).limit(limit).toList();
        int next = start + page.size();
        return Reply.ok()
                .with("next_cursor", next < all.size() ? Integer.toString(next) : "")
                .with("meetingid_list", page);
    }
}
