package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Reading contacts: pages 90196, 90201, 90193. Apps created after 2022-06-20 are not given avatar,
 * gender, mobile, email, biz_mail, qr_code and address, so they are never sent.
 */
final class ContactsApi implements Endpoints.Area {

    private static final List<String> SENSITIVE =
            List.of(
                    "avatar",
                    "thumb_avatar",
                    "gender",
                    "mobile",
                    "email",
                    "biz_mail",
                    "qr_code",
                    "address");

    private final Contacts contacts;

    ContactsApi(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .get("user/get", this::user)
                .get("user/list", call -> Reply.ok().with("userlist", list(call, true)))
                .get("user/simplelist", call -> Reply.ok().with("userlist", list(call, false)))
                .get(
                        "department/list",
                        call -> Reply.ok().with("department", departments(call, true)))
                .get(
                        "department/simplelist",
                        call -> Reply.ok().with("department_id", departments(call, false)))
                .get("department/get", this::department)
                .get("tag/list", call -> Reply.ok().with("taglist", tags()))
                .get("tag/get", this::tag)
                .post("user/getuserid", this::userid)
                .post("user/list_id", this::listIds);
    }

    private Reply user(Call call) {
        var userid = call.query("userid", 41009);
        var member =
                contacts.member(userid).orElseThrow(() -> new ApiError(60111, "userid not found"));
        if (!contacts.sees(userid)) {
            throw noPermission();
        }
        return Reply.ok().withAll(publicPart(member));
    }

    private ArrayNode list(Call call, boolean details) {
        int department = call.queryNumber("department_id", 40058);
        requireVisible(department);
        var list = Json.array();
        for (var member : contacts.membersOf(department)) {
            list.add(details ? publicPart(member) : brief(member));
        }
        return list;
    }

    private ArrayNode departments(Call call, boolean details) {
        int root = call.query().containsKey("id") ? call.queryNumber("id", 40058) : 0;
        if (root != 0) {
            requireVisible(root);
        }
        var list = Json.array();
        for (var department : contacts.departments()) {
            int id = department.path("id").asInt();
            if (contacts.seesDepartment(id) && (root == 0 || isBelow(id, root))) {
                list.add(details ? department : ids(department));
            }
        }
        return list;
    }

    private Reply department(Call call) {
        int id = call.queryNumber("id", 40058);
        requireVisible(id);
        return Reply.ok().with("department", contacts.department(id).orElseThrow());
    }

    private ArrayNode tags() {
        var list = Json.array();
        contacts.tags().forEach(tag -> list.add(tag.deepCopy().retain("tagid", "tagname")));
        return list;
    }

    private Reply tag(Call call) {
        int id = call.queryNumber("tagid", 41017);
        var tag = contacts.tag(id).orElseThrow(() -> new ApiError(40068, "invalid tagid"));
        var users = Json.array();
        for (var userid : Json.texts(tag.path("userlist"))) {
            if (contacts.sees(userid)) {
                users.addObject().put("userid", userid).put("name", contacts.nameOf(userid));
            }
        }
        return Reply.ok()
                .with("tagname", tag.path("tagname"))
                .with("userlist", users)
                .with("partylist", tag.path("partylist"));
    }

    /** By mobile number: 46004 where nobody has it. */
    private Reply userid(Call call) {
        var mobile = call.body().text("mobile", 60103);
        if (!mobile.matches("\\+?[0-9-]{5,20}")) {
            throw new ApiError(60103, "invalid mobile");
        }
        return contacts.members().stream()
                .filter(m -> m.path("mobile").asText().equals(mobile))
                .map(m -> m.path("userid").asText())
                .filter(userid -> call.ofContacts() || contacts.sees(userid))
                .findFirst()
                .map(userid -> Reply.ok().with("userid", userid))
                .orElseThrow(() -> new ApiError(46004, "user no exist"));
    }

    /** Every pair of member and department, all of the corp. */
    private Reply listIds(Call call) {
        var cursor = call.body().text("cursor", "0");
        if (!cursor.matches("\\d{1,9}")) {
            throw ApiError.invalid("invalid cursor");
        }
        var all = new ArrayList<ObjectNode>();
        for (var member : contacts.members()) {
            for (int department : Json.integers(member.path("department"))) {
                all.add(
                        Json.object()
                                .put("userid", member.path("userid").asText())
                                .put("department", department));
            }
        }
        long start = Long.parseLong(cursor);
        var page = all.stream().skip(start).limit(call.body().between("limit", 10_000, 1, 10_000));
        var list = page.toList();
        long next = start + list.size();
        return Reply.ok()
                .with("next_cursor", next < all.size() ? Long.toString(next) : "")
                .with("dept_user", list);
    }

    private boolean isBelow(int id, int root) {
        return id == root
                || id != 0
                        && contacts.department(id)
                                .map(d -> isBelow(d.path("parentid").asInt(), root))
                                .orElse(false);
    }

    private void requireVisible(int department) {
        if (contacts.department(department).isEmpty()) {
            throw new ApiError(60123, "department not found");
        }
        if (!contacts.seesDepartment(department)) {
            throw noPermission();
        }
    }

    private static ApiError noPermission() {
        return new ApiError(60011, "no privilege to access/modify contact/party/agent");
    }

    private static ObjectNode publicPart(ObjectNode member) {
        return member.deepCopy().remove(SENSITIVE);
    }

    private static ObjectNode brief(ObjectNode member) {
        return member.deepCopy().retain("userid", "name", "department");
    }

    private static ObjectNode ids(ObjectNode department) {
        return department.deepCopy().retain("id", "parentid", "order");
    }
}
