package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.sandbox.api.Codes;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Signing on: the consent page inside WeCom (page 91022) and the QR page in a browser (page 98152).
 * Both let a person say who they are; nobody is asked for a password in a sandbox.
 */
final class LoginDoor implements Door {

    private static final String DETAILED = "snsapi_privateinfo";

    private final SandboxProperties properties;
    private final Codes codes;
    private final Contacts contacts;
    private final Store store;
    private final TrustedPages trusted;

    LoginDoor(SandboxProperties properties, Codes codes, Contacts contacts, Store store) {
        this.properties = properties;
        this.trusted = new TrustedPages(properties);
        this.codes = codes;
        this.contacts = contacts;
        this.store = store;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/connect/oauth2/authorize", request -> choose(request, false))
                .GET("/wwlogin/sso/login", request -> choose(request, true))
                .POST("/connect/oauth2/consent", this::consent)
                .build();
    }

    private ServerResponse choose(ServerRequest request, boolean qr) {
        var problem = problem(request, qr);
        if (problem.isPresent()) {
            return refusal(problem.get());
        }
        var page = new ChooserPage(contacts, properties.appName(), qr);
        return PageDoor.html()
                .body(
                        page.html(
                                param(request, "redirect_uri"),
                                param(request, "state"),
                                param(request, "scope")));
    }

    private Optional<String> problem(ServerRequest request, boolean qr) {
        if (!param(request, "appid").equals(properties.corpId())) {
            return Optional.of("appid 不是本企业（40013）");
        }
        if (!qr && !param(request, "response_type").equals("code")) {
            return Optional.of("response_type 必须是 code");
        }
        if (!qr && !param(request, "scope").matches("snsapi_base|" + DETAILED)) {
            return Optional.of("scope 必须是 snsapi_base 或 snsapi_privateinfo");
        }
        if (qr && !param(request, "agentid").equals(Integer.toString(properties.agentId()))) {
            return Optional.of("agentid 不是本应用（40056）");
        }
        if (param(request, "state").getBytes(StandardCharsets.UTF_8).length > 128) {
            return Optional.of("state 超过 128 字节");
        }
        return trusted.contains(param(request, "redirect_uri"))
                ? Optional.empty()
                : Optional.of("redirect_uri 不在可信域名内（50001）");
    }

    private ServerResponse consent(ServerRequest request) {
        var target = param(request, "redirect_uri");
        var userid = param(request, "userid");
        if (!trusted.contains(target) || contacts.member(userid).isEmpty()) {
            return refusal("redirect_uri 不在可信域名内（50001）");
        }
        var code =
                store.transact(() -> codes.issue(userid, param(request, "scope").equals(DETAILED)));
        var query =
                "code=%s&state=%s"
                        .formatted(
                                URLEncoder.encode(code, StandardCharsets.UTF_8),
                                URLEncoder.encode(param(request, "state"), StandardCharsets.UTF_8));
        return ServerResponse.seeOther(
                        URI.create(target + (target.contains("?") ? "&" : "?") + query))
                .build();
    }

    private static String param(ServerRequest request, String name) {
        return request.param(name).orElse("");
    }

    private static ServerResponse refusal(String reason) {
        return ServerResponse.badRequest()
                .contentType(
                        org.springframework.http.MediaType.parseMediaType(
                                "text/html;charset=UTF-8"))
                .body(ChooserPage.refusal(reason));
    }
}
