package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.meeting.Meetings;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.util.List;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A member's meetings: enter, leave, and for its admin move or cancel. */
final class MeetingDoor implements Door {

    private static final String MEETING = "/__sandbox/meetings/{id}";

    private final Store store;
    private final Meetings meetings;

    MeetingDoor(Store store, Meetings meetings) {
        this.store = store;
        this.meetings = meetings;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/meetings", Door.in(store, this::list))
                .POST(MEETING + "/attend", Door.in(store, this::attend))
                .PATCH(MEETING, Door.in(store, this::change))
                .build();
    }

    private Object list(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("meetings").addAll(meetings.of(Door.param(request, "userid")));
        return answer;
    }

    /** {@code {userid, action: join|quit}}. */
    private Object attend(ServerRequest request, Input body) {
        boolean joins = body.oneOf("action", "join", List.of("join", "quit")).equals("join");
        meetings.attend(request.pathVariable("id"), body.text("userid"), joins);
        return Door.done();
    }

    /** {@code {userid}} and cancelled, title, meeting_start or meeting_duration. */
    private Object change(ServerRequest request, Input body) {
        var changes = Json.object();
        if (body.has("title")) {
            changes.put("title", body.text("title"));
        }
        for (var name : List.of("meeting_start", "meeting_duration")) {
            if (body.has(name)) {
                changes.put(name, body.number(name));
            }
        }
        if (body.flag("cancelled", false)) {
            changes.put("cancelled", true);
        }
        meetings.change(request.pathVariable("id"), body.text("userid"), changes);
        return Door.done();
    }
}
