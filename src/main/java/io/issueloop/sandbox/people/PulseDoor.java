package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.approval.Forms;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.message.Messages;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** What the page asks every second: messages and open approvals per member, callbacks waiting. */
final class PulseDoor implements Door {

    private final Store store;
    private final Contacts contacts;
    private final Messages messages;
    private final Forms forms;
    private final Callbacks callbacks;

    PulseDoor(Store store, Contacts contacts, Messages messages, Forms forms, Callbacks callbacks) {
        this.store = store;
        this.contacts = contacts;
        this.messages = messages;
        this.forms = forms;
        this.callbacks = callbacks;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/pulse", Door.in(store, (r, b) -> pulse())).build();
    }

    private Object pulse() {
        var answer = Json.object().put("waiting", callbacks.countWaiting());
        var counts = answer.putObject("messages");
        var approvals = answer.putObject("approvals");
        for (var member : contacts.members()) {
            var userid = member.path("userid").asText();
            counts.put(userid, messages.count(userid));
            approvals.put(userid, forms.countWaitingFor(userid));
        }
        return answer;
    }
}
