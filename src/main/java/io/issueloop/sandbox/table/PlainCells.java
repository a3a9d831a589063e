package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What a person types into a grid, turned into the typed cell: {@code "紧急"} into an option, {@code
 * "2026-11-22 18:00"} (Asia/Shanghai) into milliseconds, a name or userid into a member. Typed
 * cells pass as they are.
 */
final class PlainCells {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss]");

    private final Contacts contacts;

    PlainCells(Contacts contacts) {
        this.contacts = contacts;
    }

    JsonNode typed(ObjectNode field, JsonNode plain) {
        if (plain.isNull() || plain.isObject() || plain.isArray() && !isListOfTexts(plain)) {
            return plain;
        }
        var text = plain.asText().strip();
        if (text.isEmpty() && !plain.isArray()) {
            return Json.MAPPER.nullNode();
        }
        return switch (FieldRules.type(field)) {
            case "TEXT" -> part(text);
            case "URL" ->
                    Json.array()
                            .add(
                                    Json.object()
                                            .put("type", "url")
                                            .put("text", text)
                                            .put("link", text));
            case "NUMBER", "PROGRESS", "CURRENCY", "PERCENTAGE" -> number(text);
            case "CHECKBOX" -> Json.MAPPER.getNodeFactory().booleanNode(isYes(text));
            case "DATE_TIME" -> Json.MAPPER.getNodeFactory().textNode(milliseconds(text));
            case "USER" -> each(plain, name -> Json.object().put("user_id", userid(name)));
            case "SELECT", "SINGLE_SELECT" -> each(plain, name -> Json.object().put("text", name));
            default -> plain;
        };
    }

    private static boolean isListOfTexts(JsonNode plain) {
        for (var item : plain) {
            if (!item.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static ArrayNode each(
            JsonNode plain, java.util.function.Function<String, ObjectNode> make) {
        var list = Json.array();
        if (plain.isArray()) {
            plain.forEach(item -> list.add(make.apply(item.asText())));
        } else {
            list.add(make.apply(plain.asText().strip()));
        }
        return list;
    }

    private static ArrayNode part(String text) {
        return Json.array().add(Json.object().put("type", "text").put("text", text));
    }

    private static JsonNode number(String text) {
        try {
            return Json.MAPPER.getNodeFactory().numberNode(new java.math.BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("不是数字：" + text);
        }
    }

    private static boolean isYes(String text) {
        return text.equals("true") || text.equals("是") || text.equals("1");
    }

    private static String milliseconds(String text) {
        if (text.matches("\\d{12,15}")) {
            return text;
        }
        try {
            var instant =
                    text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text, LOCAL).atZone(ZONE).toInstant();
            return Long.toString(instant.toEpochMilli());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("不是时间：" + text);
        }
    }

    private String userid(String nameOrId) {
        return contacts.member(nameOrId)
                .or(
                        () ->
                                contacts.members().stream()
                                        .filter(m -> m.path("name").asText().equals(nameOrId))
                                        .findFirst())
                .map(m -> m.path("userid").asText())
                .orElseThrow(() -> new IllegalArgumentException("没有这个成员：" + nameOrId));
    }
}
