package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/**
 * Keeping tags. An app changes only the tags it made itself; the contact-sync assistant those of
 * the admin console as well (81011 otherwise).
 */
final class TagApi implements Endpoints.Area {

    private static final int LONGEST_NAME = 32;
    private static final int MOST_MEMBERS = 1000;
    private static final int MOST_PARTIES = 100;

    private final Contacts contacts;

    TagApi(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("tag/create", this::create)
                .post("tag/update", this::update)
                .get("tag/delete", this::delete)
                .post("tag/addtagusers", call -> members(call, true))
                .post("tag/deltagusers", call -> members(call, false));
    }

    private Reply create(Call call) {
        var body = call.body();
        var name = name(body, 0);
        int id = (int) body.between("tagid", 0, 0, Integer.MAX_VALUE, 40068);
        if (body.has("tagid") && contacts.tag(id).isPresent()) {
            throw new ApiError(40068, "tagid exists");
        }
        int next = contacts.tags().stream().mapToInt(TagApi::id).max().orElse(0) + 1;
        var tag = Json.object().put("tagid", body.has("tagid") ? id : next).put("tagname", name);
        tag.putArray("userlist");
        tag.putArray("partylist");
        contacts.saveTag(tag.put("maker", call.ofContacts() ? "contacts" : "app"));
        return Reply.ok().with("tagid", tag.path("tagid"));
    }

    private Reply update(Call call) {
        var tag = own(call, (int) call.body().digits("tagid", 0));
        contacts.saveTag(tag.put("tagname", name(call.body(), id(tag))));
        return Reply.ok();
    }

    private Reply delete(Call call) {
        contacts.removeTag(id(own(call, call.queryNumber("tagid", 41017))));
        return Reply.ok();
    }

    private Reply members(Call call, boolean add) {
        var body = call.body();
        var tag = own(call, (int) body.digits("tagid", 0));
        var users = body.texts("userlist", 10_000);
        var parties = body.integers("partylist", 10_000);
        if (users.size() > MOST_MEMBERS || parties.size() > MOST_PARTIES) {
            throw new ApiError(81014, "too many users or parties at once");
        }
        var invalidUsers = users.stream().filter(user -> !knows(call, user)).toList();
        var invalidParties = parties.stream().filter(id -> !knows(call, id)).toList();
        if (invalidUsers.size() + invalidParties.size() == users.size() + parties.size()) {
            throw new ApiError(40070, "all userlist and partylist are invalid");
        }
        change(tag, "userlist", without(users, invalidUsers), add);
        change(tag, "partylist", without(parties, invalidParties), add);
        contacts.saveTag(tag);
        var reply = Reply.ok();
        if (!invalidUsers.isEmpty()) {
            reply.with("invalidlist", String.join("|", invalidUsers));
        }
        return invalidParties.isEmpty() ? reply : reply.with("invalidparty", invalidParties);
    }

    private boolean knows(Call call, String userid) {
        return call.ofContacts() ? contacts.member(userid).isPresent() : contacts.sees(userid);
    }

    private boolean knows(Call call, int department) {
        return call.ofContacts()
                ? contacts.department(department).isPresent()
                : contacts.seesDepartment(department);
    }

    private static <T> List<T> without(List<T> all, List<T> invalid) {
        return all.stream().filter(one -> !invalid.contains(one)).toList();
    }

    private static void change(ObjectNode tag, String name, List<?> changed, boolean add) {
        var kept = Json.array();
        for (var before : tag.path(name)) {
            if (changed.stream().noneMatch(one -> one.toString().equals(before.asText()))) {
                kept.add(before);
            }
        }
        tag.set(name, add ? kept.addAll(Json.array(changed)) : kept);
    }

    private ObjectNode own(Call call, int id) {
        var tag = contacts.tag(id).orElseThrow(() -> new ApiError(40068, "invalid tagid"));
        boolean own =
                call.ofContacts()
                        ? !tag.path("maker").asText().equals("app")
                        : tag.path("maker").asText().equals("app");
        if (!own) {
            throw new ApiError(81011, "no permission to the tag");
        }
        return tag;
    }

    private String name(Input body, int except) {
        var name = body.text("tagname", 41018);
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new ApiError(40072, "invalid tagname");
        }
        if (contacts.tags().stream()
                .anyMatch(t -> id(t) != except && t.path("tagname").asText().equals(name))) {
            throw new ApiError(40071, "tagname exists");
        }
        return name;
    }

    private static int id(ObjectNode tag) {
        return tag.path("tagid").asInt();
    }
}
