package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON a cell of each type takes (page 99907): anything else is error 40058. Writing an option
 * by an unknown text creates the option in its field.
 */
final class Cells {

    private final Contacts contacts;
    private final Ids ids;

    Cells(Contacts contacts, Ids ids) {
        this.contacts = contacts;
        this.ids = ids;
    }

    /** The value to keep; a null node clears the cell. {@code field} may gain an option. */
    JsonNode accept(ObjectNode field, JsonNode value) {
        var title = field.path("field_title").asText();
        if (FieldRules.READ_ONLY.contains(FieldRules.type(field))) {
            throw ApiError.invalid("field can not be written: " + title);
        }
        if (value.isNull() || value.isArray() && value.isEmpty()) {
            return Json.MAPPER.nullNode();
        }
        return switch (FieldRules.type(field)) {
            case "TEXT" -> texts(title, value);
            case "NUMBER", "PROGRESS", "CURRENCY", "PERCENTAGE" ->
                    require(value.isNumber(), title, "number", value);
            case "CHECKBOX" -> require(value.isBoolean(), title, "bool", value);
            case "DATE_TIME" ->
                    require(
                            value.isTextual() && value.asText().matches("-?\\d{1,15}"),
                            title,
                            "string of unix milliseconds",
                            value);
            case "USER" -> users(field, title, value);
            case "SELECT" -> options(field, list(title, value), Integer.MAX_VALUE);
            case "SINGLE_SELECT" -> options(field, list(title, value), 1);
            case "URL" -> atMostOne(title, texts(title, value));
            case "PHONE_NUMBER", "EMAIL", "BARCODE" ->
                    require(value.isTextual(), title, "string", value);
            case "LOCATION" -> atMostOne(title, objects(title, value));
            case "REFERENCE" -> list(title, value);
            default -> objects(title, value);
        };
    }

    private static ArrayNode texts(String title, JsonNode value) {
        var kept = Json.array();
        for (var part : objects(title, value)) {
            var input = Input.of(part, title);
            var type = input.oneOf("type", "text", List.of("text", "url"));
            var copy = Json.object().put("type", type).put("text", input.text("text", ""));
            kept.add(type.equals("url") ? copy.put("link", input.text("link")) : copy);
        }
        return kept;
    }

    private ArrayNode users(ObjectNode field, String title, JsonNode value) {
        var kept = Json.array();
        for (var user : objects(title, value)) {
            var userid = Input.of(user, title).text("user_id");
            if (contacts.member(userid).isEmpty()) {
                throw ApiError.invalid(title + ": unknown user_id " + userid);
            }
            kept.addObject().put("user_id", userid);
        }
        boolean many = Input.of(field.path("property_user"), title).flag("is_multiple", false);
        return many ? kept : atMostOne(title, kept);
    }

    /** Kept as ids only. */
    private ArrayNode options(ObjectNode field, ArrayNode value, int most) {
        var title = field.path("field_title").asText();
        var kept = Json.array();
        for (var option : objects(title, value)) {
            kept.add(optionId(field, Input.of(option, title)));
        }
        if (kept.size() > most) {
            throw ApiError.invalid(title + " takes one option");
        }
        return kept;
    }

    private String optionId(ObjectNode field, Input option) {
        var known = optionsOf(field);
        if (option.has("id")) {
            return known.stream()
                    .map(o -> o.path("id").asText())
                    .filter(option.text("id")::equals)
                    .findFirst()
                    .orElseThrow(() -> ApiError.invalid("unknown option id " + option.text("id")));
        }
        var text = option.text("text");
        return known.stream()
                .filter(o -> o.path("text").asText().equals(text))
                .findFirst()
                .orElseGet(() -> addOption(field, text, option.between("style", 1, 1, 27)))
                .path("id")
                .asText();
    }

    private JsonNode addOption(ObjectNode field, String text, long style) {
        var option =
                Json.object().put("id", ids.random("o", 5)).put("text", text).put("style", style);
        selectProperty(field).withArray("options").add(option);
        return option;
    }

    static List<JsonNode> optionsOf(ObjectNode field) {
        var options = new ArrayList<JsonNode>();
        selectProperty(field).path("options").forEach(options::add);
        return options;
    }

    private static ObjectNode selectProperty(ObjectNode field) {
        var single = FieldRules.type(field).equals("SINGLE_SELECT");
        return field.withObject(single ? "/property_single_select" : "/property_select");
    }

    private static ArrayNode objects(String title, JsonNode value) {
        for (var item : list(title, value)) {
            require(item.isObject(), title, "array of objects", item);
        }
        return (ArrayNode) value;
    }

    private static ArrayNode list(String title, JsonNode value) {
        return (ArrayNode) require(value.isArray(), title, "array", value);
    }

    private static ArrayNode atMostOne(String title, ArrayNode list) {
        if (list.size() > 1) {
            throw ApiError.invalid(title + " takes one value");
        }
        return list;
    }

    private static JsonNode require(boolean right, String title, String type, JsonNode value) {
        if (!right) {
            throw ApiError.invalid("Warning: wrong json format. " + title + " should be " + type);
        }
        return value;
    }
}
