package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The app on a member's workbench: its panel, opening it, its menu (page 90240). */
final class AppDoor implements Door {

    private final Store store;
    private final Table menu;
    private final Table workbench;
    private final Contacts contacts;
    private final Callbacks callbacks;
    private final Settings settings;

    AppDoor(Store store, Contacts contacts, Callbacks callbacks, Settings settings) {
        this.store = store;
        this.menu = store.table("menu");
        this.workbench = store.table("workbench");
        this.contacts = contacts;
        this.callbacks = callbacks;
        this.settings = settings;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/app", Door.in(store, this::app))
                .POST("/__sandbox/app/enter", Door.in(store, this::enter))
                .POST("/__sandbox/app/menu", Door.in(store, this::press))
                .build();
    }

    private Object app(ServerRequest request, Input body) {
        var userid = Door.param(request, "userid");
        var app = Json.object().put("name", settings.appName()).put("agentid", settings.agentId());
        app.put("visible", contacts.sees(userid));
        app.set("menu", menu.get("menu").map(m -> m.path("button")).orElse(Json.array()));
        workbench
                .get("user/" + userid)
                .or(() -> workbench.get("template"))
                .ifPresent(panel -> app.set("panel", panel));
        return app;
    }

    private Object enter(ServerRequest request, Input body) {
        callbacks.send(Event.ofApp(seen(body), "enter_agent").text("EventKey", ""));
        return Door.done();
    }

    /** {@code {userid, type: click|view, key}}; key is the URL of a view. */
    private Object press(ServerRequest request, Input body) {
        var type = body.oneOf("type", "", java.util.List.of("click", "view"));
        callbacks.send(Event.ofApp(seen(body), type).text("EventKey", body.text("key")));
        return Door.done();
    }

    private String seen(Input body) {
        var userid = body.text("userid");
        if (!contacts.sees(userid)) {
            throw new SecurityException("应用对该成员不可见");
        }
        return userid;
    }
}
