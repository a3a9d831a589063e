package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.agenda.Calendars;
import io.issueloop.sandbox.agenda.Schedules;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A member's schedules, and answering them (1 tentative, 2 accepted, 4 declined). */
final class AgendaDoor implements Door {

    private final Store store;
    private final Schedules schedules;
    private final Calendars calendars;

    AgendaDoor(Store store, Schedules schedules, Calendars calendars) {
        this.store = store;
        this.schedules = schedules;
        this.calendars = calendars;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/schedules", Door.in(store, this::list))
                .POST("/__sandbox/schedules/{id}/respond", Door.in(store, this::respond))
                .build();
    }

    private Object list(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("schedules").addAll(schedules.of(Door.param(request, "userid")));
        answer.putArray("calendars").addAll(calendars.all());
        return answer;
    }

    private Object respond(ServerRequest request, Input body) {
        int status = (int) body.between("status", 2, 1, 4);
        schedules.respond(request.pathVariable("id"), body.text("userid"), status);
        return Door.done();
    }
}
