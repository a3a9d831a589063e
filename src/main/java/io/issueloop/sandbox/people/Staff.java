package io.issueloop.sandbox.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;
import java.util.Set;

/**
 * Changes of the organisation by its administrator, each told as {@code change_contact} (page
 * 90240). Refuses in Chinese.
 */
final class Staff {

    private static final Set<String> CHANGEABLE =
            Set.of("name", "department", "position", "mobile", "status", "alias", "telephone");

    private final Contacts contacts;
    private final Callbacks callbacks;

    Staff(Contacts contacts, Callbacks callbacks) {
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    void create(String userid, Input body) {
        if (contacts.member(userid).isPresent()) {
            throw new IllegalArgumentException("成员已存在");
        }
        if (!userid.matches("[A-Za-z0-9][\\w.@-]{0,63}")) {
            throw new IllegalArgumentException("账号只能由字母、数字和 _-@. 组成，以字母或数字开头，不超过 64 位");
        }
        var member = Json.object().put("userid", userid).put("name", body.text("name"));
        save(member, body);
        callbacks.send(described("create_user", userid, member));
    }

    /** Present fields overwrite; {@code newUserid} renames, {@code leads} sets what is led. */
    void update(String userid, Input body) {
        var member = member(userid);
        var event = userid;
        var renamed = body.text("newUserid", "");
        if (!renamed.isEmpty() && !renamed.equals(userid)) {
            if (contacts.member(renamed).isPresent()) {
                throw new IllegalArgumentException("成员已存在");
            }
            contacts.remove(userid);
            replaceEverywhere(userid, renamed);
            member.put("userid", renamed);
        }
        save(member, body);
        var now = member.path("userid").asText();
        if (body.has("leads")) {
            lead(now, body.integers("leads", 100));
        }
        var told = described("update_user", event, contacts.member(now).orElseThrow());
        callbacks.send(now.equals(userid) ? told : told.text("NewUserID", now));
    }

    void delete(String userid) {
        member(userid);
        replaceEverywhere(userid, "");
        contacts.remove(userid);
        callbacks.send(change("delete_user").text("UserID", userid));
    }

    private void save(ObjectNode member, Input body) {
        for (int department : body.integers("department", 20)) {
            if (contacts.department(department).isEmpty()) {
                throw new IllegalArgumentException("没有这个部门：" + department);
            }
        }
        if (body.has("status")) {
            body.between("status", 1, 1, 5);
        }
        var changes = body.json().deepCopy().retain(CHANGEABLE);
        member.setAll(changes);
        if (member.path("department").isEmpty()) {
            throw new IllegalArgumentException("成员至少属于一个部门");
        }
        contacts.save(member);
    }

    private void lead(String userid, List<Integer> departments) {
        for (var department : contacts.departments()) {
            var leaders = Json.texts(department.path("department_leader"));
            boolean leads = departments.contains(department.path("id").asInt());
            if (leads != leaders.contains(userid)) {
                if (leads) {
                    leaders.add(userid);
                } else {
                    leaders.remove(userid);
                }
                department.set("department_leader", Json.array(leaders));
                contacts.saveDepartment(department);
            }
        }
    }

    /** In leaders and tags; an empty new name takes the old one out. */
    private void replaceEverywhere(String old, String renamed) {
        for (var department : contacts.departments()) {
            if (replaced(department, "department_leader", old, renamed)) {
                contacts.saveDepartment(department);
            }
        }
        for (var tag : contacts.tags()) {
            if (replaced(tag, "userlist", old, renamed)) {
                contacts.saveTag(tag);
            }
        }
    }

    private static boolean replaced(ObjectNode node, String field, String old, String renamed) {
        var names = Json.texts(node.path(field));
        if (!names.contains(old)) {
            return false;
        }
        names.replaceAll(name -> name.equals(old) ? renamed : name);
        names.remove("");
        node.set(field, Json.array(names));
        return true;
    }

    private ObjectNode member(String userid) {
        return contacts.member(userid).orElseThrow(() -> new IllegalArgumentException("没有这个成员"));
    }

    private static Event described(String change, String userid, ObjectNode member) {
        return change(change)
                .text("UserID", userid)
                .text("Name", member.path("name").asText())
                .text("Department", joined(member.path("department")))
                .number("MainDepartment", member.path("main_department").asInt())
                .text("IsLeaderInDept", joined(member.path("is_leader_in_dept")))
                .text("DirectLeader", joined(member.path("direct_leader")))
                .text("Position", member.path("position").asText())
                .number("Status", member.path("status").asInt());
    }

    static Event change(String type) {
        return Event.of("sys", "change_contact").text("ChangeType", type);
    }

    static String joined(JsonNode list) {
        return String.join(",", Json.texts(list));
    }
}
