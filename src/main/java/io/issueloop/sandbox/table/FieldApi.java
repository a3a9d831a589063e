package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import java.util.List;

/** Fields of a sheet, pages 99904, 101155, 101157. */
final class FieldApi implements Endpoints.Area {

    private final Sheets sheets;
    private final Fields fields;

    FieldApi(Sheets sheets, Fields fields) {
        this.sheets = sheets;
        this.fields = fields;
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
        return Reply.ok().with("fields", fields.add(ref, fields(call)));
    }

    private Reply list(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var ids = body.texts("field_ids", Fields.MOST);
        var titles = body.texts("field_titles", Fields.MOST);
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
        return Reply.ok().with("fields", fields.update(ref, fields(call)));
    }

    private Reply delete(Call call) {
        var ref = sheets.require(call.body());
        var ids = call.body().requireList("field_ids").texts("field_ids", Fields.MOST);
        fields.delete(ref, ids);
        return Reply.ok();
    }

    private static List<Input> fields(Call call) {
        return call.body().requireList("fields").objects("fields", Fields.MOST);
    }

    private static String id(ObjectNode field) {
        return field.path("field_id").asText();
    }

    private static String title(ObjectNode field) {
        return field.path("field_title").asText();
    }
}
