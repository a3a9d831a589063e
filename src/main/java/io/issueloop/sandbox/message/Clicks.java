package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A person presses something on a card; the app is told with a fresh response code (page 90240).
 */
public final class Clicks {

    private final Messages messages;
    private final ResponseCodes codes;
    private final Callbacks callbacks;

    Clicks(Messages messages, ResponseCodes codes, Callbacks callbacks) {
        this.messages = messages;
        this.codes = codes;
        this.callbacks = callbacks;
    }

    /**
     * Refuses with {@link IllegalArgumentException} what a phone would not let anybody press.
     *
     * @param selections question key to option id, or to a list of them
     */
    public void click(String msgid, String userid, String key, JsonNode selections) {
        var message =
                messages.find(msgid).orElseThrow(() -> new IllegalArgumentException("没有这条消息"));
        var view =
                messages.view(message, userid)
                        .orElseThrow(() -> new IllegalArgumentException("这条消息不是发给该成员的"));
        var card = view.path("card");
        if (message.path("recalled").asBoolean()) {
            throw new IllegalArgumentException("消息已撤回");
        }
        boolean menu = keys(card.path("action_menu").path("action_list")).contains(key);
        if (!menu) {
            requirePressable(view, card, key);
        }
        messages.saveView(remember(view, key, selections));
        callbacks.send(event(menu, userid, key, card, selections, msgid));
    }

    private static void requirePressable(ObjectNode view, JsonNode card, String key) {
        if (view.has("replaceName") || card.hasNonNull("replace_text")) {
            throw new IllegalArgumentException("卡片按钮已失效");
        }
        var keys = new ArrayList<>(keys(card.path("button_list")));
        keys.add(card.path("submit_button").path("key").asText());
        if (key.isEmpty() || !keys.contains(key)) {
            throw new IllegalArgumentException("卡片上没有这个按钮：" + key);
        }
    }

    private Event event(
            boolean menu,
            String userid,
            String key,
            JsonNode card,
            JsonNode selections,
            String msgid) {
        var event =
                Event.ofApp(userid, menu ? "template_card_menu_event" : "template_card_event")
                        .text("EventKey", key)
                        .text("TaskId", card.path("task_id").asText())
                        .text("CardType", card.path("card_type").asText())
                        .text("ResponseCode", codes.issue(msgid));
        var chosen = chosen(card, selections);
        if (!menu && !chosen.isEmpty()) {
            event.open("SelectedItems");
            chosen.properties().forEach(item -> select(event, item.getKey(), item.getValue()));
            event.close("SelectedItems");
        }
        return event;
    }

    private static void select(Event event, String question, JsonNode options) {
        event.open("SelectedItem").text("QuestionKey", question).open("OptionIds");
        Json.texts(options).forEach(option -> event.text("OptionId", option));
        event.close("OptionIds").close("SelectedItem");
    }

    /** What the phone sends: the choices made, else those preselected; only existing options. */
    private static ObjectNode chosen(JsonNode card, JsonNode selections) {
        var chosen = Json.object();
        for (var question : questions(card)) {
            var key = question.path("question_key").asText();
            var ids = new ArrayList<String>();
            question.path("option_list").forEach(o -> ids.add(o.path("id").asText()));
            var picked = picked(selections.path(key), question);
            if (!Collections.disjoint(ids, picked) && !ids.containsAll(picked)
                    || !picked.isEmpty() && Collections.disjoint(ids, picked)) {
                throw new IllegalArgumentException("没有这个选项：" + picked);
            }
            if (!picked.isEmpty()) {
                chosen.set(key, Json.array(picked));
            }
        }
        return chosen;
    }

    private static List<String> picked(JsonNode selection, JsonNode question) {
        if (selection.isArray()) {
            return Json.texts(selection);
        }
        if (selection.isTextual() && !selection.asText().isEmpty()) {
            return List.of(selection.asText());
        }
        if (question.hasNonNull("selected_id")) {
            return List.of(question.path("selected_id").asText());
        }
        var checked = new ArrayList<String>();
        for (var option : question.path("option_list")) {
            if (option.path("is_checked").asBoolean()) {
                checked.add(option.path("id").asText());
            }
        }
        return checked;
    }

    private static List<JsonNode> questions(JsonNode card) {
        var questions = new ArrayList<JsonNode>();
        card.path("select_list").forEach(questions::add);
        for (var name : List.of("button_selection", "checkbox")) {
            if (card.has(name)) {
                questions.add(card.get(name));
            }
        }
        return questions;
    }

    private static List<String> keys(JsonNode list) {
        var keys = new ArrayList<String>();
        list.forEach(
                item -> {
                    if (item.path("type").asInt() == 0) {
                        keys.add(item.path("key").asText());
                    }
                });
        return keys;
    }

    private static ObjectNode remember(ObjectNode view, String key, JsonNode selections) {
        view.put("clicked", key);
        if (selections.isObject()) {
            view.set("selections", selections);
        }
        return view;
    }
}
