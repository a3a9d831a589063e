package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.CallbackSender;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import java.net.URI;
import java.util.List;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The admin console: callback URL, token, key, patience, visible range. */
final class SettingsDoor implements Door {

    private final Store store;
    private final Settings settings;
    private final CallbackSender sender;
    private final Contacts contacts;
    private final Callbacks callbacks;

    SettingsDoor(
            Store store,
            Settings settings,
            CallbackSender sender,
            Contacts contacts,
            Callbacks callbacks) {
        this.store = store;
        this.settings = settings;
        this.sender = sender;
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/settings", Door.in(store, (r, b) -> settings.current()))
                .PUT("/__sandbox/settings", this::put)
                .build();
    }

    /**
     * A new callback URL is asked to prove itself first, as WeCom does; {@code verify: false} saves
     * it as it is. The call is made outside of any transaction.
     */
    private ServerResponse put(ServerRequest request) throws Exception {
        var raw = Door.text(request);
        var body = Json.parse(raw.isBlank() ? "{}" : raw);
        boolean verify = body.path("verify").asBoolean(true);
        body.remove("verify");
        var before = settings.current();
        var saved = Door.in(store, (r, b) -> change(body)).handle(request); // the body is read
        if (saved.statusCode().isError() || !verify || !body.hasNonNull("callbackUrl")) {
            return saved;
        }
        var refusal = sender.verify(settings.callbackUrl());
        if (refusal.isEmpty()) {
            return saved;
        }
        store.transact(
                () ->
                        settings.change(
                                before.retain(
                                        body.properties().stream().map(e -> e.getKey()).toList())));
        return Door.json(422, Json.object().put("error", refusal));
    }

    private ObjectNode change(ObjectNode body) {
        if (body.hasNonNull("callbackUrl")) {
            var url = URI.create(body.path("callbackUrl").asText());
            if (url.getHost() == null || !url.getScheme().startsWith("http")) {
                throw new IllegalArgumentException("回调地址不是网址");
            }
        }
        var input = new Input(body, "");
        requirePattern(input, "token", "[a-zA-Z0-9]{1,32}");
        requirePattern(input, "aesKey", "[a-zA-Z0-9]{43}");
        input.flag("ipCheck", false);
        for (var ip : input.texts("trustedIps", 120)) {
            if (!ip.matches("[0-9a-fA-F.:/]{2,45}")) {
                throw new IllegalArgumentException("不是 IP 地址：" + ip);
            }
        }
        requirePattern(input, "secret", "[\\w-]{20,64}");
        requirePattern(input, "contactsSecret", "[\\w-]{20,64}");
        var before = seen();
        settings.change(body);
        if (body.has("visibleRange")) {
            tell(before, seen());
        }
        return settings.current();
    }

    private List<String> seen() {
        return contacts.members().stream()
                .map(member -> member.path("userid").asText())
                .filter(contacts::sees)
                .toList();
    }

    /** Who enters the visible range subscribes, who leaves it unsubscribes (page 90240). */
    private void tell(List<String> before, List<String> after) {
        after.stream()
                .filter(userid -> !before.contains(userid))
                .forEach(userid -> callbacks.send(Event.ofApp(userid, "subscribe")));
        before.stream()
                .filter(userid -> !after.contains(userid))
                .forEach(userid -> callbacks.send(Event.ofApp(userid, "unsubscribe")));
    }

    private static void requirePattern(Input input, String name, String pattern) {
        if (input.has(name) && !input.text(name).matches(pattern)) {
            throw new IllegalArgumentException(name + " 不符合格式 " + pattern);
        }
    }
}
