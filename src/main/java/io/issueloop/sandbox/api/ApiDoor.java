package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Endpoints.Endpoint;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

/**
 * Every request to {@code /cgi-bin/}: fault, limit, token, handler, journal. Business errors are
 * HTTP 200 with an errcode; an unknown path is 404 with an empty body.
 */
final class ApiDoor {

    /** Characters of a body the journal keeps: a file of 10 MB is no reading matter. */
    private static final int JOURNALED = 100_000;

    private final Endpoints endpoints;
    private final Tokens tokens;
    private final Admission admission;
    private final RateLimits limits;
    private final Faults faults;
    private final Journal journal;
    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;

    ApiDoor(
            Endpoints endpoints,
            Tokens tokens,
            RateLimits limits,
            Observers observers,
            State state) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.limits = limits;
        this.faults = observers.faults();
        this.journal = observers.journal();
        this.admission = new Admission(state.settings());
        this.store = state.store();
        this.clock = state.clock();
        this.ids = state.ids();
    }

    record Observers(Faults faults, Journal journal) {}

    record State(Store store, SandboxClock clock, Ids ids, Settings settings) {}

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(
                request -> request.path().startsWith("/cgi-bin/"), this::handle);
    }

    private ServerResponse handle(ServerRequest request) throws Exception {
        var endpoint = endpoints.find(request.path());
        var raw = isUpload(request) ? "" : text(request);
        var fault = faults.take(request.path());
        Optional<Reply> reply = Optional.empty();
        ObjectNode answer = Json.object();
        if (fault.isEmpty() || fault.get().after() || fault.get().kind() == Faults.Kind.DELAY) {
            if (endpoint.isEmpty()) {
                log(request, raw, 404);
                return ServerResponse.notFound().build();
            }
            try {
                reply = Optional.of(answer(endpoint.get(), request, raw));
                answer = reply.get().json();
            } catch (ApiError e) {
                answer = error(e);
            }
        }
        log(request, raw, answer.path("errcode").asInt(fault.map(Faults.Fault::value).orElse(0)));
        if (fault.isPresent()) {
            return FaultyAnswer.of(
                    fault.get(),
                    request,
                    fault.get().kind() == Faults.Kind.ERRCODE
                            ? error(new ApiError(fault.get().value(), "injected fault"))
                            : answer);
        }
        return reply.flatMap(Reply::download).isPresent()
                ? download(reply.get().download().get())
                : json(answer);
    }

    private Reply answer(Endpoint endpoint, ServerRequest request, String raw) {
        limits.count(endpoint.path());
        return store.transact(
                () -> {
                    boolean ofContacts = !endpoint.open() && admit(endpoint, request);
                    requireMethod(endpoint, request.method().name());
                    return endpoint.handler().apply(call(request, raw, ofContacts));
                });
    }

    /** Whose token it is and whether it may: {@code true} for the contact-sync assistant's. */
    private boolean admit(Endpoint endpoint, ServerRequest request) {
        var secret = tokens.require(request.param("access_token").orElse(""));
        boolean ofContacts = admission.of(secret, endpoint.path());
        admission.requireTrusted(request.servletRequest().getRemoteAddr());
        return ofContacts;
    }

    /** A GET page reads only its query, so WeCom lets POST through; the other way it refuses. */
    private static void requireMethod(Endpoint endpoint, String method) {
        if (endpoint.method().equals("POST") && !method.equals("POST")) {
            throw ApiError.invalid("require POST method");
        }
    }

    private static Call call(ServerRequest request, String raw, boolean ofContacts) {
        var file =
                request.servletRequest() instanceof MultipartHttpServletRequest upload
                        ? Optional.ofNullable(upload.getFile("media"))
                        : Optional.<MultipartFile>empty();
        var host = request.headers().firstHeader("Host");
        return new Call(
                request.params().toSingleValueMap(),
                Call.read(raw),
                raw,
                ofContacts,
                host == null ? "127.0.0.1" : host,
                file);
    }

    private ObjectNode error(ApiError error) {
        var text =
                "%s, hint: [%d_%s], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=%d"
                        .formatted(
                                error.reason(),
                                clock.seconds(),
                                ids.random("", 16),
                                error.errcode());
        return Json.object().put("errcode", error.errcode()).put("errmsg", text);
    }

    private void log(ServerRequest request, String raw, int errcode) {
        journal.add(
                new Journal.Entry(
                        Instant.now().toString(),
                        request.method().name(),
                        request.path(),
                        raw.length() > JOURNALED ? raw.substring(0, JOURNALED) : raw,
                        errcode));
    }

    static ServerResponse json(ObjectNode answer) {
        return ServerResponse.ok()
                .contentType(new MediaType("application", "json", StandardCharsets.UTF_8))
                .body(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ServerResponse download(Reply.Download file) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header("Content-Disposition", attachment(file.fileName()))
                .body(file.bytes());
    }

    /** Headers are ASCII: other names follow in RFC 5987's form. */
    private static String attachment(String name) {
        var ascii = name.replaceAll("[^ -~]", "_");
        var plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(name)
                ? plain
                : plain + "; filename*=UTF-8''" + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    private static String text(ServerRequest request) throws IOException {
        return new String(
                request.servletRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isUpload(ServerRequest request) {
        return request.servletRequest() instanceof MultipartHttpServletRequest;
    }
}
