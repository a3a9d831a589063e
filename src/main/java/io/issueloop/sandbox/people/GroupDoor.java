package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.group.GroupMessages;
import io.issueloop.sandbox.group.Groups;
import io.issueloop.sandbox.group.Robots;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Groups as members have them: reading, speaking, pinning a message. */
final class GroupDoor implements Door {

    private static final String GROUPS = "/__sandbox/groups";
    private static final String GROUP = GROUPS + "/{chatid}";

    private final Store store;
    private final Groups groups;
    private final GroupMessages messages;
    private final Robots robots;
    private final Contacts contacts;

    GroupDoor(
            Store store, Groups groups, GroupMessages messages, Robots robots, Contacts contacts) {
        this.store = store;
        this.groups = groups;
        this.messages = messages;
        this.robots = robots;
        this.contacts = contacts;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET(GROUPS, Door.in(store, this::list))
                .POST(GROUPS, Door.in(store, this::create))
                .GET(GROUP, Door.in(store, this::read))
                .POST(GROUP + "/messages", Door.in(store, this::speak))
                .POST(GROUP + "/pin", Door.in(store, this::pin))
                .POST(GROUP + "/dissolve", Door.in(store, this::dissolve))
                .build();
    }

    /** An app's group shows up with its first message (page 90245), a member's at once. */
    private Object list(ServerRequest request, Input body) {
        var userid = Door.param(request, "userid");
        var answer = Json.object();
        var list = answer.putArray("groups");
        for (var group : groups.of(userid)) {
            var said = messages.of(group, userid);
            if (!said.isEmpty() || !group.path("ofApp").asBoolean()) {
                group.put("count", said.size()).put("called", lastCall(said, userid));
                said.stream().reduce((a, b) -> b).ifPresent(last -> group.set("last", last));
                list.add(group);
            }
        }
        return answer;
    }

    /** The number of the last message that calls the member, from 1; 0 for none. */
    private static int lastCall(List<ObjectNode> said, String userid) {
        int number = said.size();
        while (number > 0) {
            var mentioned = Json.texts(said.get(number - 1).path("mentioned"));
            if (mentioned.contains(userid) || mentioned.contains("@all")) {
                return number;
            }
            number--;
        }
        return 0;
    }

    private Object create(ServerRequest request, Input body) {
        var people = new LinkedHashSet<String>();
        people.add(body.text("userid"));
        people.addAll(body.texts("userlist", 2000));
        if (people.size() < 2 || people.stream().anyMatch(p -> contacts.member(p).isEmpty())) {
            throw new IllegalArgumentException("群成员至少两人，且都是通讯录里的成员");
        }
        return groups.addByMembers(body.text("name"), body.text("userid"), people);
    }

    private Object read(ServerRequest request, Input body) {
        var userid = Door.param(request, "userid");
        var group = group(request, userid);
        group.putArray("messages").addAll(messages.of(group, userid));
        group.putArray("robots").addAll(robots.of(group.path("chatid").asText()));
        group.path("pinned")
                .asText()
                .transform(id -> messages.find(group, id))
                .ifPresent(pinned -> group.set("pinnedMessage", pinned));
        return group;
    }

    /** {@code {userid, content}}; no app gets to know it. */
    private Object speak(ServerRequest request, Input body) {
        var userid = body.text("userid");
        var group = group(request, userid);
        var content = Json.object().put("content", body.text("content"));
        var speaker = new GroupMessages.Speaker("member", userid);
        return Json.object().put("msgid", messages.add(group, speaker, "text", content));
    }

    /** {@code {userid, msgid}}; an empty msgid takes the pinned message down. */
    private Object pin(ServerRequest request, Input body) {
        var group = group(request, body.text("userid"));
        var id = body.text("msgid", "");
        if (!id.isEmpty()) {
            messages.find(group, id).orElseThrow();
        }
        groups.save(group.put("pinned", id));
        return Door.done();
    }

    private Object dissolve(ServerRequest request, Input body) {
        var group = group(request, body.text("userid"));
        if (!group.path("owner").asText().equals(body.text("userid"))) {
            throw new SecurityException("只有群主可以解散群聊");
        }
        groups.save(group.put("dissolved", true));
        return Door.done();
    }

    private ObjectNode group(ServerRequest request, String userid) {
        return groups.asMember(request.pathVariable("chatid"), userid);
    }
}
