package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Faults;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Journal;
import io.issueloop.sandbox.callback.CallbackFaults;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What no person can do: look at the wire, break things on purpose, move the clock. */
final class TestDoor implements Door {

    private final Store store;
    private final Journal journal;
    private final Faults faults;
    private final Callbacks callbacks;
    private final CallbackFaults callbackFaults;
    private final SandboxClock clock;

    TestDoor(
            Store store,
            Journal journal,
            Faults faults,
            Callbacks callbacks,
            CallbackFaults callbackFaults,
            SandboxClock clock) {
        this.store = store;
        this.journal = journal;
        this.faults = faults;
        this.callbacks = callbacks;
        this.callbackFaults = callbackFaults;
        this.clock = clock;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/journal", Door.in(store, this::journal))
                .DELETE("/__sandbox/journal", Door.in(store, (r, b) -> run(journal::clear)))
                .GET("/__sandbox/faults", Door.in(store, (r, b) -> faults()))
                .POST("/__sandbox/faults", Door.in(store, (r, b) -> run(() -> faults.add(b))))
                .DELETE("/__sandbox/faults", Door.in(store, (r, b) -> run(faults::clear)))
                .GET("/__sandbox/callbacks", Door.in(store, (r, b) -> callbacks()))
                .POST(
                        "/__sandbox/callback-faults",
                        Door.in(store, (r, b) -> run(() -> callbackFaults.order(b))))
                .DELETE(
                        "/__sandbox/callback-faults",
                        Door.in(store, (r, b) -> run(callbackFaults::clear)))
                .GET("/__sandbox/clock", Door.in(store, (r, b) -> clock()))
                .POST("/__sandbox/clock", Door.in(store, (r, b) -> move(b)))
                .build();
    }

    private Object journal(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("requests").addAll(journal.entries(request.param("path").orElse("")));
        return answer;
    }

    private Object faults() {
        var answer = Json.object();
        answer.putArray("faults").addAll(faults.open());
        return answer;
    }

    private Object callbacks() {
        var answer = Json.object().put("idle", callbacks.isIdle());
        answer.putArray("callbacks").addAll(callbacks.log());
        return answer;
    }

    private Object clock() {
        return Json.object()
                .put("now", clock.instant().toString())
                .put("offset", clock.offset().toString());
    }

    /** {@code {offset}}: ISO-8601, from the machine's time. */
    private Object move(Input body) {
        try {
            clock.moveTo(Duration.parse(body.text("offset")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("offset 不是 ISO-8601 时长，例如 PT2H");
        }
        return clock();
    }

    private static Object run(Runnable work) {
        work.run();
        return Door.done();
    }
}
