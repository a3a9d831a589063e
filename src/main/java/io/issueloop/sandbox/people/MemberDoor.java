package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Members, and editing them as an administrator would ({@code change_contact}, page 90240). */
final class MemberDoor implements Door {

    private final Store store;
    private final Contacts contacts;
    private final Callbacks callbacks;

    MemberDoor(Store store, Contacts contacts, Callbacks callbacks) {
        this.store = store;
        this.contacts = contacts;
        this.callbacks = callbacks;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/members", Door.in(store, (request, body) -> members()))
                .POST("/__sandbox/contacts", Door.in(store, this::edit))
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

    /** {@code {action: create|update|delete, userid, name, department, position}}. */
    private Object edit(ServerRequest request, Input body) {
        var action = body.oneOf("action", "update", List.of("create", "update", "delete"));
        var userid = body.text("userid");
        var known = contacts.member(userid);
        if (known.isPresent() == action.equals("create")) {
            throw new IllegalArgumentException(known.isPresent() ? "成员已存在" : "没有这个成员");
        }
        var event = Event.of("sys", "change_contact").text("ChangeType", action + "_user");
        event.text("UserID", userid);
        if (action.equals("delete")) {
            contacts.remove(userid);
        } else {
            var member = known.orElseGet(Json::object);
            var changes = body.json().deepCopy();
            changes.remove("action");
            member.setAll(changes);
            contacts.save(member);
            event.text("Name", member.path("name").asText());
            event.text("Department", departments(member));
            event.number("MainDepartment", member.path("main_department").asInt());
            event.text("Position", member.path("position").asText());
            event.number("Status", member.path("status").asInt());
        }
        callbacks.send(event);
        return Door.done();
    }

    private static String departments(ObjectNode member) {
        return Json.integers(member.path("department")).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
