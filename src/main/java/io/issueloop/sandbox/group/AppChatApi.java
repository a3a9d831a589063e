package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.message.Content;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import java.util.LinkedHashSet;

/** Groups of the app, pages 90244 to 90248; only for an app the whole corp sees. */
final class AppChatApi implements Endpoints.Area {

    private static final int MOST_A_DAY = 1_000;

    private final Groups groups;
    private final GroupMessages messages;
    private final Content contents;
    private final ChatRules rules;
    private final Settings settings;

    AppChatApi(
            Groups groups,
            GroupMessages messages,
            Content contents,
            ChatRules rules,
            Settings settings) {
        this.groups = groups;
        this.messages = messages;
        this.contents = contents;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("appchat/create", this::create)
                .post("appchat/update", this::update)
                .get("appchat/get", this::get)
                .post("appchat/send", this::send);
    }

    private Reply create(Call call) {
        rules.requireVisibleToAll();
        var body = call.body();
        var members = new LinkedHashSet<>(rules.members(body, "userlist"));
        if (members.isEmpty()) {
            throw new ApiError(86204, "missing userlist");
        }
        ChatRules.requireSize(members);
        var owner = body.text("owner", members.iterator().next());
        ChatRules.requireOwner(owner, members);
        if (groups.createdToday() >= MOST_A_DAY) {
            throw new ApiError(45009, "appchat create freq out of limit");
        }
        var chatid = newChatId(body);
        groups.save(groups.group(chatid, ChatRules.name(body, "群聊"), owner, members, true));
        return Reply.ok().with("chatid", chatid);
    }

    private String newChatId(Input body) {
        var wanted = body.text("chatid", "");
        if (wanted.isEmpty()) {
            return groups.newChatId();
        }
        if (!wanted.matches("[0-9A-Za-z]{1,32}")) {
            throw new ApiError(86001, "invalid chatid");
        }
        if (groups.find(wanted).isPresent()) {
            throw new ApiError(86215, "chatid exists");
        }
        return wanted;
    }

    private Reply update(Call call) {
        rules.requireVisibleToAll();
        var body = call.body();
        var group = own(body.text("chatid", ""));
        var members = new LinkedHashSet<>(Json.texts(group.path("userlist")));
        var removed = body.texts("del_user_list", ChatRules.MOST_MEMBERS);
        members.addAll(rules.members(body, "add_user_list"));
        members.removeIf(member -> removed.stream().anyMatch(member::equalsIgnoreCase));
        ChatRules.requireSize(members);
        var before = group.path("owner").asText();
        if (!body.has("owner") && !members.contains(before)) {
            throw new ApiError(86203, "missing owner");
        }
        var owner = body.text("owner", before);
        ChatRules.requireOwner(owner, members);
        group.put("name", ChatRules.name(body, group.path("name").asText())).put("owner", owner);
        groups.save(group.set("userlist", Json.array(members)));
        return Reply.ok();
    }

    private Reply get(Call call) {
        rules.requireVisibleToAll();
        var group = own(call.query().getOrDefault("chatid", ""));
        var info = group.deepCopy().retain("chatid", "name", "owner", "userlist");
        return Reply.ok().with("chat_info", info.put("chat_type", 0));
    }

    private Reply send(Call call) {
        rules.requireVisibleToAll();
        var body = call.body();
        var group = own(body.text("chatid", ""));
        body.between("safe", 0, 0, 1);
        var content = contents.plain(body);
        body.optionalObject("text")
                .ifPresent(text -> text.texts("mentioned_list", ChatRules.MOST_MEMBERS));
        var app = new GroupMessages.Speaker("app", settings.appName());
        messages.add(group, app, body.text("msgtype"), content);
        return Reply.ok();
    }

    private ObjectNode own(String chatid) {
        if (chatid.isEmpty()) {
            throw new ApiError(86201, "missing chatid");
        }
        var group = groups.find(chatid).orElseThrow(() -> new ApiError(86003, "chatid not found"));
        if (!group.path("ofApp").asBoolean()) {
            throw new ApiError(86008, "chat not created by this app");
        }
        if (group.path("dissolved").asBoolean()) {
            throw new ApiError(49008, "chat is dissolved");
        }
        return group;
    }
}
