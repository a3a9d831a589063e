package io.issueloop.sandbox.todo;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Settings;
import java.util.List;

/**
 * Reading and closing the app's to-dos, pages 101524 and 101534; only for an app everybody sees.
 * {@code oa/todo/create} is nothing of WeCom's: it answers where a tenant's gateway is imitated.
 */
final class TodoApi implements Endpoints.Area {

    private static final int MOST_ATTENDEES = 20;

    private final Todos todos;
    private final Contacts contacts;
    private final Settings settings;

    TodoApi(Todos todos, Contacts contacts, Settings settings) {
        this.todos = todos;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("todo/get", this::get)
                .post("todo/update", this::update)
                .postWhile(settings::hasTodoEndpoint, "oa/todo/create", this::create);
    }

    private Reply get(Call call) {
        requireVisibleToAll();
        var todo =
                todos.find(call.body().text("todo_id"))
                        .orElseThrow(() -> ApiError.invalid("invalid todo_id"));
        todo.remove(List.of("todo_id", "key"));
        return Reply.ok().withAll(todo);
    }

    /** The attendees given change their status, the others keep it; an empty list changes none. */
    private Reply update(Call call) {
        requireVisibleToAll();
        var body = call.body();
        var todo =
                todos.find(body.text("todo_id"))
                        .orElseThrow(() -> ApiError.invalid("invalid todo_id"));
        if (body.has("status")) {
            todo.put("status", (int) body.between("status", 0, Todos.DONE, Todos.IN_PROGRESS));
        }
        for (var change : body.objects("attendees", MOST_ATTENDEES)) {
            var userid = change.text("userid");
            if (!change.has("status")) {
                throw ApiError.invalid("missing attendees.status");
            }
            int status = (int) change.between("status", 0, Todos.DONE, Todos.IN_PROGRESS);
            Todos.attendee(todo, userid)
                    .orElseThrow(() -> ApiError.invalid("not an attendee: " + userid))
                    .put("status", status);
        }
        todos.save(todo);
        return Reply.ok();
    }

    /** {@code {userid, title, deadline}}, the deadline in unix seconds. */
    private Reply create(Call call) {
        var body = call.body();
        var userid = body.text("userid");
        if (!contacts.sees(userid)) {
            throw new ApiError(60111, "userid not found");
        }
        body.textUpTo("title", 200);
        var title = body.text("title");
        long deadline = body.between("deadline", 0, 1, Integer.MAX_VALUE);
        var id = todos.add(userid, title, List.of(userid), deadline);
        return Reply.ok().with("todo_id", id);
    }

    private void requireVisibleToAll() {
        if (!contacts.seesWholeCorp()) {
            throw new ApiError(48002, "api forbidden");
        }
    }
}
