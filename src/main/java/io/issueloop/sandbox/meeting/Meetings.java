package io.issueloop.sandbox.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Meetings the app booked. Status: 1 to come, 2 going on, 3 over, 4 cancelled, 5 expired. */
public final class Meetings {

    private static final int CANCELLED = 4;

    private final Table meetings;
    private final Ids ids;
    private final SandboxClock clock;
    private final Callbacks callbacks;

    Meetings(Store store, Ids ids, SandboxClock clock, Callbacks callbacks) {
        this.meetings = store.table("meetings");
        this.ids = ids;
        this.clock = clock;
        this.callbacks = callbacks;
    }

    ObjectNode create(ObjectNode meeting, String host) {
        var code = Long.toString(600_000_000 + ids.next("meeting") * 7919 % 300_000_000);
        meeting.put("meetingid", ids.random("hy", 30)).put("cancelled", false);
        meeting.put("meeting_code", code);
        meeting.put("meeting_link", "http://" + host + "/#/meeting/" + code);
        meeting.putObject("joined");
        save(meeting);
        return meeting;
    }

    Optional<ObjectNode> find(String meetingid) {
        return meetings.get(meetingid);
    }

    /** 40058 where this app booked no such meeting. */
    ObjectNode require(String meetingid) {
        return find(meetingid).orElseThrow(() -> ApiError.invalid("invalid meetingid"));
    }

    /** 400041 where it is cancelled already. */
    ObjectNode requireBooked(String meetingid) {
        var meeting = require(meetingid);
        if (isCancelled(meeting)) {
            throw new ApiError(400041, "meeting is cancelled");
        }
        return meeting;
    }

    void save(ObjectNode meeting) {
        meetings.put(meeting.path("meetingid").asText(), meeting);
    }

    /** Those the member takes part in or is admin of, by start; with their status. */
    public List<ObjectNode> of(String userid) {
        return meetings.all().stream()
                .filter(m -> people(m).contains(userid))
                .sorted(Comparator.comparingLong(Meetings::start))
                .map(m -> m.put("status", status(m)))
                .toList();
    }

    static List<String> people(ObjectNode meeting) {
        var people = new ArrayList<String>();
        people.add(meeting.path("admin_userid").asText());
        Json.texts(meeting.at("/invitees/userid")).stream()
                .filter(userid -> !people.contains(userid))
                .forEach(people::add);
        return people;
    }

    int status(ObjectNode meeting) {
        long now = clock.seconds();
        boolean attended = !meeting.path("joined").isEmpty();
        if (isCancelled(meeting)) {
            return CANCELLED;
        }
        if (now >= start(meeting) + meeting.path("meeting_duration").asLong()) {
            return attended ? 3 : 5;
        }
        return attended ? 2 : 1;
    }

    /** A member enters or leaves: counted, and called back as {@code meeting_change}. */
    public void attend(String meetingid, String userid, boolean joins) {
        var meeting = find(meetingid).orElseThrow();
        if (isCancelled(meeting) || status(meeting) > 2) {
            throw new IllegalArgumentException("会议已取消或已结束");
        }
        if (!people(meeting).contains(userid)) {
            throw new SecurityException("该成员没有被邀请参加这个会议");
        }
        long now = clock.seconds();
        var visit = meeting.withObject("/joined").withObject("/" + userid);
        if (joins) {
            visit.put("first_join_time", visit.path("first_join_time").asLong(now));
            visit.put("total_join_count", visit.path("total_join_count").asInt() + 1);
            visit.put("since", now);
        } else {
            long stayed = now - visit.path("since").asLong(now);
            visit.put("last_quit_time", now);
            visit.put("cumulative_time", visit.path("cumulative_time").asLong() + stayed);
        }
        save(meeting);
        tell(meeting, userid, joins ? "join_meeting" : "quit_meeting");
    }

    /** The meeting's admin moves or cancels it in the client. */
    public void change(String meetingid, String userid, ObjectNode changes) {
        var meeting = find(meetingid).orElseThrow();
        if (!meeting.path("admin_userid").asText().equals(userid)) {
            throw new SecurityException("只有会议管理员可以修改会议");
        }
        meeting.setAll(changes);
        save(meeting);
        tell(meeting, userid, isCancelled(meeting) ? "cancel_meeting" : "modify_meeting");
    }

    private void tell(ObjectNode meeting, String userid, String change) {
        callbacks.send(
                Event.of(userid, "meeting_change")
                        .text("ChangeType", change)
                        .text("MeetingId", meeting.path("meetingid").asText()));
    }

    static boolean isCancelled(ObjectNode meeting) {
        return meeting.path("cancelled").asBoolean();
    }

    static long start(ObjectNode meeting) {
        return meeting.path("meeting_start").asLong();
    }
}
