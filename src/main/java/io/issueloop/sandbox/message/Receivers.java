package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who a message is for: {@code touser|toparty|totag} resolved within the app's visible range. */
record Receivers(
        Set<String> userids, List<String> badUsers, List<String> badParties, List<String> badTags) {

    /** 82001 where nobody was named, 81013 where nobody named can be reached (page 90236). */
    static Receivers of(Input body, Contacts contacts) {
        var receivers =
                new Receivers(
                        new LinkedHashSet<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        var users = split(body, "touser", 1000);
        var parties = split(body, "toparty", 100);
        var tags = split(body, "totag", 100);
        if (users.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
            throw new ApiError(82001, "touser & toparty & totag all empty");
        }
        users.forEach(user -> receivers.addUser(user, contacts));
        parties.forEach(party -> receivers.addParty(party, contacts));
        tags.forEach(tag -> receivers.addTag(tag, contacts));
        if (receivers.userids().isEmpty()) {
            throw new ApiError(81013, "user & party & tag all invalid");
        }
        return receivers;
    }

    /** One member, or {@code @all}. */
    void addUser(String userid, Contacts contacts) {
        if (userid.equals("@all")) {
            contacts.members().forEach(member -> addIfSeen(member, contacts));
        } else if (!contacts.sees(userid)) {
            badUsers.add(userid.toLowerCase(Locale.ROOT));
        } else {
            addIfSeen(contacts.member(userid).orElseThrow(), contacts);
        }
    }

    private void addParty(String party, Contacts contacts) {
        if (!party.matches("\\d{1,9}") || !contacts.seesDepartment(Integer.parseInt(party))) {
            badParties.add(party);
            return;
        }
        contacts.membersBelow(Integer.parseInt(party)).forEach(m -> addIfSeen(m, contacts));
    }

    private void addTag(String id, Contacts contacts) {
        var tag = id.matches("\\d{1,9}") ? contacts.tag(Integer.parseInt(id)) : null;
        if (tag == null || tag.isEmpty()) {
            badTags.add(id);
            return;
        }
        Json.texts(tag.get().path("userlist")).stream()
                .filter(contacts::sees)
                .forEach(userids::add);
    }

    private void addIfSeen(ObjectNode member, Contacts contacts) {
        var userid = member.path("userid").asText();
        if (contacts.sees(userid)) {
            userids.add(userid);
        }
    }

    private static List<String> split(Input body, String name, int most) {
        var names = new ArrayList<String>();
        for (var part : body.text(name, "").split("\\|")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        if (names.size() > most) {
            throw new ApiError(40032, name + " longer than " + most);
        }
        return names;
    }
}
