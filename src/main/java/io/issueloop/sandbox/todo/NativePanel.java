package io.issueloop.sandbox.todo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Tickets;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What {@code ww.register}, {@code ww.createTodo} and {@code ww.viewTodo} do in the client (pages
 * 96947, 101530, 101531). Refuses with {@link JsError}, in the words a page gets to see.
 */
public final class NativePanel {

    /**
     * {@code errMsg} of the JS-SDK after the function's name, such as {@code fail no permission}.
     */
    public static final class JsError extends SecurityException {

        private static final long serialVersionUID = 1L;

        private JsError(String message) {
            super(message);
        }
    }

    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_ATTENDEES = 100;

    private final Todos todos;
    private final Contacts contacts;
    private final Settings settings;
    private final Tickets tickets;

    NativePanel(Todos todos, Contacts contacts, Settings settings, Tickets tickets) {
        this.todos = todos;
        this.contacts = contacts;
        this.settings = settings;
        this.tickets = tickets;
    }

    /**
     * The identity a page registered with: {@code {kind: corp|agent, corpId, agentId, url,
     * timestamp, nonceStr, signature}}; the signature is of that page's address.
     */
    public void requireRegistered(Input identity) {
        boolean agent = identity.oneOf("kind", "agent", List.of("corp", "agent")).equals("agent");
        var agentId = identity.text("agentId", "");
        if (!identity.text("corpId", "").equals(settings.corpId())
                || agent && !agentId.equals(Integer.toString(settings.agentId()))) {
            throw new JsError("fail, Error: 系统错误，错误码：40013,invalid corpid or agentid");
        }
        if (!tickets.isSigned(agent ? Tickets.AGENT : Tickets.CORP, identity)) {
            throw new JsError("fail, Error: 系统错误，错误码：40093,invalid signature");
        }
    }

    /** Whether the panel opens for the person. */
    public void requireAllowed(Input identity, String userid) {
        requireRegistered(identity);
        if (identity.text("kind", "agent").equals("corp")
                || !contacts.seesWholeCorp()
                || !contacts.sees(userid)) {
            throw new JsError("fail no permission");
        }
    }

    /** The person presses 创建: {@code {content, attendees, endTime}}. Returns the todoId. */
    public String create(String userid, Input order) {
        var content = order.textUpTo("content", MOST_CHARACTERS).strip();
        if (content.isEmpty()) {
            throw new IllegalArgumentException("请填写待办内容");
        }
        var attendees = new LinkedHashSet<String>();
        for (var attendee : order.texts("attendees", MOST_ATTENDEES)) {
            if (!contacts.sees(attendee)) {
                throw new IllegalArgumentException("参与人不在应用的可见范围：" + attendee);
            }
            attendees.add(contacts.member(attendee).orElseThrow().path("userid").asText());
        }
        long endTime = order.between("endTime", 0, 0, Integer.MAX_VALUE);
        return todos.add(userid, content, attendees, endTime);
    }

    /** For who made it or takes part. */
    public ObjectNode view(String id, String userid) {
        var todo = todos.find(id).orElseThrow();
        if (!Todos.concerns(todo, userid)) {
            throw new NoSuchElementException();
        }
        return todo;
    }

    /** A person ticks his or her own part; the creator's tick closes the whole. */
    public void complete(String id, String userid, boolean done) {
        var todo = view(id, userid);
        int status = done ? Todos.DONE : Todos.IN_PROGRESS;
        Todos.attendee(todo, userid).ifPresent(attendee -> attendee.put("status", status));
        if (todo.path("creator").asText().equals(userid)) {
            todo.put("status", status);
        }
        todos.save(todo);
    }
}
