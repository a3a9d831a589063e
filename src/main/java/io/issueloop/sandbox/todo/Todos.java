package io.issueloop.sandbox.todo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The app's to-dos as page 101524 shows them; status 1 in progress, 0 done. */
public final class Todos {

    static final int DONE = 0;
    static final int IN_PROGRESS = 1;

    private final Table todos;
    private final Ids ids;
    private final SandboxClock clock;

    Todos(Store store, Ids ids, SandboxClock clock) {
        this.todos = store.table("todos");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param endTime unix seconds; 0 for none
     * @return its id
     */
    String add(String creator, String content, Collection<String> attendees, long endTime) {
        var id = ids.random("17c7", 28);
        var todo =
                Json.object()
                        .put("todo_id", id)
                        .put("key", ids.ordered("t", "todo"))
                        .put("content", content)
                        .put("creator", creator)
                        .put("status", IN_PROGRESS)
                        .put("create_time", clock.seconds());
        var people = todo.putArray("attendees");
        attendees.forEach(u -> people.addObject().put("userid", u).put("status", IN_PROGRESS));
        var reminders = todo.putArray("reminders");
        if (endTime > 0) {
            todo.put("end_time", endTime);
            reminders.addObject().put("remind_time", endTime);
        }
        save(todo);
        return id;
    }

    Optional<ObjectNode> find(String id) {
        return todos.get(id);
    }

    void save(ObjectNode todo) {
        todos.put(todo.path("todo_id").asText(), todo);
    }

    /** What the person made or takes part in, newest first; everything where nobody is named. */
    public List<ObjectNode> of(String userid) {
        return todos.all().stream()
                .filter(todo -> userid.isEmpty() || concerns(todo, userid))
                .sorted((a, b) -> b.path("key").asText().compareTo(a.path("key").asText()))
                .toList();
    }

    static boolean concerns(ObjectNode todo, String userid) {
        return todo.path("creator").asText().equals(userid) || attendee(todo, userid).isPresent();
    }

    static Optional<ObjectNode> attendee(ObjectNode todo, String userid) {
        return Json.objects(todo.path("attendees")).stream()
                .filter(attendee -> attendee.path("userid").asText().equals(userid))
                .findFirst();
    }
}
