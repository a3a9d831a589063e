package io.issueloop.sandbox.message;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import java.util.ArrayList;

/** Sending and recalling messages, pages 90236 and 94867. */
final class MessageApi implements Endpoints.Area {

    private static final long RECALL_MS = 24 * 3600 * 1000L;

    private final Messages messages;
    private final ResponseCodes codes;
    private final Duplicates duplicates;
    private final Throttle throttle;
    private final Content contents;
    private final Contacts contacts;
    private final Settings settings;
    private final SandboxClock clock;

    MessageApi(
            Messages messages,
            ResponseCodes codes,
            Duplicates duplicates,
            Content contents,
            Contacts contacts,
            Settings settings,
            SandboxClock clock) {
        this.messages = messages;
        this.codes = codes;
        this.duplicates = duplicates;
        this.throttle = Throttle.ofAppMessages(clock);
        this.contents = contents;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("message/send", this::send).post("message/recall", this::recall);
    }

    private Reply send(Call call) {
        var body = call.body();
        requireAgent(body, settings);
        body.flag("enable_id_trans", false);
        if (body.digits("safe", 0) > 2) {
            throw ApiError.invalid("safe not in 0..2");
        }
        var receivers = Receivers.of(body, contacts);
        var content = contents.of(body);
        var first = duplicates.firstOf(body, call.raw());
        if (first.isPresent()) {
            return answer(receivers, first.get()); // undocumented; no response code, so do not rely
        }
        boolean isCard = body.text("msgtype").equals("template_card");
        var card = isCard ? Input.of(content, "template_card") : Input.empty();
        var taskId = card.text("task_id", "");
        if (!taskId.isEmpty() && !messages.claimTaskId(taskId)) {
            throw new ApiError(42014, "invalid task_id: used before");
        }
        var to = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        receivers.userids().forEach(u -> (throttle.lets(u) ? to : dropped).add(u));
        var msgid = messages.deliver(body.text("msgtype"), content, to, dropped);
        duplicates.remember(body, call.raw(), msgid);
        var reply = answer(receivers, msgid);
        return isCard && CardRules.isAnswerable(card)
                ? reply.with("response_code", codes.issue(msgid))
                : reply;
    }

    private static Reply answer(Receivers receivers, String msgid) {
        return Reply.ok()
                .with("invaliduser", String.join("|", receivers.badUsers()))
                .with("invalidparty", String.join("|", receivers.badParties()))
                .with("invalidtag", String.join("|", receivers.badTags()))
                .with("unlicenseduser", "")
                .with("msgid", msgid);
    }

    private Reply recall(Call call) {
        var message =
                messages.find(call.body().text("msgid"))
                        .orElseThrow(() -> ApiError.invalid("invalid msgid"));
        if (message.path("createdAt").asLong() + RECALL_MS <= clock.millis()) {
            throw new ApiError(42052, "msgid expired");
        }
        messages.save(message.put("recalled", true));
        return Reply.ok();
    }

    static void requireAgent(Input body, Settings settings) {
        if (body.number("agentid") != settings.agentId()) {
            throw new ApiError(40056, "invalid agentid");
        }
    }
}
