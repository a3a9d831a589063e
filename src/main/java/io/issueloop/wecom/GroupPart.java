package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.notification.Links;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.AppChatApi.Chat;
import io.issueloop.wecom.AppChatApi.Outgoing;
import io.issueloop.wecom.AppChatApi.TextCard;
import io.issueloop.wecom.AppChatApi.Update;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The group of everybody, whose first message is the quick entry: without a message WeCom does not
 * show a group. Who leaves it is not brought back.
 */
@Component
@Order(50)
class GroupPart implements SetupPart {

    static final String NAME = "研发问题群";

    private static final int ADDED_AT_ONCE = 500;

    private final AppChatApi api;
    private final WeComResources resources;
    private final GroupMembers members;
    private final Links links;
    private final String chatid;

    GroupPart(
            AppChatApi api,
            WeComResources resources,
            GroupMembers members,
            Links links,
            WeComProperties properties) {
        this.api = api;
        this.resources = resources;
        this.members = members;
        this.links = links;
        this.chatid = "issueloop" + properties.agentId();
    }

    @Override
    public Capability capability() {
        return Capability.GROUP;
    }

    @Override
    public String label() {
        return "群聊「" + NAME + "」";
    }

    @Override
    public List<String> missing() {
        var chat = known();
        if (chat.isEmpty()) {
            return List.of(label());
        }
        var missing = new ArrayList<String>();
        var newcomers = members.notYetIn(chat.get());
        if (!newcomers.isEmpty()) {
            missing.add(newcomers.size() + " 名新成员");
        }
        if (!isGreeted(chat.get().chatid())) {
            missing.add("快捷入口消息");
        }
        return missing;
    }

    @Override
    public void ensure(Consumer<String> created) {
        var chat = known().orElseGet(() -> create(created));
        var newcomers = members.notYetIn(chat);
        for (int from = 0; from < newcomers.size(); from += ADDED_AT_ONCE) {
            var some = newcomers.subList(from, Math.min(newcomers.size(), from + ADDED_AT_ONCE));
            var ids = some.stream().map(UserId::value).toList();
            api.update(new Update(chat.chatid(), null, null, ids, null));
            members.added(chat.chatid(), some);
        }
        if (!isGreeted(chat.chatid())) {
            greet(chat.chatid());
            created.accept("群聊快捷入口");
        }
    }

    private Optional<Chat> known() {
        return resources.find(Kind.GROUP, NAME).map(Resource::id).flatMap(this::find);
    }

    private Optional<Chat> find(String id) {
        return Existing.find(() -> api.get(id)).map(AppChatApi.Found::chat_info);
    }

    /** Under an id of our choice, so that one whose creation was cut off is found again. */
    private Chat create(Consumer<String> created) {
        var present = find(chatid);
        var id = present.map(Chat::chatid).orElseGet(this::createAnew);
        resources.created(Kind.GROUP, NAME, id, "");
        if (present.isEmpty()) {
            created.accept(label());
            members.added(id, members.first());
        }
        return find(id).orElseThrow(() -> new WeComUnavailable("企业微信没有给出刚建立的群聊", null));
    }

    private String createAnew() {
        var owner = members.owner();
        var users = members.first().stream().map(UserId::value).toList();
        try {
            return api.create(new AppChatApi.Create(NAME, owner.value(), users, chatid)).chatid();
        } catch (WeComRejected taken) {
            if (taken.errcode() != ErrorCodes.CHAT_EXISTS) {
                throw taken;
            }
            // one that was dissolved keeps its id
            return api.create(new AppChatApi.Create(NAME, owner.value(), users, null)).chatid();
        }
    }

    private boolean isGreeted(String id) {
        return resources.find(Kind.GROUP_ENTRY, NAME).filter(r -> r.id().equals(id)).isPresent();
    }

    private void greet(String id) {
        var text = "遇到问题，点这里提报：自动分类、指派处理人，进展随时可查。请长按本条消息置顶，方便大家使用。";
        var card = new TextCard("提交问题", text, links.report().toString(), "去提交");
        api.send(Outgoing.textcard(id, card));
        resources.created(Kind.GROUP_ENTRY, NAME, id, "");
    }
}
