package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.ArrayList;
import java.util.List;

/** Changing the fields of a sheet, whoever does it. */
final class Fields {

    static final int MOST = 150;

    private final Sheets sheets;

    Fields(Sheets sheets) {
        this.sheets = sheets;
    }

    List<ObjectNode> add(Ref ref, List<Input> given) {
        var fields = new ArrayList<>(sheets.fields(ref));
        var added = new ArrayList<ObjectNode>();
        for (var field : given) {
            var checked = FieldRules.checked(field, sheets.ids());
            requireFreeTitle(fields, checked);
            added.add(checked.put("field_id", sheets.ids().random("f", 5)));
            fields.add(checked);
        }
        if (fields.size() > MOST) {
            throw ApiError.invalid("more than " + MOST + " fields");
        }
        save(ref, fields);
        return added;
    }

    List<ObjectNode> update(Ref ref, List<Input> changes) {
        var fields = new ArrayList<>(sheets.fields(ref));
        var updated = new ArrayList<ObjectNode>();
        for (var change : changes) {
            var old = find(fields, change.text("field_id"));
            if (!change.text("field_type").equals(old.path("field_type").asText())) {
                throw ApiError.invalid("field_type can not be changed");
            }
            if (!change.has("field_title")) {
                change.json().put("field_title", title(old));
            }
            var checked = FieldRules.checked(change, sheets.ids());
            int at = fields.indexOf(old);
            fields.remove(at);
            requireFreeTitle(fields, checked);
            var merged = old.deepCopy();
            merged.setAll(checked);
            fields.add(at, merged);
            updated.add(merged);
        }
        save(ref, fields);
        return updated;
    }

    void delete(Ref ref, List<String> ids) {
        var fields = new ArrayList<>(sheets.fields(ref));
        ids.forEach(id -> fields.remove(find(fields, id)));
        save(ref, fields);
    }

    private void save(Ref ref, List<ObjectNode> fields) {
        sheets.saveFields(ref, fields);
        sheets.changed(ref);
    }

    static ObjectNode find(List<ObjectNode> fields, String id) {
        return fields.stream()
                .filter(field -> field.path("field_id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid field_id: " + id));
    }

    private static void requireFreeTitle(List<ObjectNode> fields, ObjectNode field) {
        if (fields.stream().anyMatch(f -> title(f).equals(title(field)))) {
            throw ApiError.invalid("field_title exists: " + title(field));
        }
    }

    private static String title(ObjectNode field) {
        return field.path("field_title").asText();
    }
}
