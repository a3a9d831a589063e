package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Groups {@code {chatid, name, owner, userlist, ofApp, created, dissolved, pinned}}. A new store
 * has one that members made, with a robot of a known key.
 */
public final class Groups {

    private static final String SAMPLE_GROUP = "wrSandboxSampleGroup0001";
    private static final int MOST_NAME = 50;

    private final Table groups;
    private final Ids ids;
    private final SandboxClock clock;

    Groups(Store store, Ids ids, SandboxClock clock, Contacts contacts, Robots robots) {
        this.groups = store.table("groups");
        this.ids = ids;
        this.clock = clock;
        store.transact(
                () -> {
                    if (groups.isEmpty()) {
                        seed(contacts, robots);
                    }
                });
    }

    private void seed(Contacts contacts, Robots robots) {
        var people =
                contacts.members().stream()
                        .map(m -> m.path("userid").asText())
                        .filter(contacts::sees)
                        .toList();
        if (people.size() > 1) {
            save(group(SAMPLE_GROUP, "研发协作群", people.get(0), people, false));
            robots.add(SandboxDefaults.ROBOT_KEY, SAMPLE_GROUP, "播报机器人");
        }
    }

    String newChatId() {
        return ids.random("wr", 30);
    }

    /** Made by members in the client; apps cannot speak to it, robots can. */
    public ObjectNode addByMembers(String name, String owner, Collection<String> members) {
        if (name.isBlank() || name.length() > MOST_NAME) {
            throw new IllegalArgumentException("群名为 1 到 50 个字");
        }
        var group = group(newChatId(), name, owner, members, false);
        save(group);
        return group;
    }

    ObjectNode group(
            String chatid, String name, String owner, Collection<String> members, boolean ofApp) {
        var group = Json.object().put("chatid", chatid).put("name", name).put("owner", owner);
        group.set("userlist", Json.array(members));
        return group.put("ofApp", ofApp).put("created", clock.seconds()).put("dissolved", false);
    }

    public void save(ObjectNode group) {
        groups.put(group.path("chatid").asText(), group);
    }

    public Optional<ObjectNode> find(String chatid) {
        return groups.get(chatid);
    }

    public List<ObjectNode> of(String userid) {
        return groups.all().stream()
                .filter(g -> !g.path("dissolved").asBoolean() && has(g, userid))
                .toList();
    }

    /** Throws {@link SecurityException} for whom it is not, as if gone where it is dissolved. */
    public ObjectNode asMember(String chatid, String userid) {
        var group = find(chatid).filter(g -> !g.path("dissolved").asBoolean()).orElseThrow();
        if (!has(group, userid)) {
            throw new SecurityException("该成员不在群里");
        }
        return group;
    }

    private static boolean has(ObjectNode group, String userid) {
        return Json.texts(group.path("userlist")).contains(userid);
    }

    /** How many groups of the app began on the clock's day. */
    long createdToday() {
        long today = clock.seconds() / 86_400;
        return groups.all().stream()
                .filter(g -> g.path("ofApp").asBoolean())
                .filter(g -> g.path("created").asLong() / 86_400 == today)
                .count();
    }
}
