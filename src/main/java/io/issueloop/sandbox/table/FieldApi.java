package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import java.util.ArrayList;
import java.util.List;

/** Fields of a sheet, pages 99904, 101155, 101157. */
final class FieldApi implements Endpoints.Area {

    private static final int MOST = 150;

    private final Sheets sheets;

    FieldApi(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/smartsheet/add_fields", this::add)
                .post("wedoc/smartsheet/get_fields", this::list)
                .post("wedoc/smartsheet/update_fields", this::update)
                .post("wedoc/smartsheet/delete_fields", this::delete);
    }

    private Reply add(Call call) {
        var ref = sheets.require(call.body());
        var fields = new ArrayList<>(sheets.fields(ref));
        var added = new ArrayList<ObjectNode>();
        for (var field : call.body().requireList("fields").objects("fields", MOST)) {
            var checked = FieldRules.checked(field, sheets.ids());
            requireFreeTitle(fields, checked);
            added.add(checked.put("field_id", sheets.ids().random("f", 5)));
            fields.add(checked);
        }
        if (fields.size() > MOST) {
            throw ApiError.invalid("more than " + MOST + " fields");
        }
        sheets.saveFields(ref, fields);
        sheets.changed(ref);
        return Reply.ok().with("fields", added);
    }

    private Reply list(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var ids = body.texts("field_ids", MOST);
        var titles = body.texts("field_titles", MOST);
        int limit = (int) body.between("limit", 0, 0, 1000);
        var all =
                sheets.fields(ref).stream()
                        .filter(f -> ids.isEmpty() || ids.contains(id(f)))
                        .filter(f -> titles.isEmpty() || titles.contains(title(f)))
                        .toList();
        var page =
                all.stream()
                        .skip(body.between("offset", 0, 0, Integer.MAX_VALUE))
                        .limit(limit == 0 ? 1000 : limit)
                        .toList();
        return Reply.ok().with("total", all.size()).with("fields", page);
    }

    private Reply update(Call call) {
        var ref = sheets.require(call.body());
        var fields = new ArrayList<>(sheets.fields(ref));
        var updated = new ArrayList<ObjectNode>();
        for (var change : call.body().requireList("fields").objects("fields", MOST)) {
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
        sheets.saveFields(ref, fields);
        sheets.changed(ref);
        return Reply.ok().with("fields", updated);
    }

    private Reply delete(Call call) {
        var ref = sheets.require(call.body());
        var fields = new ArrayList<>(sheets.fields(ref));
        for (var id : call.body().requireList("field_ids").texts("field_ids", MOST)) {
            fields.remove(find(fields, id));
        }
        sheets.saveFields(ref, fields);
        sheets.changed(ref);
        return Reply.ok();
    }

    private static ObjectNode find(List<ObjectNode> fields, String id) {
        return fields.stream()
                .filter(field -> id(field).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid field_id: " + id));
    }

    private static void requireFreeTitle(List<ObjectNode> fields, ObjectNode field) {
        if (fields.stream().anyMatch(f -> title(f).equals(title(field)))) {
            throw ApiError.invalid("field_title exists: " + title(field));
        }
    }

    private static String id(ObjectNode field) {
        return field.path("field_id").asText();
    }

    private static String title(ObjectNode field) {
        return field.path("field_title").asText();
    }
}
