package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code filter_spec} of {@code get_records}, page 99902. Option columns are filtered by id. */
final class RecordFilter {

    private static final List<String> OPERATORS =
            List.of(
                    "OPERATOR_IS",
                    "OPERATOR_IS_NOT",
                    "OPERATOR_CONTAINS",
                    "OPERATOR_DOES_NOT_CONTAIN",
                    "OPERATOR_IS_GREATER",
                    "OPERATOR_IS_GREATER_OR_EQUAL",
                    "OPERATOR_IS_LESS",
                    "OPERATOR_IS_LESS_OR_EQUAL",
                    "OPERATOR_IS_EMPTY",
                    "OPERATOR_IS_NOT_EMPTY");

    private final RecordView view;
    private final Clock clock;

    RecordFilter(RecordView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    Predicate<ObjectNode> of(Input spec, List<ObjectNode> fields) {
        var and =
                spec.oneOf("conjunction", "", List.of("CONJUNCTION_AND", "CONJUNCTION_OR"))
                        .equals("CONJUNCTION_AND");
        var conditions = new ArrayList<Predicate<ObjectNode>>();
        for (var condition : spec.requireList("conditions").objects("conditions", 100)) {
            conditions.add(condition(condition, fields));
        }
        return and
                ? record -> conditions.stream().allMatch(c -> c.test(record))
                : record -> conditions.stream().anyMatch(c -> c.test(record));
    }

    private Predicate<ObjectNode> condition(Input condition, List<ObjectNode> fields) {
        var field =
                Rows.find(
                        fields, Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_ID, condition.text("field_id"));
        if (!condition.text("field_type").equals(field.path("field_type").asText())) {
            throw ApiError.invalid("field_type does not fit " + condition.text("field_id"));
        }
        var operator = condition.oneOf("operator", "", OPERATORS);
        if (operator.endsWith("_EMPTY")) {
            boolean empty = operator.equals("OPERATOR_IS_EMPTY");
            return record -> atoms(record, field).isEmpty() == empty;
        }
        return switch (FieldRules.type(field)) {
            case "NUMBER", "PROGRESS", "CURRENCY", "PERCENTAGE" -> {
                var wanted = condition.object("number_value").json().path("value");
                if (!wanted.isNumber()) {
                    throw ApiError.invalid("number_value.value should be number");
                }
                yield compare(field, operator, wanted.decimalValue());
            }
            case "CHECKBOX" -> {
                boolean wanted = condition.object("bool_value").flag("value", false);
                boolean is = operator.equals("OPERATOR_IS");
                yield record -> atoms(record, field).contains("true") == wanted == is;
            }
            case "DATE_TIME", "CREATED_TIME", "MODIFIED_TIME" -> {
                var range = DateRange.of(condition.object("date_time_value"), clock);
                yield record -> range.test(operator, atoms(record, field));
            }
            case "USER", "CREATED_USER", "MODIFIED_USER" ->
                    texts(field, operator, condition.object("user_value"));
            default -> texts(field, operator, condition.object("string_value"));
        };
    }

    private Predicate<ObjectNode> texts(ObjectNode field, String operator, Input value) {
        var wanted = value.requireList("value").texts("value", 1000);
        boolean parts =
                FieldRules.type(field).equals("TEXT") || FieldRules.type(field).equals("URL");
        return record -> {
            var atoms = atoms(record, field);
            boolean contains =
                    parts
                            ? wanted.stream().anyMatch(w -> String.join("", atoms).contains(w))
                            : wanted.stream().anyMatch(atoms::contains);
            boolean same =
                    parts
                            ? wanted.contains(String.join("", atoms))
                            : atoms.size() == wanted.size() && atoms.containsAll(wanted);
            return switch (operator) {
                case "OPERATOR_IS" -> same;
                case "OPERATOR_IS_NOT" -> !same;
                case "OPERATOR_CONTAINS" -> contains;
                case "OPERATOR_DOES_NOT_CONTAIN" -> !contains;
                default -> throw ApiError.invalid("operator does not fit the field: " + operator);
            };
        };
    }

    private Predicate<ObjectNode> compare(ObjectNode field, String operator, BigDecimal wanted) {
        return record -> {
            var atoms = atoms(record, field);
            if (atoms.isEmpty()) {
                return operator.equals("OPERATOR_IS_NOT");
            }
            return holds(operator, new BigDecimal(atoms.get(0)).compareTo(wanted));
        };
    }

    static boolean holds(String operator, int order) {
        return switch (operator) {
            case "OPERATOR_IS" -> order == 0;
            case "OPERATOR_IS_NOT" -> order != 0;
            case "OPERATOR_IS_GREATER" -> order > 0;
            case "OPERATOR_IS_GREATER_OR_EQUAL" -> order >= 0;
            case "OPERATOR_IS_LESS" -> order < 0;
            case "OPERATOR_IS_LESS_OR_EQUAL" -> order <= 0;
            default -> throw ApiError.invalid("operator does not fit the field: " + operator);
        };
    }

    /** A cell as comparable texts: option ids, userids, text parts, or the one value. */
    private List<String> atoms(ObjectNode record, ObjectNode field) {
        var cell = view.cell(record, field).orElse(Json.array());
        if (!cell.isArray()) {
            return List.of(cell.asText());
        }
        var atoms = new ArrayList<String>();
        cell.forEach(part -> atoms.add(atom(part)));
        atoms.removeIf(String::isEmpty);
        return atoms;
    }

    private static String atom(JsonNode part) {
        for (var name : List.of("id", "user_id", "text", "file_id")) {
            if (part.hasNonNull(name)) {
                return part.path(name).asText();
            }
        }
        return part.isTextual() ? part.asText() : part.toString();
    }
}
