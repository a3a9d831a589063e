package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.group.Groups;
import io.issueloop.sandbox.group.Robots;
import io.issueloop.sandbox.state.Store;
import java.util.NoSuchElementException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A group's robots: members make, switch and remove them; the API cannot. */
final class RobotDoor implements Door {

    private static final String ROBOTS = "/__sandbox/groups/{chatid}/robots";
    private static final String ROBOT = ROBOTS + "/{key}";

    private final Store store;
    private final Groups groups;
    private final Robots robots;

    RobotDoor(Store store, Groups groups, Robots robots) {
        this.store = store;
        this.groups = groups;
        this.robots = robots;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().POST(ROBOTS, Door.in(store, this::add))
                .PATCH(ROBOT, Door.in(store, this::disable))
                .DELETE(ROBOT, Door.in(store, this::remove))
                .build();
    }

    /** {@code {userid, name}}; the key is in the answer. */
    private Object add(ServerRequest request, Input body) {
        return robots.add(chatid(request, body.text("userid")), body.text("name"));
    }

    /** {@code {userid, disabled}}. */
    private Object disable(ServerRequest request, Input body) {
        var chatid = chatid(request, body.text("userid"));
        boolean disabled = body.flag("disabled", true);
        return found(robots.disable(chatid, request.pathVariable("key"), disabled));
    }

    private Object remove(ServerRequest request, Input body) {
        var chatid = chatid(request, Door.param(request, "userid"));
        return found(robots.remove(chatid, request.pathVariable("key")));
    }

    private String chatid(ServerRequest request, String userid) {
        return groups.asMember(request.pathVariable("chatid"), userid).path("chatid").asText();
    }

    private static ObjectNode found(boolean known) {
        if (!known) {
            throw new NoSuchElementException();
        }
        return Door.done();
    }
}
