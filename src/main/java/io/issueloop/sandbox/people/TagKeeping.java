package io.issueloop.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;

/** Tags as the admin console keeps them; members coming and going are told as update_tag. */
final class TagKeeping {

    private final Contacts contacts;
    private final Callbacks callbacks;

    TagKeeping(Contacts contacts, Callbacks callbacks) {
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    void create(Input body) {
        int id =
                contacts.tags().stream().mapToInt(t -> t.path("tagid").asInt()).max().orElse(0) + 1;
        var tag = Json.object().put("tagid", id).put("tagname", body.text("tagname"));
        tag.putArray("userlist");
        tag.putArray("partylist");
        contacts.saveTag(tag);
    }

    void delete(Input body) {
        contacts.removeTag(tag(body).path("tagid").asInt());
    }

    /** {@code userlist} and {@code partylist} are the whole new lists. */
    void update(Input body) {
        var tag = tag(body);
        if (body.has("tagname")) {
            tag.put("tagname", body.text("tagname"));
        }
        var event = Staff.change("update_tag").number("TagId", tag.path("tagid").asInt());
        for (var userid : body.texts("userlist", 1000)) {
            if (contacts.member(userid).isEmpty()) {
                throw new IllegalArgumentException("没有这个成员：" + userid);
            }
        }
        boolean changed = told(event, tag, body, "userlist", "UserItems");
        changed |= told(event, tag, body, "partylist", "PartyItems");
        contacts.saveTag(tag);
        if (changed) {
            callbacks.send(event);
        }
    }

    private static boolean told(
            Event event, ObjectNode tag, Input body, String list, String items) {
        if (!body.has(list)) {
            return false;
        }
        var before = Json.texts(tag.path(list));
        var after = Json.texts(body.json().path(list));
        tag.set(list, body.json().path(list));
        var added = after.stream().filter(one -> !before.contains(one)).toList();
        var gone = before.stream().filter(one -> !after.contains(one)).toList();
        if (!added.isEmpty()) {
            event.text("Add" + items, String.join(",", added));
        }
        if (!gone.isEmpty()) {
            event.text("Del" + items, String.join(",", gone));
        }
        return !added.isEmpty() || !gone.isEmpty();
    }

    private ObjectNode tag(Input body) {
        return contacts.tag((int) body.number("tagid"))
                .orElseThrow(() -> new IllegalArgumentException("没有这个标签"));
    }
}
