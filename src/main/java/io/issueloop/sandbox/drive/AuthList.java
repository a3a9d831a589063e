package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;

/**
 * {@code auth_info} of spaces and files: members and departments with 1 download or 7 admin (pages
 * 93655, 98004). 4 preview is for paying members and refused (640015).
 */
final class AuthList {

    static final int ADMIN = 7;
    private static final int MOST = 100;
    private static final int MOST_ADMINS = 3;

    private final Contacts contacts;

    AuthList(Contacts contacts) {
        this.contacts = contacts;
    }

    ArrayNode checked(Input body) {
        var list = Json.array();
        for (var holder : body.objects("auth_info", MOST)) {
            requireRight(holder.number("auth"));
            list.add(named(holder).put("auth", holder.number("auth")));
        }
        return list;
    }

    /** Holders without their right, as the requests that take it away name them. */
    ArrayNode holders(Input body) {
        var list = Json.array();
        body.requireList("auth_info").objects("auth_info", MOST).stream()
                .map(this::named)
                .forEach(list::add);
        return list;
    }

    /** 640053 where more than three members would be admins. */
    static ArrayNode merged(JsonNode before, ArrayNode added) {
        var all = without(before, added).addAll(added);
        int admins = 0;
        for (var holder : all) {
            admins += holder.path("auth").asInt() == ADMIN ? 1 : 0;
        }
        if (admins > MOST_ADMINS) {
            throw new ApiError(640053, "too many admins");
        }
        return all;
    }

    static ArrayNode without(JsonNode before, ArrayNode removed) {
        var rest = Json.array();
        before.forEach(holder -> rest.add(holder));
        for (var gone : removed) {
            for (int i = rest.size() - 1; i >= 0; i--) {
                if (key(rest.get(i)).equals(key(gone))) {
                    rest.remove(i);
                }
            }
        }
        return rest;
    }

    /** What the list gives that member, by name or by a department above; 0 nothing. */
    int right(JsonNode list, String userid) {
        int right = 0;
        for (var holder : list) {
            boolean meant =
                    holder.path("type").asInt() == 1
                            ? holder.path("userid").asText().equals(userid)
                            : contacts.membersBelow(holder.path("departmentid").asInt()).stream()
                                    .anyMatch(m -> m.path("userid").asText().equals(userid));
            right = meant ? Math.max(right, holder.path("auth").asInt()) : right;
        }
        return right;
    }

    private ObjectNode named(Input holder) {
        long type = holder.between("type", 0, 1, 2, 640027);
        if (type == 1) {
            var userid = holder.text("userid", 640012);
            if (!contacts.sees(userid)) {
                throw new ApiError(640012, "invalid userid: " + userid);
            }
            return Json.object().put("type", 1).put("userid", userid);
        }
        int department = (int) holder.number("departmentid", 0);
        if (!contacts.seesDepartment(department)) {
            throw new ApiError(640013, "invalid departmentid: " + department);
        }
        return Json.object().put("type", 2).put("departmentid", department);
    }

    private static void requireRight(long auth) {
        if (auth == 4) {
            throw new ApiError(640015, "preview is not available in this corp's edition");
        }
        if (auth != 1 && auth != ADMIN) {
            throw new ApiError(640020, "unknown auth: " + auth);
        }
    }

    private static String key(JsonNode holder) {
        return holder.path("type").asInt() == 1
                ? "user/" + holder.path("userid").asText()
                : "department/" + holder.path("departmentid").asInt();
    }
}
