package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A JSON object somebody sent, read strictly: a wrong type, a missing or an over-long value is
 * error 40058 naming the field (pages 90313, 90664).
 */
public final class Input {

    private final ObjectNode node;
    private final String path;

    public Input(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    public ObjectNode json() {
        return node;
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Required and not empty. */
    public String text(String name) {
        var text = text(name, "");
        if (text.isEmpty()) {
            throw ApiError.invalid("missing " + at(name));
        }
        return text;
    }

    /** Required and not empty, or that errcode. */
    public String text(String name, int errcodeIfMissing) {
        var text = text(name, "");
        if (text.isEmpty()) {
            throw new ApiError(errcodeIfMissing, "missing " + at(name));
        }
        return text;
    }

    public String text(String name, String fallback) {
        return value(name, JsonNode::isTextual, "string").map(JsonNode::asText).orElse(fallback);
    }

    /** Optional, at most that many characters. */
    public String textUpTo(String name, int characters) {
        var text = text(name, "");
        if (text.codePointCount(0, text.length()) > characters) {
            throw ApiError.invalid(at(name) + " longer than " + characters + " characters");
        }
        return text;
    }

    public String oneOf(String name, String fallback, List<String> allowed) {
        var text = text(name, fallback);
        if (!allowed.contains(text)) {
            throw ApiError.invalid("unknown " + at(name) + ": " + text);
        }
        return text;
    }

    public long number(String name) {
        if (!has(name)) {
            throw ApiError.invalid("missing " + at(name));
        }
        return number(name, 0);
    }

    public long number(String name, long fallback) {
        return value(name, JsonNode::isIntegralNumber, "int")
                .map(JsonNode::asLong)
                .orElse(fallback);
    }

    /** A number, where WeCom takes it in quotes as well: public clients send it so. */
    public long digits(String name, long fallback) {
        var text = node.path(name);
        return text.isTextual() && text.asText().matches("\\d{1,9}")
                ? Long.parseLong(text.asText())
                : number(name, fallback);
    }

    public long between(String name, long fallback, long low, long high) {
        return between(name, fallback, low, high, ApiError.INVALID);
    }

    public long between(String name, long fallback, long low, long high, int errcode) {
        long number = number(name, fallback);
        if (number < low || number > high) {
            throw new ApiError(errcode, at(name) + " not in " + low + ".." + high);
        }
        return number;
    }

    /** {@code true}/{@code false}, or WeCom's older 0/1. */
    public boolean flag(String name, boolean fallback) {
        return value(name, n -> n.isBoolean() || n.isInt() && n.asInt() >> 1 == 0, "bool")
                .map(n -> n.isBoolean() ? n.asBoolean() : n.asInt() == 1)
                .orElse(fallback);
    }

    public Input object(String name) {
        return optionalObject(name).orElseThrow(() -> ApiError.invalid("missing " + at(name)));
    }

    public Optional<Input> optionalObject(String name) {
        return value(name, JsonNode::isObject, "object")
                .map(n -> new Input((ObjectNode) n, at(name)));
    }

    public List<Input> objects(String name, int max) {
        return list(name, max, JsonNode::isObject, "object", n -> n).stream()
                .map(n -> new Input((ObjectNode) n, at(name)))
                .toList();
    }

    public List<String> texts(String name, int max) {
        return list(name, max, JsonNode::isTextual, "string", JsonNode::asText);
    }

    public List<Integer> integers(String name, int max) {
        return list(name, max, JsonNode::isInt, "int", JsonNode::asInt);
    }

    public Input requireList(String name) {
        if (!node.path(name).isArray() || node.path(name).isEmpty()) {
            throw ApiError.invalid("missing " + at(name));
        }
        return this;
    }

    public static Input of(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return new Input(object, path);
        }
        throw wrongType(path, "object");
    }

    public static Input empty() {
        return new Input(Json.object(), "");
    }

    private <T> List<T> list(
            String name,
            int max,
            Predicate<JsonNode> isRight,
            String type,
            Function<JsonNode, T> read) {
        var items = new ArrayList<T>();
        var array = value(name, JsonNode::isArray, "array").orElse(Json.array());
        if (array.size() > max) {
            throw ApiError.invalid(at(name) + " longer than " + max);
        }
        for (var item : array) {
            if (!isRight.test(item)) {
                throw wrongType(at(name) + "[]", type);
            }
            items.add(read.apply(item));
        }
        return items;
    }

    private Optional<JsonNode> value(String name, Predicate<JsonNode> isRight, String type) {
        if (!has(name)) {
            return Optional.empty();
        }
        var value = node.get(name);
        if (!isRight.test(value)) {
            throw wrongType(at(name), type);
        }
        return Optional.of(value);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static ApiError wrongType(String where, String type) {
        return ApiError.invalid("Warning: wrong json format. " + where + " should be " + type);
    }
}
