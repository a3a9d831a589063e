package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.todo.NativePanel;
import io.issueloop.sandbox.todo.Todos;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A member's to-dos on the phone, and ticking them. */
final class TodoDoor implements Door {

    private final Store store;
    private final Todos todos;
    private final NativePanel panel;

    TodoDoor(Store store, Todos todos, NativePanel panel) {
        this.store = store;
        this.todos = todos;
        this.panel = panel;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/todos", Door.in(store, this::list))
                .POST("/__sandbox/todos/{id}/complete", Door.in(store, this::complete))
                .build();
    }

    /** Of one member; without {@code userid} all. */
    private Object list(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("todos").addAll(todos.of(request.param("userid").orElse("")));
        return answer;
    }

    /** {@code {userid, done}}; {@code done: false} takes it back. */
    private Object complete(ServerRequest request, Input body) {
        panel.complete(request.pathVariable("id"), body.text("userid"), body.flag("done", true));
        return Door.done();
    }
}
