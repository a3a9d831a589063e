package io.issueloop.sandbox.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A part of {@code /__sandbox/}. Answers are JSON; refusals are 400, 403 or 404 with {@code
 * {error}} in Chinese. Everything one request does is one transaction.
 */
interface Door {

    RouterFunction<ServerResponse> routes();

    /** What a request does, given its body (an empty object where there is none). */
    interface Work {
        Object apply(ServerRequest request, Input body);
    }

    /** One transaction, its result as JSON. */
    static HandlerFunction<ServerResponse> in(Store store, Work work) {
        return request -> {
            var raw = text(request);
            try {
                var body = raw.isBlank() ? Json.object() : Json.parse(raw);
                return json(200, store.transact(() -> work.apply(request, new Input(body, ""))));
            } catch (IllegalArgumentException e) {
                return error(400, e.getMessage());
            } catch (ApiError e) {
                return error(400, e.reason());
            } catch (SecurityException e) {
                return error(403, e.getMessage());
            } catch (NoSuchElementException e) {
                return error(404, "没有找到");
            }
        };
    }

    static ServerResponse json(int status, Object value) {
        JsonNode node = value instanceof JsonNode n ? n : Json.MAPPER.valueToTree(value);
        return ServerResponse.status(status)
                .contentType(new MediaType("application", "json", StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                .body(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The body, always UTF-8. */
    static String text(ServerRequest request) throws IOException {
        return new String(
                request.servletRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ServerResponse error(int status, String message) {
        return json(status, done().put("error", message));
    }

    static ObjectNode done() {
        return Json.object();
    }

    /** Required query parameter. */
    static String param(ServerRequest request, String name) {
        return request.param(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("缺少参数 " + name));
    }
}
