package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.List;
import java.util.Set;

/**
 * Rows from outside, pages 101240 and 101241: no token, also into tables a member made. Fields are
 * named by title or id; of text both a string and the usual array is taken. The app is not called
 * back.
 */
final class HookApi implements Endpoints.Area {

    private static final int MOST = 500;
    private static final Set<String> CLOSED =
            Set.of("REFERENCE", "WWGROUP", "ATTACHMENT", "LOOKUP", "FORMULA");

    private final Hooks hooks;
    private final Sheets sheets;
    private final Rows rows;
    private final RecordView view;

    HookApi(Hooks hooks, Sheets sheets, Rows rows, RecordView view) {
        this.hooks = hooks;
        this.sheets = sheets;
        this.rows = rows;
        this.view = view;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.openPost("wedoc/smartsheet/webhook", this::write);
    }

    private Reply write(Call call) {
        var ref =
                hooks.find(call.query("key", 93000))
                        .filter(sheets::has)
                        .orElseThrow(() -> new ApiError(93000, "invalid webhook key"));
        var body = call.body();
        if (body.has("add_records") == body.has("update_records")) {
            throw ApiError.invalid("add_records or update_records: exactly one");
        }
        var name = body.has("add_records") ? "add_records" : "update_records";
        var written = Json.array();
        for (var record : body.requireList(name).objects(name, MOST)) {
            var values = values(ref, record.object("values").json());
            var row =
                    name.equals("add_records")
                            ? rows.add(ref, values, BY_ID, Rows.APP)
                            : rows.update(ref, record.text("record_id"), values, BY_ID, Rows.APP);
            written.addObject()
                    .put("record_id", row.path("record_id").asText())
                    .set("values", view.values(row, sheets.fields(ref), BY_ID));
        }
        return Reply.ok().with(name, written);
    }

    private static final Rows.Key BY_ID = Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_ID;

    private ObjectNode values(Ref ref, ObjectNode given) {
        var fields = sheets.fields(ref);
        var values = Json.object();
        for (var cell : given.properties()) {
            var field = named(fields, cell.getKey());
            if (CLOSED.contains(FieldRules.type(field))) {
                throw ApiError.invalid("field can not be written: " + cell.getKey());
            }
            var value = cell.getValue();
            if (FieldRules.type(field).equals("TEXT") && value.isTextual()) {
                var text = Json.object().put("type", "text").put("text", value.asText());
                value = Json.array().add(text);
            }
            values.set(field.path("field_id").asText(), value);
        }
        return values;
    }

    private static ObjectNode named(List<ObjectNode> fields, String name) {
        return fields.stream()
                .filter(f -> f.path("field_id").asText().equals(name))
                .findFirst()
                .orElseGet(() -> Rows.find(fields, Rows.Key.CELL_VALUE_KEY_TYPE_FIELD_TITLE, name));
    }
}
