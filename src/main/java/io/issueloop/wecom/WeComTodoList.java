package io.issueloop.wecom;

import io.issueloop.collaboration.TodoList;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.TodoApi.Attendee;
import io.issueloop.wecom.TodoApi.Create;
import io.issueloop.wecom.TodoApi.Update;
import io.issueloop.wecom.TodoApi.Which;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Native to-dos (pages 101524 and 101534), and the gateway's where a tenant has one. */
@Component
class WeComTodoList implements TodoList {

    /** What WeCom says of an id it does not know is not published: the id is all we send. */
    private static final Set<Integer> NO_SUCH_TODO = Set.of(ErrorCodes.INVALID_PARAMETER, 40035);

    private final TodoApi api;

    WeComTodoList(TodoApi api) {
        this.api = api;
    }

    @Override
    public Optional<State> find(String todoId) {
        return unlessUnknown(
                () -> {
                    var todo = api.get(new Which(todoId));
                    return new State(
                            todo.status() == TodoApi.DONE,
                            todo.creator(),
                            todo.attendees().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Attendee::userid,
                                                    one -> one.status() == TodoApi.DONE,
                                                    (first, second) -> second)));
                });
    }

    @Override
    public boolean mark(String todoId, boolean done) {
        int status = done ? TodoApi.DONE : TodoApi.OPEN;
        return unlessUnknown(
                        () -> {
                            var attendees =
                                    api.get(new Which(todoId)).attendees().stream()
                                            .limit(20)
                                            .map(one -> new Attendee(one.userid(), status))
                                            .toList();
                            return api.update(
                                    new Update(
                                            todoId,
                                            status,
                                            attendees.isEmpty() ? null : attendees));
                        })
                .isPresent();
    }

    @Override
    public Optional<String> create(UserId owner, String title, Instant deadline) {
        var made = api.create(new Create(owner.value(), title, deadline.getEpochSecond()));
        return Optional.of(made.todo_id()).filter(id -> !id.isEmpty());
    }

    private static <T> Optional<T> unlessUnknown(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WeComRejected rejected) {
            if (NO_SUCH_TODO.contains(rejected.errcode())) {
                return Optional.empty();
            }
            throw rejected;
        }
    }
}
