package io.issueloop.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;

/** Departments as the admin console keeps them, each change told as {@code change_contact}. */
final class Departments {

    private final Contacts contacts;
    private final Callbacks callbacks;

    Departments(Contacts contacts, Callbacks callbacks) {
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    void create(Input body) {
        int id =
                contacts.departments().stream().mapToInt(d -> d.path("id").asInt()).max().orElse(0)
                        + 1;
        int parent = (int) body.number("parentid", 1);
        require(parent);
        var department =
                Json.object()
                        .put("id", id)
                        .put("name", body.text("name"))
                        .put("parentid", parent)
                        .put("order", 99_990_000 - id);
        department.putArray("department_leader");
        contacts.saveDepartment(department);
        callbacks.send(
                Staff.change("create_party")
                        .number("Id", id)
                        .text("Name", department.path("name").asText())
                        .number("ParentId", parent)
                        .number("Order", department.path("order").asLong()));
    }

    /** Only what changed is told. */
    void update(Input body) {
        var department = require((int) body.number("id"));
        var event = Staff.change("update_party").number("Id", department.path("id").asInt());
        if (body.has("name")) {
            department.put("name", body.text("name"));
            event.text("Name", body.text("name"));
        }
        if (body.has("parentid")) {
            int parent = (int) body.number("parentid");
            require(parent);
            if (isBelow(parent, department.path("id").asInt())) {
                throw new IllegalArgumentException("部门不能放到自己下面");
            }
            department.put("parentid", parent);
            event.number("ParentId", parent);
        }
        contacts.saveDepartment(department);
        callbacks.send(event);
    }

    void delete(Input body) {
        int id = require((int) body.number("id")).path("id").asInt();
        boolean parent =
                contacts.departments().stream().anyMatch(d -> d.path("parentid").asInt() == id);
        if (id == 1 || parent || !contacts.membersOf(id).isEmpty()) {
            throw new IllegalArgumentException("部门下还有成员或子部门，不能删除");
        }
        contacts.removeDepartment(id);
        callbacks.send(Staff.change("delete_party").number("Id", id));
    }

    private boolean isBelow(int id, int root) {
        return id == root
                || contacts.department(id)
                        .map(d -> d.path("parentid").asInt())
                        .filter(parent -> parent != 0)
                        .map(parent -> isBelow(parent, root))
                        .orElse(false);
    }

    private ObjectNode require(int id) {
        return contacts.department(id)
                .orElseThrow(() -> new IllegalArgumentException("没有这个部门：" + id));
    }
}
