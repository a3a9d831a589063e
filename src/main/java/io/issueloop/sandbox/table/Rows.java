package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Writing records, whoever does it. An author is a userid, or {@link #APP}. */
final class Rows {

    /** The author of records written through the API. */
    static final String APP = "";

    private static final int MOST = 100_000;

    private final Sheets sheets;
    private final Cells cells;
    private final SandboxClock clock;

    Rows(Sheets sheets, Cells cells, SandboxClock clock) {
        this.sheets = sheets;
        this.cells = cells;
        this.clock = clock;
    }

    /** How values name their field: by title or by id. */
    enum Key implements BiPredicate<ObjectNode, String> {
        CELL_VALUE_KEY_TYPE_FIELD_TITLE("field_title"),
        CELL_VALUE_KEY_TYPE_FIELD_ID("field_id");

        private final String name;

        Key(String name) {
            this.name = name;
        }

        @Override
        public boolean test(ObjectNode field, String key) {
            return of(field).equals(key);
        }

        String of(ObjectNode field) {
            return field.path(name).asText();
        }
    }

    ObjectNode add(Ref ref, ObjectNode values, Key key, String author) {
        long seq = sheets.ids().next("row/" + ref.key());
        if (seq > MOST && sheets.countRecords(ref) >= MOST) {
            throw ApiError.invalid("more than " + MOST + " records");
        }
        var record =
                Json.object()
                        .put("record_id", sheets.ids().ordered("r", "record"))
                        .put("create_time", Long.toString(clock.millis()))
                        .put("creator", author)
                        .put("seq", seq);
        record.set("values", Json.object());
        return write(ref, record, values, key, author);
    }

    ObjectNode update(Ref ref, String recordId, ObjectNode values, Key key, String author) {
        var record =
                sheets.record(ref, recordId)
                        .orElseThrow(() -> ApiError.invalid("invalid record_id: " + recordId));
        return write(ref, record, values, key, author);
    }

    void delete(Ref ref, List<String> recordIds) {
        for (var id : recordIds) {
            if (sheets.record(ref, id).isEmpty()) {
                throw ApiError.invalid("invalid record_id: " + id);
            }
            sheets.removeRecord(ref, id);
        }
        sheets.changed(ref);
    }

    private ObjectNode write(
            Ref ref, ObjectNode record, ObjectNode values, Key key, String author) {
        var fields = new ArrayList<>(sheets.fields(ref));
        var before = fields.toString();
        var kept = (ObjectNode) record.path("values");
        values.properties()
                .forEach(
                        cell -> {
                            var field = find(fields, key, cell.getKey());
                            JsonNode value = cells.accept(field, cell.getValue());
                            var id = field.path("field_id").asText();
                            if (value.isNull()) {
                                kept.remove(id);
                            } else {
                                kept.set(id, value);
                            }
                        });
        record.put("update_time", Long.toString(clock.millis())).put("updater", author);
        sheets.saveRecord(ref, record);
        if (!fields.toString().equals(before)) {
            sheets.saveFields(ref, fields);
        }
        sheets.changed(ref);
        return record;
    }

    static ObjectNode find(List<ObjectNode> fields, Key key, String name) {
        return fields.stream()
                .filter(field -> key.test(field, name))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("unknown field: " + name));
    }
}
