package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the app sent: each message once, and for each receiver what that person sees of it – a card
 * can be changed for one person and not for another.
 */
public final class Messages {

    private final Table messages;
    private final Table byMsgid;
    private final Table inbox;
    private final Table taskIds;
    private final Ids ids;
    private final SandboxClock clock;

    Messages(Store store, Ids ids, SandboxClock clock) {
        this.messages = store.table("messages");
        this.byMsgid = store.table("message_ids");
        this.inbox = store.table("inbox");
        this.taskIds = store.table("task_ids");
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the task id for good; false where it was used before. */
    boolean claimTaskId(String taskId) {
        if (taskIds.has(taskId)) {
            return false;
        }
        taskIds.put(taskId, Json.object());
        return true;
    }

    String deliver(
            String type, ObjectNode content, Collection<String> to, Collection<String> dropped) {
        var key = ids.ordered("m", "message");
        var msgid = ids.random("", 64);
        var message =
                Json.object()
                        .put("key", key)
                        .put("msgid", msgid)
                        .put("msgtype", type)
                        .put("createdAt", clock.millis())
                        .put("recalled", false);
        message.set("content", content);
        message.set("receivers", Json.array(to));
        message.set("dropped", Json.array(dropped));
        messages.put(key, message);
        byMsgid.put(msgid, Json.object().put("key", key));
        for (var userid : to) {
            var view = Json.object().put("key", key).put("userid", userid);
            if (type.equals("template_card")) {
                view.set("card", content);
            }
            saveView(view);
        }
        return msgid;
    }

    public Optional<ObjectNode> find(String msgid) {
        return byMsgid.get(msgid).flatMap(entry -> messages.get(entry.path("key").asText()));
    }

    void save(ObjectNode message) {
        messages.put(message.path("key").asText(), message);
    }

    /** What the person sees of it: {@code {card, replaceName, clicked}}. */
    public Optional<ObjectNode> view(ObjectNode message, String userid) {
        return inbox.get(userid + "/" + message.path("key").asText());
    }

    void saveView(ObjectNode view) {
        inbox.put(view.path("userid").asText() + "/" + view.path("key").asText(), view);
    }

    /** Everything one person got, oldest first: the message with that person's view merged in. */
    public List<ObjectNode> of(String userid) {
        var list = new ArrayList<ObjectNode>();
        for (var view : inbox.startingWith(userid + "/")) {
            var message = messages.get(view.path("key").asText()).orElseThrow();
            message.put("userid", userid);
            for (var name : List.of("card", "replaceName", "clicked", "selections")) {
                if (view.has(name)) {
                    message.set(name, view.get(name));
                }
            }
            list.add(message);
        }
        return list;
    }

    public int count(String userid) {
        return inbox.countStartingWith(userid + "/");
    }

    public List<ObjectNode> all() {
        return messages.all();
    }
}
