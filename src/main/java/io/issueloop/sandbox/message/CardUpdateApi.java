package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changing a sent card for some of its receivers, page 94888. */
final class CardUpdateApi implements Endpoints.Area {

    private final Messages messages;
    private final ResponseCodes codes;
    private final Contacts contacts;
    private final Settings settings;

    CardUpdateApi(Messages messages, ResponseCodes codes, Contacts contacts, Settings settings) {
        this.messages = messages;
        this.codes = codes;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("message/update_template_card", this::update);
    }

    private Reply update(Call call) {
        var body = call.body();
        MessageApi.requireAgent(body, settings);
        var code = body.text("response_code");
        if (body.has("button") == body.has("template_card")) {
            throw ApiError.invalid("exactly one of button and template_card");
        }
        body.optionalObject("button").ifPresent(button -> button.text("replace_name"));
        body.optionalObject("template_card").ifPresent(CardRules::check);
        body.optionalObject("template_card").ifPresent(c -> CardRules.checkTaskId(c, false));
        var named = named(body);
        var message = messages.find(codes.use(code)).orElseThrow();
        var invalid = new ArrayList<String>();
        for (var userid : named) {
            var view = messages.view(message, userid);
            if (view.isEmpty()) {
                invalid.add(userid);
            } else {
                messages.saveView(changed(view.get(), body));
            }
        }
        return Reply.ok().with("invaliduser", invalid);
    }

    private static ObjectNode changed(ObjectNode view, Input body) {
        if (body.has("button")) {
            return view.put("replaceName", body.object("button").text("replace_name"));
        }
        var card = body.object("template_card").json().deepCopy();
        card.set("task_id", view.path("card").path("task_id"));
        view.remove(List.of("replaceName", "clicked", "selections"));
        return (ObjectNode) view.set("card", card);
    }

    private Set<String> named(Input body) {
        var named = new LinkedHashSet<>(body.texts("userids", 1000));
        for (int party : body.integers("partyids", 100)) {
            contacts.membersBelow(party).forEach(m -> named.add(m.path("userid").asText()));
        }
        for (int id : body.integers("tagids", 100)) {
            contacts.tag(id).ifPresent(tag -> named.addAll(Json.texts(tag.path("userlist"))));
        }
        if (body.flag("atall", false)) {
            contacts.members().forEach(m -> named.add(m.path("userid").asText()));
        }
        if (named.isEmpty()) {
            throw new ApiError(82001, "userids & partyids & tagids all empty");
        }
        return named;
    }
}
