package io.issueloop.sandbox.people;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The pages: one page of plain HTML, CSS and JavaScript, no requests elsewhere but for what the app
 * put on its own workbench panel.
 */
final class PageDoor {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: http: https:; frame-src http: https:;"
                    + " frame-ancestors 'self'; base-uri 'none'; form-action *";

    private PageDoor() {}

    static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/", request -> page())
                .add(RouterFunctions.resources("/web/**", new ClassPathResource("sandbox/web/")))
                .GET(
                        "/__sandbox/openapi.json",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(new ClassPathResource("sandbox/openapi.json")))
                .build();
    }

    private static ServerResponse page() {
        return html().body(new ClassPathResource("sandbox/web/index.html"));
    }

    static ServerResponse.BodyBuilder html() {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY);
    }
}
