package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.wecom.RequestShape.Choice;
import io.issueloop.wecom.RequestShape.Field;
import io.issueloop.wecom.RequestShape.Fields;
import io.issueloop.wecom.RequestShape.Never;
import io.issueloop.wecom.RequestShape.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the notation of {@code wecom/requests.yaml}. */
final class RequestShapes {

    private static final Pattern NAME = Pattern.compile("(\\w+)(?:\\[(\\d*)])?(!?)");
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)-(-?\\d+)(B?)");

    /** An example of every pattern the sheet has. */
    private static final List<String> EXAMPLES =
            List.of(
                    "a1",
                    "Text-01",
                    "#3370FF",
                    "1600000000",
                    "1600000000000",
                    "12345",
                    "A1:B2",
                    "FIELD_TYPE_TEXT",
                    "DATE_TIME_TYPE_TODAY",
                    "yyyy-mm-dd hh:mm",
                    "7.5",
                    "5186fee37e9f7e77a1f6bea8d4e32638d5186d44");

    private final Map<String, Object> parts;

    RequestShapes(Map<String, Object> parts) {
        this.parts = parts;
    }

    @SuppressWarnings("unchecked")
    RequestShape of(Object said) {
        if (said instanceof Map<?, ?> map) {
            return map.containsKey("by")
                    ? choice((Map<String, Object>) map)
                    : fields((Map<String, Object>) map);
        }
        var text = String.valueOf(said);
        if (text.startsWith("$")) {
            return of(parts.get(text.substring(1)));
        }
        return text.equals("never") ? new Never() : scalar(text);
    }

    private Choice choice(Map<String, Object> map) {
        var by = String.valueOf(map.get("by"));
        var kinds = new LinkedHashMap<String, Fields>();
        map.forEach(
                (kind, fields) -> {
                    if (!kind.equals("by")) {
                        var own = new LinkedHashMap<>(((Fields) of(fields)).fields());
                        own.put(by, new Field(true, 0, scalar("string " + kind)));
                        kinds.put(kind, new Fields(own));
                    }
                });
        return new Choice(by, kinds);
    }

    private Fields fields(Map<String, Object> map) {
        var fields = new LinkedHashMap<String, Field>();
        map.forEach(
                (key, said) -> {
                    var name = NAME.matcher(key);
                    if (!name.matches()) {
                        throw new IllegalArgumentException(key);
                    }
                    var most = name.group(2);
                    fields.put(
                            name.group(1),
                            new Field(
                                    !name.group(3).isEmpty(),
                                    most == null
                                            ? 0
                                            : most.isEmpty() ? 100_000 : Integer.parseInt(most),
                                    of(said)));
                });
        return new Fields(fields);
    }

    private static Scalar scalar(String said) {
        var words = said.split(" ", 2);
        var rule = words.length == 1 ? "" : words[1];
        return switch (words[0]) {
            case "string" -> text(said, rule);
            case "int" -> number(said, rule);
            case "number" -> new Scalar(said, JsonNode::isNumber, 2L);
            case "bool" -> new Scalar(said, JsonNode::isBoolean, true);
            case "map" -> new Scalar(said, JsonNode::isObject, Map.of("名称", "值"));
            default -> throw new IllegalArgumentException(said);
        };
    }

    private static Scalar text(String said, String rule) {
        var range = RANGE.matcher(rule);
        if (rule.isEmpty()) {
            return new Scalar(said, JsonNode::isTextual, "文本");
        } else if (rule.startsWith("/")) {
            var pattern = Pattern.compile(rule.substring(1, rule.length() - 1));
            var example = EXAMPLES.stream().filter(e -> pattern.matcher(e).matches()).findFirst();
            return new Scalar(
                    said,
                    text(value -> pattern.matcher(value).matches()),
                    example.orElseThrow(() -> new IllegalArgumentException(said)));
        } else if (range.matches()) {
            int least = Integer.parseInt(range.group(1));
            int most = Integer.parseInt(range.group(2));
            boolean bytes = !range.group(3).isEmpty();
            return new Scalar(
                    said,
                    text(value -> size(value, bytes) >= least && size(value, bytes) <= most),
                    "文本");
        }
        var allowed = Arrays.asList(rule.split("\\|"));
        return new Scalar(said, text(allowed::contains), allowed.get(0));
    }

    private static int size(String value, boolean bytes) {
        return bytes
                ? value.getBytes(StandardCharsets.UTF_8).length
                : value.codePointCount(0, value.length());
    }

    private static Predicate<JsonNode> text(Predicate<String> fits) {
        return node -> node.isTextual() && fits.test(node.textValue());
    }

    private static Scalar number(String said, String rule) {
        var range = RANGE.matcher(rule);
        if (rule.isEmpty()) {
            return new Scalar(said, JsonNode::isIntegralNumber, 7L);
        } else if (range.matches()) {
            long least = Long.parseLong(range.group(1));
            long most = Long.parseLong(range.group(2));
            return new Scalar(
                    said,
                    node ->
                            node.isIntegralNumber()
                                    && node.asLong() >= least
                                    && node.asLong() <= most,
                    Math.min(most, Math.max(least, 400)));
        }
        var allowed = Arrays.stream(rule.split("\\|")).map(Long::valueOf).toList();
        return new Scalar(
                said,
                node -> node.isIntegralNumber() && allowed.contains(node.asLong()),
                allowed.get(0));
    }
}
