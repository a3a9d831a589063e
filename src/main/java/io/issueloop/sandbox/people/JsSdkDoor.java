package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.todo.NativePanel;
import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The JS-SDK of the sandbox: {@code /jssdk.js} defines {@code window.ww} with the names and the
 * calling convention of {@code @wecom/jssdk} 2.x. The script puts a frame of the sandbox into the
 * page and speaks to it by messages; the frame is the client: it knows the member and asks here.
 */
final class JsSdkDoor implements Door {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors %s";

    private final Store store;
    private final NativePanel panel;
    private final TrustedPages trusted;

    JsSdkDoor(Store store, NativePanel panel, TrustedPages trusted) {
        this.store = store;
        this.panel = panel;
        this.trusted = trusted;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/jssdk.js", request -> script())
                .GET("/jssdk/panel", request -> page())
                .POST("/__sandbox/jssdk/register", Door.in(store, this::register))
                .POST("/__sandbox/jssdk/open", Door.in(store, this::open))
                .POST("/__sandbox/jssdk/todos", Door.in(store, this::create))
                .POST("/__sandbox/jssdk/todos/{id}", Door.in(store, this::view))
                .build();
    }

    private static ServerResponse script() {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(new ClassPathResource("sandbox/web/jssdk.js"));
    }

    private ServerResponse page() {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY.formatted(trusted.frameAncestors()))
                .body(new ClassPathResource("sandbox/web/panel.html"));
    }

    /** {@code {kind, corpId, agentId, origin, url, timestamp, nonceStr, signature}}. */
    private Object register(ServerRequest request, Input body) {
        panel.requireRegistered(identity(body));
        return Door.done();
    }

    /** {@code {identity, userid}}: may this member see a native panel for this page? */
    private Object open(ServerRequest request, Input body) {
        panel.requireAllowed(identity(body.object("identity")), body.text("userid"));
        return Door.done();
    }

    /** {@code {identity, userid, content, attendees, endTime}}. */
    private Object create(ServerRequest request, Input body) {
        open(request, body);
        return Json.object().put("todoId", panel.create(body.text("userid"), body));
    }

    private Object view(ServerRequest request, Input body) {
        open(request, body);
        return panel.view(request.pathVariable("id"), body.text("userid"));
    }

    /** The signed address has to be the page's own, and the page on a trusted domain (50001). */
    private Input identity(Input identity) {
        var origin = identity.text("origin", "");
        var url = identity.text("url", "");
        if (!trusted.contains(url) || !origin.equals(originOf(url))) {
            throw new SecurityException("fail, Error: 系统错误，错误码：50001,redirect_url not trusted");
        }
        return identity;
    }

    private static String originOf(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
