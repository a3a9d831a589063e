package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.approval.Decisions;
import io.issueloop.sandbox.approval.FormViews;
import io.issueloop.sandbox.approval.Templates;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The approval application of the client: what waits for a person, and deciding on it. */
final class ApprovalDoor implements Door {

    private static final String FORM = "/__sandbox/approvals/{number}";

    private final Store store;
    private final Templates templates;
    private final FormViews views;
    private final Decisions decisions;

    ApprovalDoor(Store store, Templates templates, FormViews views, Decisions decisions) {
        this.store = store;
        this.templates = templates;
        this.views = views;
        this.decisions = decisions;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/approvals", Door.in(store, this::list))
                .GET("/__sandbox/approval-templates", Door.in(store, (r, b) -> templates()))
                .GET(FORM, Door.in(store, this::detail))
                .POST(FORM + "/{deed}", Door.in(store, this::act))
                .build();
    }

    /** With {@code userid} that member's boxes, without it all forms. */
    private Object list(ServerRequest request, Input body) {
        var userid = request.param("userid").orElse("");
        return userid.isEmpty() ? views.all() : views.boxes(userid);
    }

    private Object templates() {
        var answer = Json.object();
        answer.putArray("templates").addAll(templates.all());
        return answer;
    }

    private Object detail(ServerRequest request, Input body) {
        return views.detail(request.pathVariable("number"), Door.param(request, "userid"));
    }

    private Object act(ServerRequest request, Input body) {
        decisions.act(request.pathVariable("number"), request.pathVariable("deed"), body);
        return Door.done();
    }
}
