package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.LinkedHashSet;
import java.util.List;

/** Who may fill a form, and who has not yet. */
final class Audience {

    /** Who sent an anonymous answer: kept for "once only", never shown. */
    static final String SECRET = "sender";

    private static final int NAMED = 1;

    private final Contacts contacts;

    Audience(Contacts contacts) {
        this.contacts = contacts;
    }

    boolean mayFill(ObjectNode form, String userid) {
        return !isRestricted(form) || invited(form).contains(userid);
    }

    /** Members who still have to; empty where everybody may fill it. */
    List<ObjectNode> missing(ObjectNode form, List<ObjectNode> answers) {
        if (!isRestricted(form)) {
            return List.of();
        }
        var done = answers.stream().map(a -> a.path(SECRET).asText()).toList();
        return invited(form).stream()
                .filter(userid -> !done.contains(userid))
                .map(
                        userid ->
                                Json.object()
                                        .put("userid", userid)
                                        .put("user_name", contacts.nameOf(userid)))
                .toList();
    }

    private static boolean isRestricted(ObjectNode form) {
        return form.at("/form_setting/fill_out_auth").asInt() == NAMED;
    }

    private List<String> invited(ObjectNode form) {
        var range = form.at("/form_setting/fill_in_range");
        var userids = new LinkedHashSet<>(Json.texts(range.path("userids")));
        for (int department : Json.integers(range.path("departmentids"))) {
            contacts.membersBelow(department)
                    .forEach(member -> userids.add(member.path("userid").asText()));
        }
        return List.copyOf(userids);
    }
}
