package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import io.issueloop.wecom.AppChatApi.Chat;
import io.issueloop.wecom.AppChatApi.Outgoing;
import io.issueloop.wecom.AppChatApi.Update;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Makes a group and keeps it as wished. Its first message is the quick entry: without a message
 * WeCom does not show a group. Who leaves it is not brought back.
 */
@Component
class GroupSetup {

    private static final int ADDED_AT_ONCE = 500;

    private final AppChatApi api;
    private final WeComResources resources;

    GroupSetup(AppChatApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
    }

    /**
     * A group there ought to be.
     *
     * @param key what we know it by
     * @param chatid of our choice, so that one whose creation was cut off is found again
     * @param members the owner first
     * @param entry where its quick entry leads
     * @param hint what the entry says besides; may be empty
     */
    record Wish(
            String key, String name, String chatid, List<UserId> members, URI entry, String hint) {

        String label() {
            return "群聊「" + name + "」";
        }

        UserId owner() {
            return members.get(0);
        }
    }

    /** What is missing of it, in Chinese. */
    List<String> missing(Wish wish) {
        var chat = known(wish);
        if (chat.isEmpty()) {
            return List.of(wish.label());
        }
        var missing = new ArrayList<String>();
        var newcomers = notYetIn(wish, chat.get());
        if (!newcomers.isEmpty()) {
            missing.add("%s的 %d 名新成员".formatted(wish.label(), newcomers.size()));
        }
        if (!isGreeted(wish, chat.get().chatid())) {
            missing.add(wish.label() + "的快捷入口消息");
        }
        return missing;
    }

    void ensure(Wish wish, Consumer<String> created) {
        var chat = known(wish).orElseGet(() -> create(wish, created));
        var newcomers = notYetIn(wish, chat);
        for (int from = 0; from < newcomers.size(); from += ADDED_AT_ONCE) {
            var some = newcomers.subList(from, Math.min(newcomers.size(), from + ADDED_AT_ONCE));
            api.update(new Update(chat.chatid(), null, null, ids(some), null));
            added(chat.chatid(), some);
        }
        if (!isGreeted(wish, chat.chatid())) {
            greet(wish, chat.chatid());
            created.accept(wish.label() + "的快捷入口");
        }
    }

    private Optional<Chat> known(Wish wish) {
        return resources.find(Kind.GROUP, wish.key()).map(Resource::id).flatMap(this::find);
    }

    private Optional<Chat> find(String id) {
        return Existing.find(() -> api.get(id)).map(AppChatApi.Found::chat_info);
    }

    private Chat create(Wish wish, Consumer<String> created) {
        var present = find(wish.chatid());
        var id = present.map(Chat::chatid).orElseGet(() -> createAnew(wish));
        resources.created(Kind.GROUP, wish.key(), id, "");
        if (present.isEmpty()) {
            created.accept(wish.label());
            added(id, wish.members());
        }
        return find(id).orElseThrow(() -> new WeComUnavailable("企业微信没有给出刚建立的群聊", null));
    }

    private String createAnew(Wish wish) {
        var owner = wish.owner().value();
        var users = ids(wish.members());
        try {
            return api.create(new AppChatApi.Create(wish.name(), owner, users, wish.chatid()))
                    .chatid();
        } catch (WeComRejected taken) {
            if (taken.errcode() != ErrorCodes.CHAT_EXISTS) {
                throw taken;
            }
            // one that was dissolved keeps its id
            return api.create(new AppChatApi.Create(wish.name(), owner, users, null)).chatid();
        }
    }

    /** Those who are not in it and never were. */
    private List<UserId> notYetIn(Wish wish, Chat chat) {
        var known = new LinkedHashSet<>(chat.userlist());
        resources.keys(Kind.GROUP_MEMBER, chat.chatid()).stream()
                .map(key -> key.substring(key.indexOf('/') + 1))
                .forEach(known::add);
        return wish.members().stream().filter(user -> !known.contains(user.value())).toList();
    }

    private void added(String chatid, List<UserId> users) {
        users.forEach(
                user -> resources.created(Kind.GROUP_MEMBER, chatid + "/" + user, chatid, ""));
    }

    private boolean isGreeted(Wish wish, String id) {
        return resources
                .find(Kind.GROUP_ENTRY, wish.key())
                .filter(known -> known.id().equals(id))
                .isPresent();
    }

    private void greet(Wish wish, String id) {
        api.send(Outgoing.textcard(id, GroupTexts.entry(wish.hint(), wish.entry())));
        resources.created(Kind.GROUP_ENTRY, wish.key(), id, "");
    }

    private static List<String> ids(List<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }
}
