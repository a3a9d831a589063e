package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.message.Throttle;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was said in groups, and to whom it did not come: too many messages vanish silently. */
public final class GroupMessages {

    private final Table messages;
    private final Ids ids;
    private final SandboxClock clock;
    private final Throttle throttle;

    GroupMessages(Store store, Ids ids, SandboxClock clock) {
        this.messages = store.table("group_messages");
        this.ids = ids;
        this.clock = clock;
        this.throttle = Throttle.ofGroupMessages(clock);
    }

    /** Who speaks: {@code app}, {@code robot} or {@code member}, and under which name. */
    public record Speaker(String kind, String name) {}

    public String add(ObjectNode group, Speaker speaker, String msgtype, ObjectNode content) {
        var members = Json.texts(group.path("userlist"));
        var dropped = new ArrayList<String>();
        if (speaker.kind().equals("app")) {
            members.stream().filter(m -> !throttle.lets(m)).forEach(dropped::add);
        }
        var id = ids.ordered("g", "group_message");
        var message =
                Json.object()
                        .put("msgid", id)
                        .put("chatid", group.path("chatid").asText())
                        .put("from", speaker.kind())
                        .put("fromName", speaker.name())
                        .put("msgtype", msgtype)
                        .put("createdAt", clock.millis());
        message.set("content", content);
        message.set("mentioned", Json.array(Mentions.of(content, members)));
        message.set("dropped", Json.array(dropped));
        messages.put(key(group, id), message);
        return id;
    }

    public Optional<ObjectNode> find(ObjectNode group, String id) {
        return messages.get(key(group, id));
    }

    /** Oldest first; with a userid without what did not come to that member. */
    public List<ObjectNode> of(ObjectNode group, String userid) {
        return messages.startingWith(group.path("chatid").asText() + "/").stream()
                .filter(m -> !Json.texts(m.path("dropped")).contains(userid))
                .toList();
    }

    private static String key(ObjectNode group, String id) {
        return group.path("chatid").asText() + "/" + id;
    }
}
