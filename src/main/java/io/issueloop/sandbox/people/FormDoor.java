package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.form.Filling;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Forms as members see and fill them. */
final class FormDoor implements Door {

    private final Store store;
    private final Filling filling;

    FormDoor(Store store, Filling filling) {
        this.store = store;
        this.filling = filling;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/forms", Door.in(store, this::list))
                .POST("/__sandbox/forms/{formid}/answers", Door.in(store, this::fill))
                .build();
    }

    private Object list(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("forms").addAll(filling.formsOf(Door.param(request, "userid")));
        return answer;
    }

    /** {@code {userid, anonymous, replies: {question_id: value}}}. */
    private Object fill(ServerRequest request, Input body) {
        return filling.fill(
                request.pathVariable("formid"),
                body.text("userid"),
                body.flag("anonymous", false),
                body.object("replies").json());
    }
}
