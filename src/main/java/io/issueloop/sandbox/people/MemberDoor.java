package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.util.List;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Members, and editing them as an administrator would ({@code change_contact}, page 90240). */
final class MemberDoor implements Door {

    private final Store store;
    private final Contacts contacts;
    private final Staff staff;
    private final Departments departments;
    private final TagKeeping tags;

    MemberDoor(Store store, Contacts contacts, Callbacks callbacks) {
        this.store = store;
        this.contacts = contacts;
        this.staff = new Staff(contacts, callbacks);
        this.departments = new Departments(contacts, callbacks);
        this.tags = new TagKeeping(contacts, callbacks);
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/members", Door.in(store, (request, body) -> members()))
                .POST("/__sandbox/contacts", Door.in(store, this::edit))
                .POST("/__sandbox/departments", Door.in(store, this::editDepartment))
                .POST("/__sandbox/tags", Door.in(store, this::editTag))
                .build();
    }

    private ObjectNode members() {
        var answer = Json.object();
        answer.putArray("departments").addAll(contacts.departments());
        answer.putArray("members").addAll(people());
        answer.putArray("tags").addAll(contacts.tags());
        return answer;
    }

    private List<ObjectNode> people() {
        return contacts.departments().stream()
                .flatMap(d -> contacts.leadersFirst(d.path("id").asInt()).stream())
                .map(this::card)
                .toList();
    }

    private ObjectNode card(ObjectNode member) {
        var userid = member.path("userid").asText();
        var department = contacts.department(member.path("main_department").asInt());
        var roles = Json.array();
        if (contacts.leads(member)) {
            roles.add(member.path("main_department").asInt() == 1 ? "CTO" : "负责人");
        }
        for (var tag : contacts.tags()) {
            if (Json.texts(tag.path("userlist")).contains(userid)) {
                roles.add(tag.path("tagname"));
            }
        }
        member.put("departmentName", department.map(d -> d.path("name").asText()).orElse(""));
        member.put("visible", contacts.sees(userid));
        return (ObjectNode) member.set("roles", roles);
    }

    /** {@code {action, userid}} and what {@link Staff} takes. */
    private Object edit(ServerRequest request, Input body) {
        var userid = body.text("userid");
        switch (action(body)) {
            case "create" -> staff.create(userid, body);
            case "delete" -> staff.delete(userid);
            default -> staff.update(userid, body);
        }
        return Door.done();
    }

    private Object editDepartment(ServerRequest request, Input body) {
        switch (action(body)) {
            case "create" -> departments.create(body);
            case "delete" -> departments.delete(body);
            default -> departments.update(body);
        }
        return Door.done();
    }

    private Object editTag(ServerRequest request, Input body) {
        switch (action(body)) {
            case "create" -> tags.create(body);
            case "delete" -> tags.delete(body);
            default -> tags.update(body);
        }
        return Door.done();
    }

    private static String action(Input body) {
        return body.oneOf("action", "update", List.of("create", "update", "delete"));
    }
}
