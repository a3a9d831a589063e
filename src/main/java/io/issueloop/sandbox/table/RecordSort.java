package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** {@code sort} of {@code get_records}: empty cells last, options in the order of their field. */
final class RecordSort {

    private final RecordView view;

    RecordSort(RecordView view) {
        this.view = view;
    }

    Comparator<ObjectNode> of(List<Input> sort, List<ObjectNode> fields) {
        Comparator<ObjectNode> order = (a, b) -> 0;
        for (var by : sort) {
            var field =
                    Rows.find(
                            fields,
                            Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE,
                            by.text("field_title"));
            order = order.thenComparing(by(field, by.flag("desc", false)));
        }
        return order;
    }

    private Comparator<ObjectNode> by(ObjectNode field, boolean descending) {
        return (a, b) -> {
            var left = view.cell(a, field);
            var right = view.cell(b, field);
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isEmpty(), right.isEmpty());
            }
            int order = compare(field, left.get(), right.get());
            return descending ? -order : order;
        };
    }

    private static int compare(ObjectNode field, JsonNode a, JsonNode b) {
        return switch (FieldRules.type(field)) {
            case "NUMBER",
                    "PROGRESS",
                    "CURRENCY",
                    "PERCENTAGE",
                    "DATE_TIME",
                    "CREATED_TIME",
                    "MODIFIED_TIME" ->
                    new BigDecimal(a.asText()).compareTo(new BigDecimal(b.asText()));
            case "SELECT", "SINGLE_SELECT" -> {
                var options = Cells.optionsOf(field);
                yield Integer.compare(options.indexOf(a.path(0)), options.indexOf(b.path(0)));
            }
            case "AUTONUMBER" ->
                    Integer.compare(a.path(0).path("seq").asInt(), b.path(0).path("seq").asInt());
            default -> a.toString().compareTo(b.toString());
        };
    }
}
