package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.message.Clicks;
import io.issueloop.sandbox.message.Messages;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The conversation with the app, and pressing what is on its cards. */
final class MessageDoor implements Door {

    private final Store store;
    private final Messages messages;
    private final Clicks clicks;
    private final Settings settings;

    MessageDoor(Store store, Messages messages, Clicks clicks, Settings settings) {
        this.store = store;
        this.messages = messages;
        this.clicks = clicks;
        this.settings = settings;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/messages", Door.in(store, this::list))
                .POST("/__sandbox/messages/{msgid}/click", Door.in(store, this::click))
                .build();
    }

    /** Of one member with that member's view of the cards; without {@code userid} all sent. */
    private Object list(ServerRequest request, Input body) {
        var userid = request.param("userid").orElse("");
        var answer = Json.object().put("app", settings.appName());
        answer.putArray("messages").addAll(userid.isEmpty() ? messages.all() : messages.of(userid));
        return answer;
    }

    private Object click(ServerRequest request, Input body) {
        clicks.click(
                request.pathVariable("msgid"),
                body.text("userid"),
                body.text("key"),
                body.json().path("selections"));
        return Door.done();
    }
}
