package io.issueloop.sandbox.group;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What makes a group of an app illegal, with WeCom's code for it (pages 90244, 90313). */
final class ChatRules {

    static final int MOST_MEMBERS = 2_000;
    private static final int MOST_NAME = 50;

    private final Contacts contacts;

    ChatRules(Contacts contacts) {
        this.contacts = contacts;
    }

    /** 48002 for an app the root department does not see. */
    void requireVisibleToAll() {
        if (!contacts.seesWholeCorp()) {
            throw new ApiError(48002, "api forbidden: visible range is not the root department");
        }
    }

    /** As the contacts spell them; 86216 for whom the app does not see. */
    List<String> members(Input body, String name) {
        return body.texts(name, MOST_MEMBERS + 1).stream().map(this::member).toList();
    }

    private String member(String userid) {
        if (!contacts.sees(userid)) {
            throw new ApiError(86216, "invalid member " + userid);
        }
        return contacts.member(userid).orElseThrow().path("userid").asText();
    }

    static void requireSize(Collection<String> members) {
        if (members.size() < 2 || members.size() > MOST_MEMBERS) {
            throw new ApiError(86006, "not 2 to " + MOST_MEMBERS + " members");
        }
    }

    static void requireOwner(String owner, Set<String> members) {
        if (!members.contains(owner)) {
            throw new ApiError(86207, "owner is not in userlist");
        }
    }

    static String name(Input body, String fallback) {
        var name = body.text("name", "");
        if (name.codePointCount(0, name.length()) > MOST_NAME) {
            throw new ApiError(86004, "name longer than " + MOST_NAME + " characters");
        }
        return name.isEmpty() ? fallback : name;
    }
}
