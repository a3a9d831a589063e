package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Shelf;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.Base64;

/** What a person entered, as {@code get_form_answer} shows it: one kind of reply by question. */
final class Replies {

    private static final int DELETED = 2;

    private final Contacts contacts;
    private final Shelf shelf;

    Replies(Contacts contacts, Shelf shelf) {
        this.contacts = contacts;
        this.shelf = shelf;
    }

    ObjectNode of(ObjectNode form, ObjectNode given) {
        var reply = Json.object();
        var items = reply.putArray("items");
        for (var question : form.at("/form_question/items")) {
            if (question.path("status").asInt() == DELETED) {
                continue;
            }
            var id = question.path("question_id").asText();
            var value = given.path(id);
            if (isEmpty(value)) {
                if (question.path("must_reply").asBoolean()) {
                    throw new IllegalArgumentException(
                            "「%s」必须填写".formatted(question.path("title").asText()));
                }
                continue;
            }
            items.add(item(question, value).put("question_id", Integer.parseInt(id)));
        }
        return reply;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()
                || value.isContainerNode() && value.isEmpty();
    }

    private ObjectNode item(JsonNode question, JsonNode value) {
        var item = Json.object();
        switch (question.path("reply_type").asInt()) {
            case 2, 15 -> item.set("option_reply", options(question, value, 1));
            case 3 -> item.set("option_reply", options(question, value, Integer.MAX_VALUE));
            case 9, 10, 17 -> item.set("file_extend_reply", files(value));
            case 18 -> item.set("department_reply", list("department_id", value));
            case 19 -> item.set("member_reply", members(value));
            case 22 -> item.set("duration_reply", Input.of(value, "时长").json());
            default -> item.put("text_reply", value.asText());
        }
        return item;
    }

    private static ArrayNode options(JsonNode question, JsonNode value, int most) {
        var chosen = Json.integers(value.isArray() ? value : Json.array().add(value));
        var known = new ArrayList<Integer>();
        for (var option : question.path("option_item")) {
            if (option.path("status").asInt() != DELETED) {
                known.add(option.path("key").asInt());
            }
        }
        if (chosen.size() > most || !known.containsAll(chosen)) {
            throw new IllegalArgumentException(
                    "「%s」的选项不对".formatted(question.path("title").asText()));
        }
        return Json.array(chosen);
    }

    /** Each {@code {name, content}}, Base64: kept in WeDrive and named by its fileid. */
    private ArrayNode files(JsonNode value) {
        var files = Json.array();
        for (var one : value.isArray() ? value : Json.array().add(value)) {
            var file = Input.of(one, "附件");
            var content = Base64.getMimeDecoder().decode(file.text("content"));
            var name = file.text("name");
            files.addObject().put("name", name).put("fileid", shelf.keep(name, content));
        }
        return files;
    }

    private ObjectNode members(JsonNode value) {
        for (var userid : value.isArray() ? value : Json.array().add(value)) {
            if (contacts.member(userid.asText()).isEmpty()) {
                throw new IllegalArgumentException("没有这个成员：" + userid.asText());
            }
        }
        return list("userid", value);
    }

    private static ObjectNode list(String name, JsonNode value) {
        var reply = Json.object();
        var list = reply.putArray("list");
        for (var one : value.isArray() ? value : Json.array().add(value)) {
            list.addObject().set(name, one);
        }
        return reply;
    }
}
